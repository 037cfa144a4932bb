package io.understudy.agent.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Nearest;
import io.understudy.agent.config.StatedRule;
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
  private final Signature control;
  private final Roots ofControl;
  private final @Nullable Roots ofCandidate;
  private final boolean comparesArguments;
  private final PartTypes parts;
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
      Signature control,
      @Nullable Signature candidate,
      boolean arguments,
      PartTypes parts,
      ClassCheck classes,
      Findings findings) {
    this.call = call;
    this.comparesArguments = arguments;
    this.control = control;
    this.ofControl = new Roots(control, parts);
    this.ofCandidate = candidate == null ? null : new Roots(candidate, parts);
    this.parts = parts;
    this.classes = classes;
    this.findings = findings;
  }

  /** Notes what is odd about the rules. */
  void check() {
    for (StatedRule rule : call.stated()) {
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
    new HiddenCheck(call, findings).check(Leaves.of(control.returnedType(), parts));
  }

  private void at(StatedRule rule, PathPattern path) {
    // Ids are translated in arguments, whether those are compared or not.
    boolean arguments = comparesArguments || rule.key().equals("identity");
    Roots.Reach reach = ofControl.reach(path.steps(), arguments);
    Roots candidates = ofCandidate;
    Roots.Reach there = candidates == null ? null : candidates.reach(path.steps(), arguments);
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
      Roots.Reach target =
          candidates.reach(PathPattern.parse(rule.names().get(0)).steps(), arguments);
      if (target.isDead) {
        findings.warning(
            rule + " never applies: the candidate has nothing there: " + target.dead.get(0));
      }
    }
  }

  private void dead(String rule, Roots.Reach reach) {
    findings.warning(rule + " never applies: " + reach.dead.get(reach.dead.size() - 1));
  }

  private void keyed(StatedRule rule, String part, Set<StaticType> lists) {
    for (StaticType list : lists) {
      StaticType element = parts.of(list).element();
      if (element == null) {
        isNoList(rule, list);
        continue;
      }
      Parts inside = parts.of(element);
      boolean open = inside == Parts.UNKNOWN || parts.subclassMayHave(element, part);
      if (!open && inside.step(part) == null) {
        findings.warning(
            rule
                + ": "
                + element
                + (inside.byName().isEmpty()
                    ? " has no parts, so there is nothing to pair by"
                    : " has no part " + part + Nearest.didYouMean(part, inside.byName().keySet())));
      }
    }
  }

  private void lists(StatedRule rule, Set<StaticType> ends) {
    for (StaticType end : ends) {
      if (parts.of(end).element() == null) {
        isNoList(rule, end);
      }
    }
  }

  private void ids(StatedRule rule, Set<StaticType> ends) {
    for (StaticType end : ends) {
      Parts inside = parts.of(end);
      if (inside != Parts.UNKNOWN && (inside.element() != null || !inside.byName().isEmpty())) {
        findings.warning(rule + " never applies: " + end + " has parts, and is no id itself");
      }
    }
  }

  private void isNoList(StatedRule rule, StaticType type) {
    if (parts.of(type) != Parts.UNKNOWN) {
      findings.warning(rule + " never applies: " + type + " has no elements");
    }
  }
}
