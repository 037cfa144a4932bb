package io.understudy.agent.config.read;

import io.understudy.agent.config.yaml.ConfigProblems;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code immutable:}, at the top or under a call point. Stateless. */
final class ImmutableReader {
  private ImmutableReader() {}

  /** Reads the classes that a section names, and adds the inherited ones. */
  static Set<String> read(Section section, ConfigProblems problems, Set<String> above) {
    if (section.take("immutable") == null) {
      return above;
    }
    Set<String> classes = new TreeSet<>();
    for (PositionedValue<String> each : section.list("immutable", RuleValueKinds.className())) {
      if (!classes.add(each.value)) {
        problems.add(each.where, each.key, "is given twice");
      } else if (each.value.startsWith("java.")) {
        problems.warn(
            each.where,
            each.key,
            "has no effect on arguments: the agent has a list of the JDK's immutable classes");
      }
    }
    classes.addAll(above);
    return Collections.unmodifiableSet(classes);
  }
}
