package io.understudy.agent.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.SourcePosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlNodeTest {
  private final ConfigProblems problems = new ConfigProblems();

  private @Nullable YamlNode read(String yaml) {
    return YamlParser.ofFile("u.yaml", yaml, problems);
  }

  private YamlNode.Mapping mapping(String yaml) {
    YamlNode node = read(yaml);
    assertThat(node).isInstanceOf(YamlNode.Mapping.class);
    return (YamlNode.Mapping) node;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1 | 1",
        "a: '1' | the text \"1\"",
        "a: | nothing",
        "a: ~ | nothing",
        "a: 'null' | the text \"null\"",
        "a: [] | a list",
        "a: {} | a mapping"
      })
  void descriptions(String yaml, String description) {
    YamlNode.Entry entry = mapping(yaml).find("a");
    assertThat(entry).isNotNull();
    assertThat(entry.value().describe()).isEqualTo(description);
  }

  @Test
  void positions() {
    YamlNode.Mapping root = mapping("a: x\nb:\n  - y\n  -  z\n");
    assertThat(root.where()).hasToString("u.yaml:1:1");
    YamlNode.Entry entry = root.find("b");
    assertThat(entry).isNotNull();
    assertThat(entry.key().where()).hasToString("u.yaml:2:1");
    YamlNode.Sequence list = (YamlNode.Sequence) entry.value();
    assertThat(list.items())
        .extracting(item -> item.where().toString())
        .containsExactly("u.yaml:3:5", "u.yaml:4:6");
    assertThat(root.find("c")).isNull();
  }

  @Test
  void aliasIsTheSameSubtree() {
    YamlNode.Mapping root = mapping("a: &x [1]\nb: *x\n");
    assertThat(root.entries().get(1).value()).isSameAs(root.entries().get(0).value());
  }

  @Test
  void replacedEntry() {
    YamlNode.Mapping root = mapping("a: 1\nb: 2\n");
    SourcePosition where = SourcePosition.whole("override");
    YamlNode.Scalar key = new YamlNode.Scalar(where, "a", false);
    YamlNode.Mapping changed =
        root.with(new YamlNode.Entry(key, new YamlNode.Scalar(where, "3", false)));
    assertThat(changed.entries())
        .extracting(entry -> entry.key().text() + "=" + entry.value().describe())
        .containsExactly("b=2", "a=3");
    assertThat(root.entries()).hasSize(2);
    assertThat(root.entries().get(0).value().describe()).isEqualTo("1");
  }

  @Test
  void wordsAndQuotes() {
    YamlNode.Scalar word = (YamlNode.Scalar) mapping("a: true").entries().get(0).value();
    assertThat(word.isWord("true")).isTrue();
    assertThat(word.isQuoted()).isFalse();
    YamlNode.Scalar text = (YamlNode.Scalar) mapping("a: \"true\"").entries().get(0).value();
    assertThat(text.isWord("true")).isFalse();
    assertThat(text.isQuoted()).isTrue();
    YamlNode.Scalar block = (YamlNode.Scalar) mapping("a: |\n  true\n").entries().get(0).value();
    assertThat(block.isQuoted()).isTrue();
    assertThat(block.text()).isEqualTo("true\n");
  }

  @Test
  void emptyTextAndBrokenText() {
    assertThat(read("")).isNull();
    assertThat(read("# only a comment\n")).isNull();
    assertThat(problems.isEmpty()).isTrue();
    assertThat(read("a: [")).isNull();
    assertThat(problems.isEmpty()).isFalse();
  }

  @Test
  void override() {
    SourcePosition where = SourcePosition.whole("override \"a=[1\"");
    assertThat(YamlParser.ofOverride(where, "a", "", problems)).isNull();
    assertThat(problems.isEmpty()).isTrue();
    assertThat(YamlParser.ofOverride(where, "a", "[1", problems)).isNull();
    assertThat(problems.asException().problems().get(0).toString())
        .startsWith("override \"a=[1\": a: the value is not YAML: ");
  }
}
