package io.understudy.compare;

import io.understudy.compare.explain.Explanation;
import io.understudy.compare.explain.Explanations;
import io.understudy.value.Path;
import io.understudy.value.view.StandardShapes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
    if (!mine.className().equals(theirs.className())) {
      return Explanations.ofFailures(
          mine.className(), names(mine.causes()), theirs.className(), names(theirs.causes()));
    }
    return Objects.equals(mine.message(), theirs.message())
        ? causes(mine.causes(), theirs.causes())
        : messages(mine, theirs);
  }

  /** Explains the first causes that differ; nothing where one chain is only longer. */
  private static List<Explanation> causes(
      List<ThrownException> mine, List<ThrownException> theirs) {
    for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
      ThrownException one = mine.get(i);
      ThrownException other = theirs.get(i);
      if (!one.className().equals(other.className())) {
        return Explanations.ofFailures(
            one.className(),
            names(mine.subList(i + 1, mine.size())),
            other.className(),
            names(theirs.subList(i + 1, theirs.size())));
      }
      if (!Objects.equals(one.message(), other.message())) {
        return messages(one, other);
      }
    }
    return nothing();
  }

  private static List<Explanation> messages(ThrownException mine, ThrownException theirs) {
    return Explanations.ofValues(mine.message(), theirs.message());
  }

  private static List<String> names(List<ThrownException> causes) {
    List<String> names = new ArrayList<>();
    causes.forEach(cause -> names.add(cause.className()));
    return names;
  }
}
