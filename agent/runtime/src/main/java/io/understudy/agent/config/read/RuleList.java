package io.understudy.agent.config.read;

import io.understudy.agent.config.RuleConfig;
import io.understudy.agent.config.SourcePosition;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rules of one call point with their places, so that a message about duplicates or
 * contradictions names both places. Not thread-safe.
 */
final class RuleList {
  private final Section section;
  private final ConfigProblems problems;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Consumer<RulesBuilder>> settings = new ArrayList<>();

  RuleList(Section section, ConfigProblems problems) {
    this.section = section;
    this.problems = problems;
  }

  /** One rule with its place and the function that adds it to a builder. */
  private static final class Entry {
    final RuleConfig rule;
    final SourcePosition where;
    final String key;
    final Consumer<RulesBuilder> adder;

    Entry(RuleConfig rule, SourcePosition where, String key, Consumer<RulesBuilder> adder) {
      this.rule = rule;
      this.where = where;
      this.key = key;
      this.adder = adder;
    }
  }

  /** Adds a setting of the whole call point: a mode or a flag. */
  void set(Consumer<RulesBuilder> adder) {
    settings.add(adder);
  }

  /** Adds a rule; a rule that is invalid by itself adds a problem instead. */
  void add(
      String name, PositionedValue<RuleScope> at, Consumer<RulesBuilder> adder, String... names) {
    try {
      RulesBuilder alone = Rules.builder();
      adder.accept(alone);
      String line = alone.build().describe().get(1);
      for (Entry other : entries) {
        if (other.rule.toString().equals(line)) {
          problems.add(at.where, at.key, "is given twice, first at " + other.where);
          return;
        }
      }
      RuleConfig rule = new RuleConfig(name, at.value, line, names);
      entries.add(new Entry(rule, at.where, at.key, adder));
    } catch (IllegalArgumentException e) {
      problems.add(at.where, at.key, String.valueOf(e.getMessage()));
    }
  }

  /** The single rules, in the order of the file. */
  List<RuleConfig> ruleConfigs() {
    List<RuleConfig> rules = new ArrayList<>();
    inOrder().forEach(entry -> rules.add(entry.rule));
    return rules;
  }

  /** All rules together; none if two contradict each other, in which case a problem is added. */
  Rules rules() {
    List<Entry> all = inOrder();
    try {
      return build(all);
    } catch (IllegalArgumentException e) {
      if (!noteContradictions(all)) {
        section.refuse(String.valueOf(e.getMessage()));
      }
      return Rules.none();
    }
  }

  private boolean noteContradictions(List<Entry> all) {
    boolean noted = false;
    for (int later = 1; later < all.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        String why = contradiction(all.get(earlier), all.get(later));
        if (!why.isEmpty()) {
          Entry entry = all.get(later);
          problems.add(
              entry.where,
              entry.key,
              "contradicts the rule at " + all.get(earlier).where + ": " + why);
          noted = true;
          break;
        }
      }
    }
    return noted;
  }

  /** The contradiction of two rules; empty if there is none. */
  private String contradiction(Entry one, Entry other) {
    List<Entry> pair = new ArrayList<>();
    Collections.addAll(pair, one, other);
    try {
      build(pair);
      return "";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage()).replaceFirst("^contradictory: ", "");
    }
  }

  private Rules build(List<Entry> chosen) {
    RulesBuilder builder = Rules.builder();
    settings.forEach(setting -> setting.accept(builder));
    chosen.forEach(entry -> entry.adder.accept(builder));
    return builder.build();
  }

  private List<Entry> inOrder() {
    List<Entry> ordered = new ArrayList<>(entries);
    ordered.sort(Comparator.comparing(entry -> entry.where, SourcePosition.FILE_ORDER));
    return ordered;
  }
}
