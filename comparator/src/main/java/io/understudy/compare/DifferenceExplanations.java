package io.understudy.compare;

import io.understudy.compare.explain.Explanation;
import io.understudy.compare.explain.Explanations;
import io.understudy.value.Path;
import io.understudy.value.view.StandardShapes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Selects the explanations that apply to a kind of difference. */
final class DifferenceExplanations {
  private DifferenceExplanations() {}

  static List<Explanation> of(Difference difference) {
    Object control = difference.control();
    Object candidate = difference.candidate();
    switch (difference.kind()) {
      case VALUE:
      case TYPE:
        return Explanations.ofValues(control, candidate);
      case MISSING:
        return isNamed(difference.path()) ? Explanations.ofAbsence(control) : nothing();
      case EXTRA:
        return isNamed(difference.path()) ? Explanations.ofAbsence(candidate) : nothing();
      case LENGTH:
        return contents(control, candidate);
      case EXCEPTION:
        return failures(control, candidate);
      default:
        return nothing();
    }
  }

  private static List<Explanation> nothing() {
    return Collections.emptyList();
  }

  /** Whether a path ends in a part or a key, and not in an element. */
  private static boolean isNamed(Path path) {
    return path.step() == Path.Step.PART || path.step() == Path.Step.KEY;
  }

  private static List<Explanation> contents(@Nullable Object control, @Nullable Object candidate) {
    Object mine = control == null ? null : StandardShapes.of(control).primitives(control);
    Object theirs = candidate == null ? null : StandardShapes.of(candidate).primitives(candidate);
    return mine == null || theirs == null ? nothing() : Explanations.ofContents(mine, theirs);
  }

  private static List<Explanation> failures(@Nullable Object control, @Nullable Object candidate) {
    if (!(control instanceof ThrownException) || !(candidate instanceof ThrownException)) {
      return Explanations.ofFailure(control instanceof ThrownException ? candidate : control);
    }
    ThrownException mine = (ThrownException) control;
    ThrownException theirs = (ThrownException) candidate;
    if (mine.className().equals(theirs.className())
        && mine.message() != null
        && theirs.message() != null) {
      return Explanations.ofValues(mine.message(), theirs.message());
    }
    return Explanations.ofFailures(
        mine.className(), causes(mine), theirs.className(), causes(theirs));
  }

  private static List<String> causes(ThrownException thrown) {
    List<String> names = new ArrayList<>();
    thrown.causes().forEach(cause -> names.add(cause.className()));
    return names;
  }
}
