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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one call point with their places, so that a message about duplicates or
 * contradictions names both places. Not thread-safe.
 */
final class RuleList {
  /** The limit of the rules of one list: pairs of them are checked. */
  static final int MOST = 1_000;

  /** So many pairs are searched for the place of a contradiction. */
  private static final int MOST_PAIRS = 100_000;

  private static final String CONTRADICTORY = "contradictory: ";

  private final Section section;
  private final ConfigProblems problems;
  private final List<Entry> entries = new ArrayList<>();

  /** The rules' lines with the places of the first ones. */
  private final Map<String, SourcePosition> lines = new HashMap<>();

  /** The sorts and scopes of the rules. */
  private final Set<String> own = new HashSet<>();

  private final List<Consumer<RulesBuilder>> settings = new ArrayList<>();

  /** The rules for all call points, of which this list takes those that it does not replace. */
  private final List<Entry> defaults = new ArrayList<>();

  /**
   * Creates a list.
   *
   * @param others the rules for all call points; null for none
   */
  RuleList(Section section, ConfigProblems problems, @Nullable RuleList others) {
    this.section = section;
    this.problems = problems;
    if (others != null) {
      others.inOrder(others.entries).forEach(entry -> defaults.add(entry.asDefault()));
    }
  }

  /** Takes no default of this name. */
  void dropDefaults(String name) {
    defaults.removeIf(entry -> entry.rule.key().equals(name));
  }

  /** Takes no default of this name for this scope. */
  void dropDefaults(String name, RuleScope scope) {
    defaults.removeIf(entry -> entry.rule.key().equals(name) && entry.rule.scope().equals(scope));
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

    Entry asDefault() {
      return new Entry(rule.asDefault(), where, key, adder);
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
      String line = alone.lines().get(0);
      SourcePosition first = lines.putIfAbsent(line, at.where);
      if (first != null) {
        problems.add(at.where, at.key, "is given twice, first at " + first);
        return;
      }
      RuleConfig rule = new RuleConfig(name, at.value, line, names);
      own.add(rule.key() + " " + rule.scope());
      if (entries.size() == MOST) {
        problems.add(
            at.where, at.key, "is one rule too many: a call point has at most " + MOST + " rules");
      }
      if (entries.size() >= MOST) {
        return;
      }
      entries.add(new Entry(rule, at.where, at.key, adder));
    } catch (IllegalArgumentException e) {
      problems.add(at.where, at.key, String.valueOf(e.getMessage()));
    }
  }

  /** The single rules: the defaults that apply, then the others, each in the order of the file. */
  List<RuleConfig> ruleConfigs() {
    List<RuleConfig> rules = new ArrayList<>();
    withDefaults().forEach(entry -> rules.add(entry.rule));
    return rules;
  }

  /** All rules together; none if two contradict each other, in which case a problem is added. */
  Rules rules() {
    List<Entry> own = inOrder(entries);
    try {
      build(own);
      return build(withDefaults());
    } catch (IllegalArgumentException e) {
      if (!noteContradictions(own)) {
        refuse(own, String.valueOf(e.getMessage()));
      }
      return Rules.none();
    }
  }

  /**
   * Returns the own rules after the defaults that fit beside them. A default is left out where the
   * own rules have one of its sort for its scope, or contradict it.
   */
  private List<Entry> withDefaults() {
    List<Entry> all = new ArrayList<>();
    List<Entry> left = new ArrayList<>();
    for (Entry each : defaults) {
      if (!own.contains(each.rule.key() + " " + each.rule.scope())) {
        left.add(each);
      }
    }
    all.addAll(left);
    all.addAll(inOrder(entries));
    return fits(all) ? all : withFittingDefaults(left);
  }

  private List<Entry> withFittingDefaults(List<Entry> candidates) {
    List<Entry> taken = new ArrayList<>();
    List<Entry> left = new ArrayList<>(candidates);
    // A rename inside a renamed list fits only beside the other rename, wherever that one stands.
    for (int before = -1; before < taken.size(); ) {
      before = taken.size();
      for (Entry each : new ArrayList<>(left)) {
        List<Entry> more = new ArrayList<>(taken);
        more.add(each);
        more.addAll(inOrder(entries));
        if (fits(more)) {
          taken.add(each);
          left.remove(each);
        }
      }
    }
    List<Entry> all = inOrder(taken);
    all.addAll(inOrder(entries));
    return all;
  }

  private boolean fits(List<Entry> all) {
    try {
      build(all);
      return true;
    } catch (IllegalArgumentException contradiction) {
      return false;
    }
  }

  /** Adds a problem at the rule that a message begins with; of the whole section for none. */
  private void refuse(List<Entry> all, String message) {
    for (Entry each : all) {
      if (message.startsWith(each.rule + ":")) {
        problems.add(each.where, each.key, message);
        return;
      }
    }
    section.refuse(message);
  }

  private boolean noteContradictions(List<Entry> all) {
    boolean noted = false;
    int pairs = 0;
    for (int later = 1; later < all.size() && pairs < MOST_PAIRS; later++) {
      pairs += later;
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
      String message = String.valueOf(e.getMessage());
      return message.startsWith(CONTRADICTORY) ? message.substring(CONTRADICTORY.length()) : "";
    }
  }

  private Rules build(List<Entry> chosen) {
    RulesBuilder builder = Rules.builder();
    settings.forEach(setting -> setting.accept(builder));
    chosen.forEach(entry -> entry.adder.accept(builder));
    return builder.build();
  }

  private List<Entry> inOrder(List<Entry> some) {
    List<Entry> ordered = new ArrayList<>(some);
    ordered.sort(Comparator.comparing(entry -> entry.where, SourcePosition.FILE_ORDER));
    return ordered;
  }
}
