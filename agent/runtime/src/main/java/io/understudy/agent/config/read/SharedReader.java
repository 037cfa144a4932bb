package io.understudy.agent.config.read;

import io.understudy.agent.config.yaml.ConfigProblems;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads {@code shared:}, the packages that an isolated candidate shares. Stateless. */
final class SharedReader {
  private static final String PART = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
  private static final ValueKind<String> NAME =
      ValueKinds.text("a package such as com.acme.api", PART + "(\\." + PART + ")*");

  private SharedReader() {}

  static Set<String> read(Section section, ConfigProblems problems) {
    Set<String> shared = new LinkedHashSet<>();
    for (PositionedValue<String> each : section.list("shared", NAME)) {
      if (!shared.add(each.value)) {
        problems.add(each.where, each.key, "is given twice");
      }
    }
    return shared;
  }
}
