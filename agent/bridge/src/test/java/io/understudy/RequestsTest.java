package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {
  @TempDir Path directory;

  @Test
  void requestIsDistinguishedFromConfiguration() {
    assertThat(Requests.is("command=status;answer=/tmp/a")).isTrue();
    assertThat(Requests.is("understudy.yaml;replay.threads=4")).isFalse();
    assertThat(Requests.is("")).isFalse();
    assertThat(Requests.is(null)).isFalse();
  }

  @Test
  void wordsAreDecoded() {
    assertThat(
            Requests.parse(
                "command=attach;configuration=/etc/m%C3%BCller/u.yaml%3Breplay.threads%3D4;x=;y"))
        .containsEntry("command", "attach")
        .containsEntry("configuration", "/etc/müller/u.yaml;replay.threads=4")
        .containsEntry("x", "")
        .hasSize(3);
  }

  private static void answer(Path file) {
    Requests.answer(Collections.singletonMap("answer", file.toString()), "done\nüber");
  }

  @Test
  void answerIsWrittenToAnExistingFile() throws Exception {
    Path file = Files.createFile(directory.resolve("a"));
    answer(file);
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
        .isEqualTo("done\nüber");
  }

  @Test
  void answerCreatesNoFileAndFollowsNoLink() throws Exception {
    answer(directory.resolve("missing"));
    assertThat(directory.resolve("missing")).doesNotExist();

    Path target = Files.createFile(directory.resolve("target"));
    answer(Files.createSymbolicLink(directory.resolve("link"), target));
    assertThat(target).isEmptyFile();
  }

  @Test
  void requestWithoutAnswerFileWritesNoFile() throws Exception {
    Requests.answer(Collections.emptyMap(), "done");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void longAnswerReplacesTheContentFromTheStart() throws Exception {
    Path file = Files.createFile(directory.resolve("a"));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append("line ").append(i).append('\n');
    }
    Requests.answer(Collections.singletonMap("answer", file.toString()), text.toString());
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
        .isEqualTo(text.toString());
  }

  @Test
  void incompleteWordsAreIgnored() {
    assertThat(Requests.parse("")).isEmpty();
    assertThat(Requests.parse("=x;;a")).isEmpty();
    assertThat(Requests.parse("a=b=c")).containsEntry("a", "b=c");
    assertThat(Requests.parse("a=100%")).containsEntry("a", "100%");
    assertThat(Requests.parse("a=%41%")).containsEntry("a", "A%");
    assertThat(Requests.parse("a=1;a=2")).containsEntry("a", "2");
  }
}
