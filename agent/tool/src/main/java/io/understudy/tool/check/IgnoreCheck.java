package io.understudy.tool.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.RuleConfig;
import io.understudy.tool.type.TypeLeaf;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.List;

/** Warns of ignore rules that cover at least half of the parts of a result. */
final class IgnoreCheck {
  private final CallConfig call;
  private final Findings findings;

  IgnoreCheck(CallConfig call, Findings findings) {
    this.call = call;
    this.findings = findings;
  }

  /**
   * Adds a warning if the rules cover too much of {@code leaves}, the places of the control's
   * result.
   */
  void check(List<TypeLeaf> leaves) {
    List<PathPattern> ignored = new ArrayList<>();
    boolean hasWarned = false;
    for (RuleConfig rule : call.ruleConfigs()) {
      PathPattern path = rule.scope().path();
      if (rule.key().equals("ignore") && path != null) {
        ignored.add(path);
        long hidden = leaves.stream().filter(leaf -> leaf.isCoveredBy(path.steps())).count();
        hasWarned |= warnIfHalf(rule.toString(), hidden, leaves.size());
      }
    }
    if (!hasWarned && ignored.size() > 1) {
      long hidden = leaves.stream().filter(leaf -> isCovered(leaf, ignored)).count();
      warnIfHalf("ignore, all together,", hidden, leaves.size());
    }
  }

  private static boolean isCovered(TypeLeaf leaf, List<PathPattern> ignored) {
    return ignored.stream().anyMatch(path -> leaf.isCoveredBy(path.steps()));
  }

  private boolean warnIfHalf(String label, long hidden, int all) {
    boolean hidesHalf = all > 1 && 2 * hidden >= all;
    if (hidesHalf) {
      findings.warning(
          label + " hides " + hidden + " of the " + all + " parts of the result; name fewer");
    }
    return hidesHalf;
  }
}
