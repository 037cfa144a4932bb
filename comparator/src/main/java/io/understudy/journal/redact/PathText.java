package io.understudy.journal.redact;

import io.understudy.value.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Converts paths of differences to text and redacts the data in them. */
final class PathText {
  private PathText() {}

  /** Returns the form of {@code Path.toString} with masked keys and labels. */
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

  /** Returns whether the label of an element shows a value from a covered path. */
  static boolean isCoveredLabel(Path element, RedactionState root) {
    int equals = element.text().indexOf('=');
    return element.step() == Path.Step.ELEMENT
        && equals > 0
        && root.at(element).part(element.text().substring(0, equals)).isCovered();
  }
}
