package io.understudy.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.journal.file.JournalReader;
import io.understudy.journal.file.JournalWriter;
import io.understudy.value.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An entry is one valid line for any text, and it is read as written. */
final class HostileTextTest {
  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.chars()
        .range('\u0000', '\u0030')
        .range('\u007e', '\u00a1')
        .range('\u2026', '\u202f')
        .range('\ud7fe', '\ue001')
        .range('\ufffe', '\uffff')
        .with('"', '\\', '{', '}', '\u2028', '\u2029', '\u0085', '\ufeff')
        .array(char[].class)
        .ofMaxSize(30)
        .map(String::new);
  }

  @Property(tries = 300)
  void everyEntryIsOneValidLine(@ForAll("hostile") String text) throws IOException {
    java.nio.file.Path directory = Files.createTempDirectory("journal");
    try {
      write(directory, text);
      Schema.holdsFor(directory);
      JournalContents read = JournalReader.over(directory).contents();
      assertThat(read.problems()).isEmpty();
      assertThat(read.examples()).hasSize(1);
      assertThat(read.points().get(0).rules()).containsExactly(EntryText.clean(text));
      try (Stream<java.nio.file.Path> files = Files.list(directory)) {
        byte[] bytes = Files.readAllBytes(files.findFirst().orElseThrow(AssertionError::new));
        String all = new String(bytes, StandardCharsets.UTF_8);
        assertThat(all.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
        assertThat(all).doesNotContain("\u2028", "\u2029", "\u0085", "\r");
      }
    } finally {
      delete(directory);
    }
  }

  @Example
  void textsComeBackAsTheyWere() {
    assertThat(EntryText.clean("a\u2028b\u0000\ud83d\ude00"))
        .isEqualTo("a\u2028b\u0000\ud83d\ude00");
    assertThat(EntryText.clean("\ud83d")).isEqualTo("\\ud83d");
    assertThat(EntryText.clean("\ude00\ud83d")).isEqualTo("\\ude00\\ud83d");
  }

  @Example
  void longTextsAreClippedAndStayDifferent() {
    String one = Samples.repeat("x", 2_000) + "1";
    String two = Samples.repeat("x", 2_000) + "2";
    assertThat(EntryText.clip(one))
        .hasSize(1_000)
        .startsWith("xxx")
        .isNotEqualTo(EntryText.clip(two));
    assertThat(EntryText.clip("short")).isEqualTo("short");
  }

  private static void write(java.nio.file.Path directory, String text) throws IOException {
    SessionEntry session =
        SessionEntry.builder(text, Samples.NOON).host(text).jvm(text).zone(text).build();
    JournalWriter writer = JournalWriter.builder(directory, session).open();
    writer.point(
        new PointEntry(
            "p" + text,
            text,
            text,
            new CodeIdentity(text, null),
            null,
            1,
            1,
            Collections.singletonList(text)));
    writer.tally(
        TallyEntry.builder("p" + text, Samples.NOON_MINUTE)
            .intercepted(1)
            .reason(text, 1)
            .signature(text, 2)
            .build());
    Path path = Path.root().key(text).part("x" + text).element("id=" + text).index(3);
    List<Difference> differences =
        Collections.singletonList(new Difference(path, DifferenceKind.VALUE, text, text));
    writer.example(
        io.understudy.journal.Example.builder(
                "p" + text, Fate.MISMATCHED, Samples.NOON.toEpochMilli())
            .reason(text)
            .arguments(new Object[] {text, Collections.singletonMap(text, text)})
            .control(Outcome.returned(text), 1)
            .candidate(Outcome.threw(ThrownException.of(new IllegalStateException(text))), 2)
            .differences(differences, 1)
            .build());
    writer.close(text);
  }

  private static void delete(java.nio.file.Path directory) throws IOException {
    try (Stream<java.nio.file.Path> files = Files.walk(directory)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException stays) {
                  throw new UncheckedIOException(stays);
                }
              });
    }
  }
}
