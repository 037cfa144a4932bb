package io.understudy.agent.config.read;

import io.understudy.agent.config.RuleConfig;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.KeyPath;
import io.understudy.agent.config.yaml.YamlNode;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.compare.rule.SideState;
import io.understudy.compare.rule.TextFormat;
import io.understudy.compare.rule.TextRule;
import io.understudy.compare.rule.Tolerance;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rules of comparison of one call point: the keys under {@code compare:}. */
final class CompareReader {
  private static final ValueKind<String> PART =
      ValueKinds.text("the name of the part that identifies an element", "[^/\\s][^/]*");

  private static final ValueKind<String> NAMESPACE =
      ValueKinds.text("one word that names what the ids are of, such as order", "[^\\s/]+");

  /** The keys whose defaults an empty value switches off. */
  private static final List<String> EMPTIED =
      Arrays.asList(
          "ignore",
          "ignore-where",
          "only",
          "unordered",
          "as-set",
          "any-value",
          "absent-is-null",
          "null-is-empty",
          "similar-names",
          "text-as-number",
          "tolerate",
          "decimal",
          "days",
          "keyed",
          "rename",
          "text",
          "mask",
          "matches",
          "codes",
          "round",
          "parse",
          "comparator",
          "identity");

  private final Section section;
  private final ConfigProblems problems;
  private final RuleList rules;
  private final @Nullable CompareReader defaults;
  private @Nullable Rules together;
  private @Nullable List<RuleConfig> single;
  private boolean argumentsStated;
  private ComparisonMode mode = ComparisonMode.VALUE;
  private boolean arguments;
  private boolean types;

  /**
   * Reads the section.
   *
   * @param defaults the rules for all call points; null for none
   */
  CompareReader(Section section, ConfigProblems problems, @Nullable CompareReader defaults) {
    this.section = section;
    this.problems = problems;
    this.defaults = defaults;
    this.rules = new RuleList(section, problems, defaults == null ? null : defaults.rules);
    read();
  }

  /** The rules; none if they contradict each other, in which case a problem is added. */
  Rules rules() {
    Rules known = together;
    if (known == null) {
      known = rules.rules();
      together = known;
    }
    return known;
  }

  /** The single rules, in the order of the file. */
  List<RuleConfig> ruleConfigs() {
    List<RuleConfig> known = single;
    if (known == null) {
      known = rules.ruleConfigs();
      single = known;
    }
    return known;
  }

  /** Whether {@code arguments} is set, to true or to false. */
  boolean argumentsStated() {
    return argumentsStated;
  }

  private void read() {
    if (defaults != null) {
      mode = defaults.mode;
      arguments = defaults.arguments;
      types = defaults.types;
      argumentsStated = defaults.argumentsStated;
    }
    argumentsStated |= section.take("arguments") != null;
    mode = section.value("mode", mode, ValueKinds.choice(ComparisonMode.class));
    arguments = section.value("arguments", arguments, ValueKinds.flag());
    types = section.value("types", types, ValueKinds.flag());
    rules.set(builder -> builder.mode(mode).arguments(arguments).classNames(types));
    EMPTIED.forEach(this::dropEmptiedDefaults);
    readCovering("ignore", RulesBuilder::ignore, "so that nothing would be compared");
    readWhere();
    readCovering("only", RulesBuilder::only, "so that it limits nothing");
    readScopes("unordered", RulesBuilder::unordered);
    readScopes("as-set", RulesBuilder::asSet);
    readScopes("any-value", RulesBuilder::anyValue);
    readScopesOrEverywhere("absent-is-null", RulesBuilder::absentIsNull);
    readScopesOrEverywhere("null-is-empty", RulesBuilder::nullIsEmpty);
    readScopesOrEverywhere("similar-names", RulesBuilder::similarNames);
    readScopesOrEverywhere("text-as-number", RulesBuilder::textAsNumber);
    readValues(
        "tolerate", "{ \"/total\": 0.005 }", RuleValueKinds.tolerance(), RulesBuilder::tolerate);
    readScopesOrEverywhere("decimal", CompareReader::addDecimals);
    readValues("days", "{ \"/dueDate\": UTC }", RuleValueKinds.zone(), RulesBuilder::days);
    readLists("keyed", "{ \"/lines\": sku }", PART, this::addKeyed);
    readRenames();
    ValueKind<TextRule> word = RuleValueKinds.word(TextRule.values(), TextRule::wireName);
    readLists("text", "{ \"/name\": [trim, ignore-case] }", word, this::addTexts);
    readLists("mask", "{ \"/message\": \"[0-9]+\" }", RuleValueKinds.regex(), this::addMasks);
    readValues(
        "matches", "{ \"/id\": \"[0-9]{8}\" }", RuleValueKinds.regex(), RulesBuilder::matches);
    new CodesReader(section, rules, problems).read();
    new RoundReader(section, rules, problems).read();
    ValueKind<TextFormat> format = RuleValueKinds.word(TextFormat.values(), TextFormat::wireName);
    readValues("parse", "{ \"/body\": json }", format, RulesBuilder::parse);
    readComparators();
    readIdentities();
    new ExceptionsReader(section.section("exceptions"), rules, problems).read();
    section.refuseUnknownKeys();
  }

