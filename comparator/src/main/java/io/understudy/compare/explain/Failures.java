package io.understudy.compare.explain;

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
        !control.equals(candidate) && simple(control).equals(simple(candidate)), "other package");
  }

  private static String simple(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }
}
