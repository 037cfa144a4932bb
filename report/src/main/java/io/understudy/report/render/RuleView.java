package io.understudy.report.render;

import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.Percent;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.RuleUse;

/** A rule and what it did, in words. Immutable. */
final class RuleView {
  private final RuleUse rule;

  RuleView(RuleUse rule) {
    this.rule = rule;
  }

  /** The line that describes it. */
  String rule() {
    return VisibleText.line(rule.rule(), 300);
  }

  /** How often it mattered; a dash where the journals do not tell. */
  String hits() {
    return rule.comparisons() == 0 ? "–" : Figures.count(rule.hits());
  }

  /** Over how many comparisons, since when. */
  String over() {
    if (rule.comparisons() == 0) {
      return "not watched";
    }
    return Figures.count(rule.comparisons(), "comparison", "comparisons")
        + rule.since().map(day -> " since " + Figures.shortDay(day)).orElse("");
  }

  /** Which share of all compared values it hid; empty where it hid none. */
  String share() {
    return rule.hidden() == 0 || rule.leaves() == 0 ? "" : Percent.of(rule.hidden(), rule.leaves());
  }

  /** Whether its reader should do something. */
  boolean needsAttention() {
    return rule.present() && (rule.neverHit() || rule.hidesHalf());
  }

  /** Its place among the rules: those first that hide much, then those that never mattered. */
  int urgency() {
    if (!rule.present()) {
      return 3;
    }
    return rule.hidesHalf() ? 0 : rule.neverHit() ? 1 : 2;
  }

  /** Whether it hides half of what is compared, or more. */
  boolean hidesHalf() {
    return rule.present() && rule.hidesHalf();
  }

  /** What to do, or that nothing is to be done. */
  String advice() {
    if (!rule.present()) {
      return "no longer configured";
    }
    if (rule.hidesHalf()) {
      return "Hides half of what is compared, or more: a fault below it cannot be found. Name what"
          + " may really differ, and compare the rest.";
    }
    if (rule.neverHit()) {
      return "Never mattered. See whether its path is right; if it is, take it out, so that it"
          + " cannot hide a fault later.";
    }
    return rule.comparisons() == 0 ? "these journals do not tell what it did" : "in use";
  }

  /** The class of its colour. */
  String tone() {
    return rule.hidesHalf() && rule.present() ? "bad" : needsAttention() ? "none" : "soft";
  }
}
