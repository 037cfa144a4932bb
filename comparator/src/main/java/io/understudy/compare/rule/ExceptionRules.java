package io.understudy.compare.rule;

import io.understudy.compare.ThrownException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares exceptions by their classes, after the mapping of the control's, and by messages and
 * causes where rules demand it. Of several rules, the one for the closest class applies, as {@link
 * RuleScope} defines. Immutable.
 */
public final class ExceptionRules {
  private final List<Rule> rules;

  ExceptionRules(List<Rule> all) {
    this.rules = new ArrayList<>(all);
    rules.removeIf(Rule::appliesToPlaces);
  }

  /**
   * Compares two exceptions, and counts the rules that mattered.
   *
   * @return null where they are equal, "" where their classes differ, otherwise one clause
   */
  @Nullable
  public String difference(ThrownException control, ThrownException candidate, RuleHits hits) {
    if (!isExpectedClass(control, candidate, hits)) {
      return "";
    }
    if (!isSameMessage(control, candidate, hits)) {
      return "the messages differ";
    }
    return isSameCauses(control, candidate, hits) ? null : "the causes differ";
  }

  /** Whether a rule compares messages or causes of some exceptions. */
  public boolean compareTexts() {
    for (Rule rule : rules) {
      if (rule.sort == Rule.Sort.EXCEPTION_MESSAGE || rule.sort == Rule.Sort.EXCEPTION_CAUSE) {
        return true;
      }
    }
    return false;
  }

  /** Whether a rule names the candidate's class for the control's class. */
  public boolean maps(ThrownException control, ThrownException candidate) {
    Rule mapping = new RulePrecedence(rules, control.typeNames()).of(Rule.Sort.EXCEPTION_CLASS);
    return mapping != null
        && mapping.requiredParameter() != ExceptionDetailRule.ANY_CLASS
        && mapping.requiredParameter().toString().equals(candidate.className());
  }

  private boolean isExpectedClass(
      ThrownException control, ThrownException candidate, RuleHits hits) {
    Rule mapping = new RulePrecedence(rules, control.typeNames()).of(Rule.Sort.EXCEPTION_CLASS);
    if (mapping == null) {
      return control.className().equals(candidate.className());
    }
    if (mapping.requiredParameter() == ExceptionDetailRule.ANY_CLASS) {
      boolean same = control.className().equals(candidate.className());
      hits.count(same ? null : mapping);
      return true;
    }
    boolean mapped = mapping.requiredParameter().toString().equals(candidate.className());
    hits.count(mapped ? mapping : null);
    return mapped;
  }

  private boolean isSameMessage(ThrownException control, ThrownException candidate, RuleHits hits) {
    Rule rule = closest(Rule.Sort.EXCEPTION_MESSAGE, control, candidate);
    ExceptionDetailRule details =
        rule == null
            ? ExceptionDetailRule.NOT_COMPARED
            : (ExceptionDetailRule) rule.requiredParameter();
    String controlMessage = control.message();
    String candidateMessage = candidate.message();
    if (details == ExceptionDetailRule.NOT_COMPARED
        || Objects.equals(controlMessage, candidateMessage)) {
      return true;
    }
    boolean same = details.passes(controlMessage, candidateMessage);
    // A mask matters where it makes messages equal; a full comparison where messages differ.
    hits.count(same == details.isMasked() ? rule : null);
    return same;
  }

  private boolean isSameCauses(ThrownException control, ThrownException candidate, RuleHits hits) {
    Rule rule = closest(Rule.Sort.EXCEPTION_CAUSE, control, candidate);
    if (rule == null || rule.requiredParameter() != ExceptionDetailRule.COMPARED) {
      return true;
    }
    List<ThrownException> controlCauses = control.causes();
    List<ThrownException> candidateCauses = candidate.causes();
    boolean same = controlCauses.size() == candidateCauses.size();
    for (int i = 0; same && i < controlCauses.size(); i++) {
      same =
          isExpectedClass(controlCauses.get(i), candidateCauses.get(i), hits)
              && isSameMessage(controlCauses.get(i), candidateCauses.get(i), hits);
    }
    hits.count(same ? null : rule);
    return same;
  }

  private @Nullable Rule closest(
      Rule.Sort sort, ThrownException control, ThrownException candidate) {
    Set<String> types = new LinkedHashSet<>();
    types.add(control.className());
    types.add(candidate.className());
    types.addAll(control.typeNames());
    types.addAll(candidate.typeNames());
    return new RulePrecedence(rules, new ArrayList<>(types)).of(sort);
  }
}
