package io.understudy.agent.config.read;

import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.KeyPath;
import io.understudy.agent.config.yaml.YamlNode;
import io.understudy.compare.rule.RuleScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the mapping from codes of the control to codes of the candidate: {@code codes: { "/status":
 * { A: ACTIVE, B: BLOCKED } }}. Several codes of the control may map to one code of the candidate.
 * The YAML parser refuses duplicate codes of the control. Not thread-safe.
 */
final class CodesReader {
  private static final ValueKind<String> CODE =
      ValueKinds.kind("a code: a text, a number or the name of an enum's constant", s -> s.text());

  private final Section section;
  private final RuleList rules;
  private final ConfigProblems problems;

  CodesReader(Section section, RuleList rules, ConfigProblems problems) {
    this.section = section;
    this.rules = rules;
    this.problems = problems;
  }

  void read() {
    String example = "a mapping such as { \"/status\": { A: ACTIVE, B: BLOCKED } }";
    for (YamlNode.Entry entry : section.entries("codes", example)) {
      String key = KeyPath.child(section.path("codes"), entry.key().text());
      RuleScope scope = section.read(entry.key(), key, RuleValueKinds.scope());
      if (!(entry.value() instanceof YamlNode.Mapping)) {
        problems.add(
            entry.value().where(),
            key,
            "expected a mapping from the control's codes to the candidate's, such as { A: ACTIVE },"
                + " found "
                + entry.value().describe());
        continue;
      }
      Map<String, String> codes = codes(key, ((YamlNode.Mapping) entry.value()).entries());
      if (scope != null && codes != null) {
        PositionedValue<RuleScope> at = new PositionedValue<>(scope, entry.key().where(), key);
        rules.add("codes", at, builder -> builder.codes(scope, codes));
      }
    }
  }

  private @Nullable Map<String, String> codes(String key, List<YamlNode.Entry> entries) {
    Map<String, String> codes = new LinkedHashMap<>();
    boolean isComplete = true;
    for (YamlNode.Entry entry : entries) {
      String code = section.read(entry.value(), KeyPath.child(key, entry.key().text()), CODE);
      isComplete &= code != null;
      if (code != null) {
        codes.put(entry.key().text(), code);
      }
    }
    return isComplete ? codes : null;
  }
}
