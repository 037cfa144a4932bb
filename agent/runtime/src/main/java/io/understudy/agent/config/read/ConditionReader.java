package io.understudy.agent.config.read;

import io.understudy.agent.config.NearestWord;
import io.understudy.agent.config.yaml.YamlNode;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.accept.AcceptanceCondition;
import io.understudy.compare.accept.DeltaRange;
import io.understudy.compare.accept.TextMatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the condition of an acceptance: the keys under {@code where:}. Not thread-safe. */
final class ConditionReader {
  private static final String RETURNED = "returned";

  private final Section section;
  private final AcceptanceCondition.Builder builder = AcceptanceCondition.builder();
  private boolean isComplete = true;

  ConditionReader(Section section) {
    this.section = section;
  }

  /** Reads the condition; null if a problem was added. */
  @Nullable AcceptanceCondition read() {
    readOptional("path", ValueKinds.path(), builder::path);
    readKinds();
    readOptional("delta", delta(), builder::delta);
    readSide("control", builder::control);
    readSide("candidate", builder::candidate);
    readOptional(
        "explained", ValueKinds.text("the name of an explanation", "\\S.*"), builder::explained);
    readExceptions(section.section("exceptions"));
    section.refuseUnknownKeys();
    if (!isComplete) {
      return null;
    }
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      section.refuse(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private <T> void readOptional(String name, ValueKind<T> kind, Consumer<T> into) {
    if (section.take(name) != null) {
      T value = section.optional(name, kind);
      if (value == null) {
        isComplete = false;
      } else {
        into.accept(value);
      }
    }
  }

  private void readKinds() {
    YamlNode given = section.take("kind");
    if (given == null) {
      return;
    }
    List<YamlNode> items =
        given instanceof YamlNode.Sequence
            ? ((YamlNode.Sequence) given).items()
            : Collections.singletonList(given);
    if (items.isEmpty()) {
      section.refuse(given.where(), "kind", "is empty; name a kind, or leave it out");
      isComplete = false;
    }
    for (YamlNode item : items) {
      DifferenceKind kind = section.read(item, section.path("kind"), kind());
      if (kind == null) {
        isComplete = false;
      } else {
        builder.kind(kind);
      }
    }
  }

  /** The kinds in capitals, as in reports; lower case is accepted too. */
  private static ValueKind<DifferenceKind> kind() {
    List<String> names = new ArrayList<>();
    for (DifferenceKind kind : DifferenceKind.values()) {
      names.add(kind.name());
    }
    String expected = "one of " + String.join(", ", names);
    return ValueKinds.kind(
        expected,
        scalar -> {
          if (!names.contains(scalar.text().toUpperCase(Locale.ROOT))) {
            throw ValueKinds.unexpected(
                expected, scalar, NearestWord.didYouMean(scalar.text(), names));
          }
          return DifferenceKind.valueOf(scalar.text().toUpperCase(Locale.ROOT));
        });
  }

  private static ValueKind<DeltaRange> delta() {
    String expected = "a delta such as 0.01, 0.01 more, 0.01 less or -0.02..0.01";
    return ValueKinds.kind(
        expected,
        scalar -> {
          // Refuse numbers so large that arithmetic with them is slow.
          if (scalar.text().length() > 100 || scalar.text().matches(".*[eE][-+]?[0-9]{4,}.*")) {
            throw ValueKinds.unexpected(expected, scalar, "");
          }
          return DeltaRange.parse(scalar.text());
        });
  }

  /** Reads the condition on one side's value: a text, null, or { matches: regex }. */
  private void readSide(String name, Consumer<TextMatch> into) {
    YamlNode given = section.take(name);
    if (given instanceof YamlNode.Mapping) {
      Section form = section.section(name);
      Pattern pattern = form.optional("matches", RuleValueKinds.regex());
      if (form.take("matches") == null) {
        form.refuse("expected a value, or { matches: \"a regular expression\" }");
      }
      form.refuseUnknownKeys();
      isComplete &= pattern != null;
      if (pattern != null) {
        into.accept(TextMatch.like(pattern));
      }
    } else if (given instanceof YamlNode.Scalar) {
      YamlNode.Scalar scalar = (YamlNode.Scalar) given;
      into.accept(scalar.isNothing() ? TextMatch.nothing() : TextMatch.exactly(scalar.text()));
    } else if (given != null) {
      section.refuse(
          given.where(),
          name,
          "expected a value, or { matches: \"a regular expression\" }, found a list");
      isComplete = false;
    }
  }

  private void readExceptions(Section sides) {
    String control = sides.optional("control", RuleValueKinds.className());
    String candidate = sides.optional("candidate", RuleValueKinds.className());
    isComplete &= (control != null) == (sides.take("control") != null);
    isComplete &= (candidate != null) == (sides.take("candidate") != null);
    sides.refuseUnknownKeys();
    if (RETURNED.equals(control) && RETURNED.equals(candidate)) {
      sides.refuse("both sides returned, so there is no exception");
      isComplete = false;
    }
    builder.threw(control, candidate);
  }
}