  /** An empty list or mapping of a call point takes none of the defaults of that key. */
  private void dropEmptiedDefaults(String name) {
    YamlNode given = section.take(name);
    boolean isEmpty =
        (given instanceof YamlNode.Sequence && ((YamlNode.Sequence) given).items().isEmpty())
            || (given instanceof YamlNode.Mapping && ((YamlNode.Mapping) given).entries().isEmpty())
            || (given instanceof YamlNode.Scalar && ((YamlNode.Scalar) given).isWord("false"));
    if (isEmpty) {
      rules.dropDefaults(name);
    }
  }

  /** Reads the scopes of a rule that must not cover everything. */
  private void readCovering(String name, ScopeRule how, String consequence) {
    for (PositionedValue<RuleScope> scope : section.list(name, RuleValueKinds.scope())) {
      PathPattern path = scope.value.path();
      // The root is the result only: a rule for it is useful if the arguments are compared.
      boolean root = path != null && path.steps().isEmpty() && !arguments;
      boolean all = "java.lang.Object".equals(scope.value.typeName());
      if (root || all || scope.value.isEverywhere()) {
        problems.add(scope.where, scope.key, "covers everything, " + consequence);
      } else {
        rules.add(name, scope, builder -> how.state(builder, scope.value));
      }
    }
  }

  private void readWhere() {
    ValueKind<SideState> state = RuleValueKinds.word(SideState.values(), SideState::wireName);
    readLists(
        "ignore-where",
        "{ \"/notes\": candidate null }",
        state,
        (scope, states) -> {
          SideState[] all = states.toArray(new SideState[0]);
          rules.add("ignore-where", scope, builder -> builder.ignoreWhere(scope.value, all));
        });
  }

  /** Adds a rule that has a scope only. */
  private interface ScopeRule {
    void state(RulesBuilder rules, RuleScope... scopes);
  }

  private void readScopes(String name, ScopeRule how) {
    for (PositionedValue<RuleScope> scope : section.list(name, RuleValueKinds.scope())) {
      rules.add(name, scope, builder -> how.state(builder, scope.value));
    }
  }

  /** Reads a list of scopes, or {@code true} for everywhere. */
  private void readScopesOrEverywhere(String name, ScopeRule how) {
    YamlNode given = section.take(name);
    if (given instanceof YamlNode.Sequence) {
      readScopes(name, how);
    } else if (given instanceof YamlNode.Scalar && ((YamlNode.Scalar) given).isWord("true")) {
      PositionedValue<RuleScope> all =
          new PositionedValue<>(RuleScope.everywhere(), given.where(), section.path(name));
      rules.add(name, all, builder -> how.state(builder, RuleScope.everywhere()));
    } else if (given != null
        && !(given instanceof YamlNode.Scalar && ((YamlNode.Scalar) given).isWord("false"))) {
      section.refuse(
          given.where(),
          name,
          "expected a list of paths or classes, or true for everywhere, found " + given.describe());
    }
  }

  /** Adds a rule that has a scope and one value. */
  private interface ValueRule<T> {
    void state(RulesBuilder rules, RuleScope scope, T what);
  }

  private <T> void readValues(String name, String example, ValueKind<T> kind, ValueRule<T> how) {
    for (YamlNode.Entry entry : entries(name, example)) {
      PositionedValue<RuleScope> scope = scope(name, entry);
      T what = section.read(entry.value(), key(name, entry), kind);
      if (scope != null && what != null) {
        rules.add(name, scope, builder -> how.state(builder, scope.value, what));
      }
    }
  }

