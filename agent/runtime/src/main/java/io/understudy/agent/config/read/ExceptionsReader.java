package io.understudy.agent.config.read;

import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.KeyPath;
import io.understudy.agent.config.yaml.YamlNode;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.RulesBuilder;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads the rules for exceptions. Messages and causes may be compared for all exceptions or by type
 * ({@code message: { com.acme.Fault: "[0-9]+" }}). A mapping of classes names the candidate's class
 * for a class of the control. Not thread-safe.
 */
final class ExceptionsReader {
  private static final String MESSAGE =
      "true, false, a regular expression for what does not count, or a mapping from classes to"
          + " these";
  private static final String CAUSE = "true, false, or a mapping from classes to these";

  private static final String ANY = "any";
  private static final String[] CLASSES = {ANY, "same"};
  private static final String CLASS_KEY = "exception class";

  private final Section section;
  private final RuleList rules;
  private final ConfigProblems problems;

  ExceptionsReader(Section section, RuleList rules, ConfigProblems problems) {
    this.section = section;
    this.rules = rules;
    this.problems = problems;
  }

  void read() {
    readClass();
    readByType("message", MESSAGE, true);
    readByType("cause", CAUSE, false);
    String example = "a mapping such as { com.acme.NoSuchCart: com.acme.next.CartNotFound }";
    for (YamlNode.Entry entry : section.entries("classes", example)) {
      String key = KeyPath.child(section.path("classes"), entry.key().text());
      String control = section.read(entry.key(), key, RuleValueKinds.className());
      String candidate = section.read(entry.value(), key, RuleValueKinds.className());
      if (control != null && ANY.equals(candidate)) {
        addAnyClass(new PositionedValue<>(RuleScope.type(control), entry.key().where(), key));
      } else if (control != null && candidate != null) {
        PositionedValue<RuleScope> at =
            new PositionedValue<>(RuleScope.type(control), entry.key().where(), key);
        rules.add(CLASS_KEY, at, builder -> builder.exceptionClass(control, candidate), candidate);
      }
    }
    section.refuseUnknownKeys();
  }

  /** Reads whether the classes of all exceptions count. */
  private void readClass() {
    YamlNode given = section.take("class");
    String word = section.optional("class", RuleValueKinds.word(CLASSES, text -> text));
    if (given != null && word != null) {
      rules.dropDefaults(CLASS_KEY, RuleScope.everywhere());
      if (word.equals(ANY)) {
        addAnyClass(
            new PositionedValue<>(RuleScope.everywhere(), given.where(), section.path("class")));
      }
    }
  }

  private void addAnyClass(PositionedValue<RuleScope> at) {
    rules.add(CLASS_KEY, at, builder -> builder.anyExceptionClass(at.value));
  }

  private void readByType(String name, String expected, boolean patterns) {
    YamlNode given = section.take(name);
    if (given instanceof YamlNode.Mapping) {
      for (YamlNode.Entry entry : ((YamlNode.Mapping) given).entries()) {
        String key = KeyPath.child(section.path(name), entry.key().text());
        RuleScope scope = section.read(entry.key(), key, type());
        if (scope != null) {
          readOne(
              name,
              new PositionedValue<>(scope, entry.key().where(), key),
              entry.value(),
              expected,
              patterns);
        }
      }
    } else if (given != null) {
      PositionedValue<RuleScope> all =
          new PositionedValue<>(RuleScope.everywhere(), given.where(), section.path(name));
      readOne(name, all, given, expected, patterns);
    }
  }

  private void readOne(
      String name,
      PositionedValue<RuleScope> at,
      YamlNode value,
      String expected,
      boolean patterns) {
    Consumer<RulesBuilder> how = null;
    if (value instanceof YamlNode.Scalar) {
      YamlNode.Scalar scalar = (YamlNode.Scalar) value;
      boolean word = scalar.isWord("true") || scalar.isWord("false");
      if (word) {
        boolean compared = scalar.isWord("true");
        // Messages and causes are not compared by default: false for all needs no rule.
        if (!compared && at.value.isEverywhere()) {
          rules.dropDefaults("exception " + name, at.value);
          return;
        }
        how =
            patterns
                ? builder -> builder.exceptionMessages(at.value, compared)
                : builder -> builder.exceptionCauses(at.value, compared);
      } else if (patterns && !scalar.isNothing() && !looksLikeAFlag(scalar)) {
        Pattern pattern = section.read(value, at.key, RuleValueKinds.regex());
        if (pattern == null) {
          return;
        }
        how = builder -> builder.exceptionMessages(at.value, pattern);
      }
    }
    if (how == null) {
      problems.add(value.where(), at.key, "expected " + expected + ", found " + value.describe());
    } else {
      rules.add("exception " + name, at, how);
    }
  }

  /** Whether other YAML readers read the text as true or false; it is refused as a pattern. */
  private static boolean looksLikeAFlag(YamlNode.Scalar scalar) {
    return !scalar.isQuoted() && scalar.text().matches("(?i)true|false|yes|no|on|off");
  }

  /** The scope of a rule for exceptions: a type, or all; never a path. */
  private static ValueKind<RuleScope> type() {
    String expected = "the class of an exception, or \"/**\" for all";
    return ValueKinds.kind(
        expected,
        scalar -> {
          RuleScope scope = RuleValueKinds.scope().read(scalar);
          if (scope.typeName() == null && !scope.isEverywhere()) {
            throw ValueKinds.unexpected(expected, scalar, "");
          }
          return scope;
        });
  }
}
