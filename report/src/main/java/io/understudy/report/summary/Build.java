package io.understudy.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The code of both sides and the rules that compared them. Results belong to one build: after a
 * change, earlier results prove nothing about the code that runs now. Immutable.
 *
 * @param control the identity of the control's code; empty where unknown
 * @param candidate the identity of the candidate's code; empty where unknown
 * @param config the hash of the configuration
 * @param rules the rules of the call point, one a line
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

  /**
   * Names what is different in a later build: {@code candidate}, {@code control}, and {@code rules}
   * or else {@code configuration}.
   */
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
