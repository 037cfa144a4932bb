package io.understudy.agent.config.read;

import io.understudy.agent.config.NearestWord;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.KeyPath;
import io.understudy.agent.config.yaml.YamlNode;
import io.understudy.compare.rule.Rounding;
import io.understudy.compare.rule.RuleScope;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads how each side rounds: {@code round: { "/tax": { decimals: 2, control: HALF_UP, candidate:
 * HALF_EVEN } }}. A side without a mode does not round. Not thread-safe.
 */
final class RoundReader {
  private static final List<RoundingMode> MODES =
      Arrays.asList(
          RoundingMode.UP,
          RoundingMode.DOWN,
          RoundingMode.CEILING,
          RoundingMode.FLOOR,
          RoundingMode.HALF_UP,
          RoundingMode.HALF_DOWN,
          RoundingMode.HALF_EVEN);

  private final Section section;
  private final RuleList rules;
  private final ConfigProblems problems;

  RoundReader(Section section, RuleList rules, ConfigProblems problems) {
    this.section = section;
    this.rules = rules;
    this.problems = problems;
  }

  void read() {
    String example =
        "a mapping such as { \"/tax\": { decimals: 2, control: HALF_UP, candidate: HALF_EVEN } }";
    for (YamlNode.Entry entry : section.entries("round", example)) {
      String key = KeyPath.child(section.path("round"), entry.key().text());
      RuleScope scope = section.read(entry.key(), key, RuleValueKinds.scope());
      if (!(entry.value() instanceof YamlNode.Mapping)) {
        problems.add(
            entry.value().where(),
            key,
            "expected { decimals: 2, control: HALF_UP, candidate: HALF_EVEN }, found "
                + entry.value().describe());
        continue;
      }
      Rounding rounding = rounding(new Section((YamlNode.Mapping) entry.value(), key, problems));
      if (scope != null && rounding != null) {
        PositionedValue<RuleScope> at = new PositionedValue<>(scope, entry.key().where(), key);
        rules.add("round", at, builder -> builder.round(scope, rounding));
      }
    }
  }

  private static @Nullable Rounding rounding(Section section) {
    boolean isComplete = section.take("decimals") != null;
    if (!isComplete) {
      section.refuse(
          section.where(), "decimals", "is missing; give the number of decimals after rounding");
    }
    Integer decimals = section.optional("decimals", ValueKinds.whole(0, 1_000));
    RoundingMode control = section.optional("control", mode());
    RoundingMode candidate = section.optional("candidate", mode());
    section.refuseUnknownKeys();
    isComplete &= (control != null) == (section.take("control") != null);
    isComplete &= (candidate != null) == (section.take("candidate") != null);
    if (!isComplete || decimals == null) {
      return null;
    }
    try {
      return Rounding.of(decimals, control, candidate);
    } catch (IllegalArgumentException e) {
      section.refuse(String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** The names of {@link RoundingMode}; lower case and hyphens are accepted too. */
  private static ValueKind<RoundingMode> mode() {
    List<String> names = new ArrayList<>();
    MODES.forEach(mode -> names.add(mode.name()));
    String expected = "one of " + String.join(", ", names);
    return ValueKinds.kind(
        expected,
        scalar -> {
          String name = scalar.text().toUpperCase(Locale.ROOT).replace('-', '_');
          if (!names.contains(name)) {
            throw ValueKinds.unexpected(expected, scalar, NearestWord.didYouMean(name, names));
          }
          return RoundingMode.valueOf(name);
        });
  }
}
