package io.understudy.tool.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.NearestWord;
import io.understudy.agent.config.RuleConfig;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypeLeaves;
import io.understudy.tool.type.TypeParts;
import io.understudy.tool.type.TypePartsFinder;
import io.understudy.value.PathPattern;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which rules of a call point can never hold, since the static types have no such places, and
 * which hide more than they look like.
 */
final class RuleCheck {
  private final CallConfig call;
  private final MethodSignature control;
  private final PathRoots ofControl;
  private final @Nullable PathRoots ofCandidate;
  private final boolean comparesArguments;
  private final TypePartsFinder parts;
  private final ClassCheck classes;
  private final Findings findings;

  /**
   * Rules of one call point.
   *
   * @param candidate null where it was not found
   * @param arguments whether arguments are compared as they stand after the call
   */
  RuleCheck(
      CallConfig call,
      MethodSignature control,
      @Nullable MethodSignature candidate,
      boolean arguments,
      TypePartsFinder parts,
      ClassCheck classes,
      Findings findings) {
    this.call = call;
    this.comparesArguments = arguments;
    this.control = control;
    this.ofControl = new PathRoots(control, parts);
    this.ofCandidate = candidate == null ? null : new PathRoots(candidate, parts);
    this.parts = parts;
    this.classes = classes;
    this.findings = findings;
  }

  /** Notes what is odd about the rules. */
  void check() {
    for (RuleConfig rule : call.ruleConfigs()) {
      PathPattern path = rule.scope().path();
      String type = rule.scope().typeName();
      if (path != null) {
        at(rule, path);
      } else if (type != null) {
        classes.exists(rule.toString(), type);
      }
      if (rule.key().equals("comparator")) {
        classes.comparator(rule.toString(), rule.names().get(0));
      }
    }
    new AcceptanceCheck(ofControl, ofCandidate, LocalDate.now(ZoneOffset.UTC), findings)
        .check(call, comparesArguments);
    new IgnoreCheck(call, findings).check(TypeLeaves.of(control.returnedType(), parts));
  }

  private void at(RuleConfig rule, PathPattern path) {
    // Ids are translated in arguments, whether those are compared or not.
    boolean arguments = comparesArguments || rule.key().equals("identity");
    PathRoots.Reach reach = ofControl.reach(path.steps(), arguments);
    PathRoots candidates = ofCandidate;
    PathRoots.Reach there = candidates == null ? null : candidates.reach(path.steps(), arguments);
    if (reach.isDead && (there == null || there.isDead)) {
      dead(rule.toString(), reach);
      return;
    }
    if (rule.key().equals("keyed")) {
      rule.names().forEach(part -> keyed(rule, part, reach.ends));
    } else if (rule.key().equals("unordered")) {
      lists(rule, reach.ends);
    } else if (rule.key().equals("identity")) {
      ids(rule, reach.ends);
    } else if (rule.key().equals("rename") && candidates != null) {
      PathRoots.Reach target =
          candidates.reach(PathPattern.parse(rule.names().get(0)).steps(), arguments);
      if (target.isDead) {
        findings.warning(
            rule + " never applies: the candidate has nothing there: " + target.dead.get(0));
      }
    }
  }

  private void dead(String rule, PathRoots.Reach reach) {
    findings.warning(rule + " never applies: " + reach.dead.get(reach.dead.size() - 1));
  }

  private void keyed(RuleConfig rule, String part, Set<StaticType> lists) {
    for (StaticType list : lists) {
      StaticType element = parts.of(list).element();
      if (element == null) {
        isNoList(rule, list);
        continue;
      }
      TypeParts inside = parts.of(element);
      boolean open = inside == TypeParts.UNKNOWN || parts.subclassMayHave(element, part);
      if (!open && inside.step(part) == null) {
        findings.warning(
            rule
                + ": "
                + element
                + (inside.byName().isEmpty()
                    ? " has no parts, so there is nothing to pair by"
                    : " has no part "
                        + part
                        + NearestWord.didYouMean(part, inside.byName().keySet())));
      }
    }
  }

  private void lists(RuleConfig rule, Set<StaticType> ends) {
    for (StaticType end : ends) {
      if (parts.of(end).element() == null) {
        isNoList(rule, end);
      }
    }
  }

  private void ids(RuleConfig rule, Set<StaticType> ends) {
    for (StaticType end : ends) {
      TypeParts inside = parts.of(end);
      if (inside != TypeParts.UNKNOWN && (inside.element() != null || !inside.byName().isEmpty())) {
        findings.warning(rule + " never applies: " + end + " has parts, and is no id itself");
      }
    }
  }

  private void isNoList(RuleConfig rule, StaticType type) {
    if (parts.of(type) != TypeParts.UNKNOWN) {
      findings.warning(rule + " never applies: " + type + " has no elements");
    }
  }
}
