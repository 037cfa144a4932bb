package io.understudy.compare.explain;

import io.understudy.compare.TypeName;
import java.util.List;

/** Two exceptions, each by the names of its class and of its causes' classes. */
final class Failures {
  private Failures() {}

  static void explain(
      String control,
      List<String> controlCauses,
      String candidate,
      List<String> candidateCauses,
      Found found) {
    found.addIf(candidateCauses.contains(control), "wrapped by candidate");
    found.addIf(controlCauses.contains(candidate), "wrapped by control");
    found.addIf(
        !control.equals(candidate) && TypeName.simple(control).equals(TypeName.simple(candidate)),
        "other package");
  }
}
