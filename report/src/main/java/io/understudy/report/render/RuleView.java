package io.understudy.report.render;

import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.Percent;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.RuleUse;

/** A comparison rule and its effect in words. Immutable. */
final class RuleView {
  private final RuleUse rule;

  RuleView(RuleUse rule) {
    this.rule = rule;
  }

  /** Returns the line that describes the rule. */
  String rule() {
    return VisibleText.line(rule.rule(), 300);
  }

  /** Returns the number of hits; a dash where no session counts them. */
  String hits() {
    return rule.comparisons() == 0 ? "–" : Figures.count(rule.hits());
  }

  /** Returns the number of comparisons and their first day. */
  String over() {
    if (rule.comparisons() == 0) {
      return "not counted";
    }
    return Figures.count(rule.comparisons(), "comparison", "comparisons")
        + rule.since().map(day -> " since " + Figures.shortDay(day)).orElse("");
  }

  /** Returns the share of compared values that the rule hides; empty where it hides none. */
  String share() {
    return rule.hidden() == 0 || rule.leaves() == 0 ? "" : Percent.of(rule.hidden(), rule.leaves());
  }

  /** Whether the reader should do something. */
  boolean needsAttention() {
    return rule.present() && (rule.neverHit() || rule.hidesHalf());
  }

  /** Returns the group in the list: 0 hides much, 1 has no hit, 2 is in use, 3 was removed. */
  int urgency() {
    if (!rule.present()) {
      return 3;
    }
    return rule.hidesHalf() ? 0 : rule.neverHit() ? 1 : 2;
  }

  /** Whether the rule hides at least half of the compared values. */
  boolean hidesHalf() {
    return rule.present() && rule.hidesHalf();
  }

  /** Returns what to do, or the state where there is nothing to do. */
  String advice() {
    if (!rule.present()) {
      return "no longer configured";
    }
    if (rule.hidesHalf() && rule.rule().startsWith("only ")) {
      return "Leaves at least half of the values out of the comparison, so faults in them stay hidden."
          + " Check that the other values may differ.";
    }
    if (rule.hidesHalf()) {
      return "Hides at least half of the compared values, so faults in them stay hidden. Name only"
          + " the values that may differ, and compare the rest.";
    }
    if (rule.neverHit()) {
      return "Never had a hit. Check its path; if the path is right, remove the rule, so that it"
          + " cannot hide a fault later.";
    }
    if (rule.comparisons() == 0) {
      return "these journals do not count its hits";
    }
    return rule.hits() == 0 ? "in use at another call point" : "in use";
  }

  /** Returns the CSS class of the colour. */
  String tone() {
    return rule.hidesHalf() && rule.present() ? "bad" : needsAttention() ? "none" : "soft";
  }
}
