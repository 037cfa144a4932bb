package io.understudy.agent.config.read;

import io.understudy.agent.config.yaml.ConfigProblems;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code unanswered:}, at the top or under a call point. Stateless. */
final class UnansweredReader {
  /** Classes that nearly every exception extends: no exception would be compared. */
  private static final Set<String> TOO_WIDE =
      new HashSet<>(
          Arrays.asList(
              "java.lang.Object",
              "java.lang.Throwable",
              "java.lang.Exception",
              "java.lang.RuntimeException",
              "java.lang.Error",
              "java.io.Serializable"));

  private UnansweredReader() {}

  /** Reads the classes that a section names, and adds the inherited ones. */
  static Set<String> read(Section section, ConfigProblems problems, Set<String> above) {
    if (section.take("unanswered") == null) {
      return above;
    }
    Set<String> classes = new TreeSet<>();
    for (PositionedValue<String> each : section.list("unanswered", RuleValueKinds.className())) {
      if (!classes.add(each.value)) {
        problems.add(each.where, each.key, "is given twice");
      } else if (TOO_WIDE.contains(each.value)) {
        problems.add(
            each.where,
            each.key,
            each.value
                + " covers exceptions that are answers, so they would never be compared; name the"
                + " exception of a candidate that cannot be reached, such as"
                + " com.acme.next.BackendDown");
      }
    }
    classes.addAll(above);
    return Collections.unmodifiableSet(classes);
  }
}
