package io.understudy.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.KeyPath;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourcePositionTest {
  @ParameterizedTest
  @CsvSource({"0, u.yaml:1:1", "1, u.yaml:1:2", "3, u.yaml:2:1", "4, u.yaml:3:1", "6, u.yaml:3:3"})
  void index(int index, String place) {
    assertThat(SourcePosition.ofIndex("u.yaml", "ab\n\ncd", index)).hasToString(place);
  }

  @Test
  void wholeSourceHasNoLine() {
    SourcePosition whole = SourcePosition.whole("override \"a=b\"");
    assertThat(whole).hasToString("override \"a=b\"");
    assertThat(whole.line()).isZero();
  }

  @Test
  void fileOrder() {
    List<SourcePosition> places =
        Arrays.asList(
            SourcePosition.whole("first override"),
            SourcePosition.at("u", 2, 1),
            SourcePosition.whole("second override"),
            SourcePosition.at("u", 1, 9),
            SourcePosition.at("u", 1, 2));
    places.sort(SourcePosition.FILE_ORDER);
    assertThat(places)
        .extracting(SourcePosition::toString)
        .containsExactly("u:1:2", "u:1:9", "u:2:1", "first override", "second override");
  }

  @Test
  void keyPaths() {
    assertThat(KeyPath.child("", "replay")).isEqualTo("replay");
    assertThat(KeyPath.child("replay", "threads")).isEqualTo("replay.threads");
    assertThat(KeyPath.child("tolerate", "/total")).isEqualTo("tolerate[\"/total\"]");
    assertThat(KeyPath.child("tolerate", "")).isEqualTo("tolerate[\"\"]");
    assertThat(KeyPath.item("calls", 3)).isEqualTo("calls[3]");
  }

  @Test
  void problemsAreInTheOrderOfTheFileAndWarningsAreNone() {
    ConfigProblems problems = new ConfigProblems();
    problems.warn(SourcePosition.at("u", 1, 1), "noise", "has no effect");
    assertThat(problems.isEmpty()).isTrue();
    problems.add(SourcePosition.at("u", 7, 1), "", "second");
    problems.add(SourcePosition.at("u", 2, 1), "key", "first");
    problems.onError(ErrorPolicy.FAIL);
    ConfigException exception = problems.asException();
    assertThat(exception)
        .hasMessage("u:2:1: key: first" + System.lineSeparator() + "u:7:1: second");
    assertThat(exception.onError()).isEqualTo(ErrorPolicy.FAIL);
    assertThat(exception.problems()).extracting(ConfigProblem::key).containsExactly("key", "");
    assertThat(problems.warnings())
        .extracting(ConfigProblem::toString)
        .containsExactly("u:1:1: noise: has no effect");
  }
}
