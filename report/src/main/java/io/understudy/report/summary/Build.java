package io.understudy.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What evidence belongs to: the code of both sides, and the rules under which they were compared.
 * When one of these changes, what was proven before says nothing about what runs now. Immutable.
 *
 * @param control identity of the control's code; empty where unknown
 * @param candidate identity of the candidate's code; empty where unknown
 * @param config hash of the configuration
 * @param rules the rules of the call point, as text
 */
public record Build(String control, String candidate, String config, String rules)
    implements Comparable<Build> {
  private static final Comparator<Build> ORDER =
      Comparator.comparing(Build::control)
          .thenComparing(Build::candidate)
          .thenComparing(Build::config)
          .thenComparing(Build::rules);

  @Override
  public int compareTo(Build other) {
    return ORDER.compare(this, other);
  }

  /** What is different in a later build: {@code candidate}, {@code rules}, … in words. */
  public List<String> changesTo(Build later) {
    List<String> changes = new ArrayList<>();
    if (!candidate.equals(later.candidate)) {
      changes.add("candidate");
    }
    if (!control.equals(later.control)) {
      changes.add("control");
    }
    if (!rules.equals(later.rules)) {
      changes.add("rules");
    } else if (!config.equals(later.config)) {
      changes.add("configuration");
    }
    return changes;
  }
}
