package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderViewTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path directory;

  private List<String> texts() {
    return Conclusion.of(Summaries.of(directory), NOW).statements().stream()
        .map(s -> s.subject() + ": " + s.text())
        .toList();
  }

  @Test
  void verdictsAfterABreakAreNamedByItsCause() {
    JournalText.of("book")
        .tally(
            "book",
            "2026-11-01T09:00:00Z",
            13,
            "`matched`:11,`mismatched`:1,`dropped`:1",
            "`signatures`:{`· VALUE`:1},`broken`:{`dropped`:3,`timed-out`:1}")
        .to(directory, "book.jsonl");

    assertThat(texts())
        .contains(
            "After a break: 4 of 12 verdicts of book follow a call with the same key that was not"
                + " replayed or timed out (3 after dropped, 1 after timed-out). Their differences"
                + " may come from the calls that the candidate missed.");
  }

  @Test
  void callsWithoutABreakNeedNoWord() {
    JournalText.of("book")
        .tally("book", "2026-11-01T09:00:00Z", 12, "`matched`:12")
        .to(directory, "book.jsonl");

    assertThat(texts()).noneMatch(text -> text.startsWith("After a break"));
  }
}
