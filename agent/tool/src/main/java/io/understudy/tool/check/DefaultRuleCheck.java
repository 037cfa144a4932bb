package io.understudy.tool.check;

import io.understudy.agent.config.RuleConfig;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects where the rules for all call points apply. A rule that applies at one call point at
 * least is fine; the others cause one warning each. Not thread-safe.
 */
final class DefaultRuleCheck {
  private final List<RuleConfig> rules;
  private final Set<String> applied = new HashSet<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();

  DefaultRuleCheck(List<RuleConfig> rules) {
    this.rules = rules;
  }

  /**
   * Notes the result of the check of a rule at one call point.
   *
   * @param warnings why the rule has no effect there; empty where it may have one
   */
  void note(RuleConfig rule, List<String> warnings) {
    if (warnings.isEmpty()) {
      applied.add(rule.toString());
    } else {
      reasons.putIfAbsent(rule.toString(), warnings.get(0));
    }
  }

  /** Adds a warning for each rule that applies at no call point. */
  void report(Findings findings) {
    for (RuleConfig rule : rules) {
      String line = rule.toString();
      if (!applied.contains(line)) {
        String reason = reasons.get(line);
        findings.warning(
            "at every call point: "
                + (reason == null
                    ? line + " is left out, because the call point has a rule of its own"
                    : reason));
      }
    }
  }
}
