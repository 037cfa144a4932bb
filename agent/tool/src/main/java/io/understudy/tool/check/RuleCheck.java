package io.understudy.tool.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.NearestWord;
import io.understudy.agent.config.RuleConfig;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypeLeaf;
import io.understudy.tool.type.TypeLeaves;
import io.understudy.tool.type.TypeParts;
import io.understudy.tool.type.TypePartsFinder;
import io.understudy.value.PathPattern;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Warns of the rules of a call point that never apply, because the static types have no such
 * places, and of ignore rules that hide too much.
 */
final class RuleCheck {
  private final CallConfig call;
  private final MethodSignature control;
  private final PathRoots controlRoots;
  private final @Nullable PathRoots candidateRoots;
  private final @Nullable StaticType candidateResult;
  private final boolean comparesArguments;
  private final TypePartsFinder parts;
  private final ClassCheck classes;
  private final DefaultRuleCheck defaults;
  private final Findings findings;

  /** Receives the warnings of the rule that is checked. */
  private Findings ofRule;

  /**
   * Checks the rules of one call point.
   *
   * @param candidate null if it was not found
   * @param arguments whether the arguments are compared after the call
   * @param defaults receives the warnings of the rules for all call points
   */
  RuleCheck(
      CallConfig call,
      MethodSignature control,
      @Nullable MethodSignature candidate,
      boolean arguments,
      TypePartsFinder parts,
      ClassCheck classes,
      DefaultRuleCheck defaults,
      Findings findings) {
    this.call = call;
    this.comparesArguments = arguments;
    this.control = control;
    this.controlRoots = new PathRoots(control, parts);
    this.candidateResult = candidate == null ? null : candidate.returnedType();
    this.candidateRoots = candidate == null ? null : new PathRoots(candidate, parts);
    this.parts = parts;
    this.classes = classes;
    this.defaults = defaults;
    this.findings = findings;
    this.ofRule = findings;
  }

  /** Adds the warnings. */
  void check() {
    int limits = 0;
    int dead = 0;
    for (RuleConfig rule : call.ruleConfigs()) {
      ofRule = new Findings();
      checkScope(rule);
      if (rule.key().equals("only")) {
        limits++;
        dead += ofRule.warnings().isEmpty() ? 0 : 1;
      }
      if (rule.isDefault()) {
        defaults.note(rule, ofRule.warnings());
      } else {
        ofRule.warnings().forEach(findings::warning);
      }
      if (rule.key().equals("comparator")) {
        classes.checkComparator(rule.toString(), rule.names().get(0));
      }
    }
    if (limits > 0 && dead == limits && !control.returned().equals("void")) {
      findings.error("nothing would be compared: the result has no place that only names");
    }
    new AcceptanceCheck(controlRoots, candidateRoots, LocalDate.now(ZoneOffset.UTC), findings)
        .check(call, comparesArguments);
    List<TypeLeaf> places = TypeLeaves.of(control.returnedType(), parts);
    new IgnoreCheck(call, findings).check(places);
    if (candidateResult != null) {
      new SortCheck(call, findings).check(places, TypeLeaves.of(candidateResult, parts));
    }
  }

  private void checkScope(RuleConfig rule) {
    PathPattern path = rule.scope().path();
    if (path != null) {
      checkPath(rule, path);
    }
    for (String type : rule.scope().typeNames()) {
      if (!PathPattern.isWild(type)) {
        classes.checkExists(rule.toString(), type, ofRule);
      }
    }
  }

  private void checkPath(RuleConfig rule, PathPattern path) {
    // Ids in arguments are translated, even if the arguments are not compared.
    boolean arguments = comparesArguments || rule.key().equals("identity");
    PathRoots.Reach reach = controlRoots.reach(path.steps(), arguments);
    PathRoots candidatePaths = candidateRoots;
    PathRoots.Reach candidateReach =
        candidatePaths == null ? null : candidatePaths.reach(path.steps(), arguments);
    if (reach.isDead && (candidateReach == null || candidateReach.isDead)) {
      warnDead(rule.toString(), reach);
      return;
    }
    if (rule.key().equals("keyed")) {
      rule.names().forEach(part -> checkKey(rule, part, reach.ends));
    } else if (rule.key().equals("unordered")) {
      checkLists(rule, reach.ends);
    } else if (rule.key().equals("identity")) {
      checkIds(rule, reach.ends);
    } else if (rule.key().equals("rename") && candidatePaths != null) {
      PathRoots.Reach target =
          candidatePaths.reach(PathPattern.parse(rule.names().get(0)).steps(), arguments);
      if (target.isDead) {
        ofRule.warning(
            rule + " never applies: the candidate has no such place: " + target.reasons.get(0));
      }
    }
  }

  private void warnDead(String rule, PathRoots.Reach reach) {
    ofRule.warning(rule + " never applies: " + reach.reasons.get(reach.reasons.size() - 1));
  }

  private void checkKey(RuleConfig rule, String part, Set<StaticType> lists) {
    for (StaticType list : lists) {
      StaticType element = parts.of(list).element();
      if (element == null) {
        warnNoElements(rule, list);
        continue;
      }
      TypeParts inside = parts.of(element);
      boolean open = inside == TypeParts.UNKNOWN || parts.subclassMayHave(element, part);
      if (!open && inside.step(part) == null) {
        ofRule.warning(
            rule
                + ": "
                + element
                + (inside.byName().isEmpty()
                    ? " has no parts, so its elements cannot be paired"
                    : " has no part "
                        + part
                        + NearestWord.didYouMean(part, inside.byName().keySet())));
      }
    }
  }

  private void checkLists(RuleConfig rule, Set<StaticType> ends) {
    for (StaticType end : ends) {
      if (parts.of(end).element() == null) {
        warnNoElements(rule, end);
      }
    }
  }

  private void checkIds(RuleConfig rule, Set<StaticType> ends) {
    for (StaticType end : ends) {
      TypeParts inside = parts.of(end);
      if (inside != TypeParts.UNKNOWN && (inside.element() != null || !inside.byName().isEmpty())) {
        ofRule.warning(rule + " never applies: " + end + " has parts, so it is not an id");
      }
    }
  }

  private void warnNoElements(RuleConfig rule, StaticType type) {
    if (parts.of(type) != TypeParts.UNKNOWN) {
      ofRule.warning(rule + " never applies: " + type + " has no elements");
    }
  }
}
