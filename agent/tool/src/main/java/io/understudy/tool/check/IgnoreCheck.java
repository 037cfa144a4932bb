package io.understudy.tool.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.RuleConfig;
import io.understudy.tool.type.TypeLeaf;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.List;

/** Says which ignores cover half of a result's parts, or more. */
final class IgnoreCheck {
  private final CallConfig call;
  private final Findings findings;

  IgnoreCheck(CallConfig call, Findings findings) {
    this.call = call;
    this.findings = findings;
  }

  /** Notes what covers too much of {@code leaves}, all places of the control's result. */
  void check(List<TypeLeaf> leaves) {
    List<PathPattern> ignored = new ArrayList<>();
    boolean told = false;
    for (RuleConfig rule : call.ruleConfigs()) {
      PathPattern path = rule.scope().path();
      if (rule.key().equals("ignore") && path != null) {
        ignored.add(path);
        long hidden = leaves.stream().filter(leaf -> leaf.isCoveredBy(path.steps())).count();
        told |= tell(rule.toString(), hidden, leaves.size());
      }
    }
    if (!told && ignored.size() > 1) {
      long hidden = leaves.stream().filter(leaf -> isCovered(leaf, ignored)).count();
      tell("ignore, all together,", hidden, leaves.size());
    }
  }

  private static boolean isCovered(TypeLeaf leaf, List<PathPattern> ignored) {
    return ignored.stream().anyMatch(path -> leaf.isCoveredBy(path.steps()));
  }

  private boolean tell(String what, long hidden, int all) {
    boolean half = all > 1 && 2 * hidden >= all;
    if (half) {
      findings.warning(
          what + " hides " + hidden + " of the " + all + " parts of the result; name fewer");
    }
    return half;
  }
}