  /** Adds a rule that has a scope and one or more values. */
  private interface ListRule<T> {
    void add(PositionedValue<RuleScope> scope, List<T> values);
  }

  private <T> void readLists(String name, String example, ValueKind<T> kind, ListRule<T> what) {
    for (YamlNode.Entry entry : entries(name, example)) {
      PositionedValue<RuleScope> scope = scope(name, entry);
      List<YamlNode> items =
          entry.value() instanceof YamlNode.Sequence
              ? ((YamlNode.Sequence) entry.value()).items()
              : Collections.singletonList(entry.value());
      List<T> values = new ArrayList<>();
      Set<String> texts = new HashSet<>();
      for (YamlNode item : items) {
        if (item instanceof YamlNode.Scalar && !texts.add(((YamlNode.Scalar) item).text())) {
          problems.add(item.where(), key(name, entry), "is given twice");
          continue;
        }
        T value = section.read(item, key(name, entry), kind);
        if (value != null) {
          values.add(value);
        }
      }
      if (items.isEmpty()) {
        problems.add(
            entry.value().where(), key(name, entry), "is empty; expected " + kind.expected());
      } else if (scope != null && values.size() == items.size()) {
        what.add(scope, values);
      }
    }
  }

  /** A double or float there counts as its shortest decimal. */
  private static void addDecimals(RulesBuilder rules, RuleScope... scopes) {
    for (RuleScope scope : scopes) {
      rules.tolerate(scope, Tolerance.binary());
    }
  }

  private void addKeyed(PositionedValue<RuleScope> scope, List<String> parts) {
    String[] names = parts.toArray(new String[0]);
    rules.add("keyed", scope, builder -> builder.keyed(scope.value, names), names);
  }

  private void addTexts(PositionedValue<RuleScope> scope, List<TextRule> words) {
    TextRule[] all = words.toArray(new TextRule[0]);
    rules.add("text", scope, builder -> builder.text(scope.value, all));
  }

  /** Adds one rule for each pattern; they are applied in this order. */
  private void addMasks(PositionedValue<RuleScope> scope, List<Pattern> patterns) {
    patterns.forEach(
        pattern -> rules.add("mask", scope, builder -> builder.mask(scope.value, pattern)));
  }

  private void readComparators() {
    String name = "comparator";
    for (YamlNode.Entry entry : entries(name, "{ \"/route\": com.acme.SameRoute }")) {
      PositionedValue<RuleScope> scope = scope(name, entry);
      String type = section.read(entry.value(), key(name, entry), RuleValueKinds.calledClass());
      if (scope != null && type != null) {
        rules.add(name, scope, builder -> builder.comparator(scope.value, type), type);
      }
    }
  }

  private void readIdentities() {
    String name = "identity";
    for (YamlNode.Entry entry : entries(name, "{ \"/orderId\": order }")) {
      PathPattern path = section.read(entry.key(), key(name, entry), ValueKinds.path());
      String namespace = section.read(entry.value(), key(name, entry), NAMESPACE);
      if (path != null && namespace != null) {
        PositionedValue<RuleScope> scope =
            new PositionedValue<>(RuleScope.at(path), entry.key().where(), key(name, entry));
        rules.add(name, scope, builder -> builder.identity(path, namespace), namespace);
      }
    }
  }

  private void readRenames() {
    for (YamlNode.Entry entry : entries("rename", "{ \"/customerName\": \"/customer/name\" }")) {
      String key = key("rename", entry);
      PathPattern from = section.read(entry.key(), key, ValueKinds.path());
      PathPattern to = section.read(entry.value(), key, ValueKinds.path());
      if (from != null && to != null) {
        PositionedValue<RuleScope> scope =
            new PositionedValue<>(RuleScope.at(from), entry.key().where(), key);
        rules.add("rename", scope, builder -> builder.rename(from, to), to.toString());
      }
    }
  }

  private List<YamlNode.Entry> entries(String name, String example) {
    return section.entries(name, "a mapping such as " + example);
  }

  private String key(String name, YamlNode.Entry entry) {
    return KeyPath.child(section.path(name), entry.key().text());
  }

  private @Nullable PositionedValue<RuleScope> scope(String name, YamlNode.Entry entry) {
    String key = key(name, entry);
    RuleScope scope = section.read(entry.key(), key, RuleValueKinds.scope());
    return scope == null ? null : new PositionedValue<>(scope, entry.key().where(), key);
  }
}
