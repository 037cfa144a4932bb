package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BooksCheckTest {
  @TempDir Path directory;

  /** The closing record of a complete session must state exactly the sums of its tallies. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`intercepted`:10,`fates`:{`matched`:9,`dropped`:1}  | true",
        "`intercepted`:11,`fates`:{`matched`:9,`dropped`:1}  | false", // one more in flight
        "`intercepted`:10,`fates`:{`matched`:10}             | false", // another fate
        "`intercepted`:10,`fates`:{`matched`:9}              | false", // a fate less
        "`intercepted`:9,`fates`:{`matched`:8,`dropped`:1}   | false"
      })
  void closingRecordOfACompleteSession(String totals, boolean scored) {
    close(1, totals);
    assertThat(score()).isEqualTo(scored);
  }

  /** Without the first files, the tallies may be below the totals, but never above. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`intercepted`:10,`fates`:{`matched`:9,`dropped`:1}              | true",
        "`intercepted`:500,`fates`:{`matched`:480,`dropped`:20}          | true",
        "`intercepted`:9,`fates`:{`matched`:9,`dropped`:1}               | false",
        "`intercepted`:500,`fates`:{`matched`:8,`dropped`:492}           | false",
        "`intercepted`:500,`fates`:{`matched`:500}                       | false"
      })
  void closingRecordOfASessionWithoutItsFirstFiles(String totals, boolean scored) {
    close(3, totals);
    assertThat(score()).isEqualTo(scored);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 | `matched`:9,`dropped`:1   | true",
        "10 | `matched`:9               | true", // one in flight
        "10 | `matched`:10,`dropped`:1  | false",
        "10 | `matched`:11,`dropped`:-1 | false"
      })
  void talliesWithoutAClosingRecord(long intercepted, String fates, boolean scored) {
    JournalText.of("a")
        .tally("quote", "2026-11-01T09:00:00Z", intercepted, fates)
        .to(directory, "a.jsonl");
    assertThat(score()).isEqualTo(scored);
  }

  @Test
  void reasonsNameSessionHostAndBothBooks() {
    JournalText.of("a")
        .tally("quote", "2026-11-01T09:00:00Z", 1, "`matched`:2")
        .close("`quote`:{`intercepted`:2,`fates`:{`matched`:2}}")
        .to(directory, "a.jsonl");
    assertThat(Summaries.of(directory).points().get(0).score().refusals())
        .isEqualTo(
            List.of(
                "Session a on host-a counts more ended calls than intercepted calls (1 intercepted,"
                    + " 2 matched, -1 in flight).",
                "Session a on host-a closed with 2 intercepted, 2 matched, 0 in flight, but its"
                    + " tallies sum to 1 intercepted, 2 matched, -1 in flight: records are missing"
                    + " or were changed."));
  }

  @Test
  void refusalOfOneCallPointRefusesTheOverallScoreAndNoOther() {
    JournalText.of("a")
        .tally("quote", "2026-11-01T09:00:00Z", 1, "`matched`:2")
        .tally("tax", "2026-11-01T09:00:00Z", 3, "`matched`:3")
        .to(directory, "a.jsonl");
    var summary = Summaries.of(directory);
    assertThat(summary.points())
        .extracting(p -> p.key().name() + " " + p.score().parity().isPresent())
        .containsExactly("quote false", "tax true");
    assertThat(summary.overall().refusals()).hasSize(1);
    assertThat(summary.overall().refusals().get(0)).startsWith("quote: Session a");
    assertThat(summary.days().get(0).score().parity()).isEmpty();
  }

  private void close(int file, String totals) {
    JournalText.of("a", file, "c0")
        .tally("quote", "2026-11-01T09:00:00Z", 4, "`matched`:4")
        .tally("quote", "2026-11-01T09:01:00Z", 6, "`matched`:5,`dropped`:1")
        .close("`quote`:{" + totals.strip() + "}")
        .to(directory, "a.jsonl");
  }

  private boolean score() {
    return Summaries.of(directory).overall().parity().isPresent();
  }
}
