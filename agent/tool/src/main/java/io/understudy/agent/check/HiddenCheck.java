package io.understudy.agent.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.StatedRule;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.List;

/** Says which ignores cover half of a result's parts, or more. */
final class HiddenCheck {
  private final CallConfig call;
  private final Findings findings;

  HiddenCheck(CallConfig call, Findings findings) {
    this.call = call;
    this.findings = findings;
  }

  /** Notes what covers too much of {@code leaves}, all places of the control's result. */
  void check(List<Leaf> leaves) {
    List<PathPattern> ignored = new ArrayList<>();
    boolean told = false;
    for (StatedRule rule : call.ruleConfigs()) {
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

  private static boolean isCovered(Leaf leaf, List<PathPattern> ignored) {
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
