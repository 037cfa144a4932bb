package io.understudy.compare.rule;

import io.understudy.compare.rule.text.PartNames;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps that some rules name at one place or below. Immutable. */
final class RuleSteps {
  private final Set<String> names = new HashSet<>();

  /** The steps with a wildcard beside other characters. */
  private final List<String> patterns = new ArrayList<>(0);

  /** Whether names in another style are the same. */
  private final boolean similar;

  RuleSteps(List<Rule> rules, boolean similar) {
    this.similar = similar;
    for (Rule rule : rules) {
      for (String step : rule.steps) {
        if (!PathPattern.isWild(step)) {
          names.add(step);
        } else if (PathPattern.isPartlyWild(step) && !patterns.contains(step)) {
          patterns.add(step);
        }
      }
    }
  }

  /**
   * Returns a key that steps share if the same rules name them; null where no rule names the step.
   * The number of keys depends on the rules, not on the data.
   */
  @Nullable String key(String step) {
    String name = named(step);
    if (patterns.isEmpty()) {
      return name;
    }
    StringBuilder key = new StringBuilder(name == null ? "" : name);
    for (String pattern : patterns) {
      key.append(PathPattern.isMatch(pattern, named(step, name)) ? "/" + pattern : "");
    }
    return key.length() == 0 ? null : key.toString();
  }

  /** Returns the step as rules name it: a similar name for a name in another style. */
  String stated(String step) {
    return named(step, named(step));
  }

  private static String named(String step, @Nullable String name) {
    return name == null ? step : name;
  }

  private @Nullable String named(String step) {
    if (names.contains(step)) {
      return step;
    }
    if (similar) {
      String canonical = PartNames.canonical(step);
      for (String name : names) {
        if (PartNames.canonical(name).equals(canonical)) {
          return name;
        }
      }
    }
    return null;
  }

  /** Whether a rule names an element by its index, or may do so by a pattern. */
  boolean hasIndex() {
    return names.stream().anyMatch(RuleSteps::isIndex)
        || patterns.stream().anyMatch(RuleSteps::isIndex);
  }

  private static boolean isIndex(String step) {
    return step.chars().allMatch(c -> ('0' <= c && c <= '9') || c == '*');
  }
}
