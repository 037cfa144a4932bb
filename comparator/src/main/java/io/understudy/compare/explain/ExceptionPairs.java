package io.understudy.compare.explain;

import io.understudy.value.TypeNames;
import java.util.List;

/** Explains two exceptions by the class names of them and their causes. */
final class ExceptionPairs {
  private ExceptionPairs() {}

  static void explain(
      String control,
      List<String> controlCauses,
      String candidate,
      List<String> candidateCauses,
      ExplanationList found) {
    found.addIf(candidateCauses.contains(control), "wrapped by candidate");
    found.addIf(controlCauses.contains(candidate), "wrapped by control");
    found.addIf(
        !control.equals(candidate) && TypeNames.simple(control).equals(TypeNames.simple(candidate)),
        "other package");
  }
}
