package io.understudy.journal.redact;

import io.understudy.value.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Paths of differences as text, with the data in them redacted. */
final class PathText {
  private PathText() {}

  /** The path as {@code Path.toString} gives it, its keys and labels masked. */
  static String of(Path path, RedactionState root, Secrets secrets) {
    Deque<Path> steps = new ArrayDeque<>();
    for (Path p = path; p.parent() != null; p = p.parent()) {
      steps.push(p);
    }
    Path shown = Path.root();
    boolean covered = false;
    RedactionState here = root;
    for (Path step : steps) {
      shown = shown(shown, step, covered, root, secrets);
      here = here.step(step);
      covered |= here.isCovered();
    }
    return shown.toString();
  }

  // Names of parts and indexes come from code and order, not from data.
  private static Path shown(
      Path parent, Path step, boolean covered, RedactionState root, Secrets secrets) {
    switch (step.step()) {
      case KEY:
        return parent.key(covered ? Secrets.MASK : secrets.mask(step.text()));
      case ELEMENT:
        return parent.element(
            covered || isCoveredLabel(step, root)
                ? step.text().substring(0, step.text().indexOf('=') + 1) + Secrets.MASK
                : secrets.mask(step.text()));
      case INDEX:
        return parent.key(step.text());
      default:
        return parent.part(step.text());
    }
  }

  /** Whether the label of an element shows a value that stands at a covered path. */
  static boolean isCoveredLabel(Path element, RedactionState root) {
    int equals = element.text().indexOf('=');
    return element.step() == Path.Step.ELEMENT
        && equals > 0
        && root.at(element).part(element.text().substring(0, equals)).isCovered();
  }
}
