package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.summary.ExampleCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleSelectionTest {
  @TempDir Path directory;
  private final JournalText journal = JournalText.of("a");

  @BeforeEach
  void tally() {
    journal.tally(
        "q", "2026-11-01T09:00:00Z", 9, "`mismatched`:9", "`signatures`:{`/x · VALUE`:9}");
  }

  @Test
  void twoSimplestThenTheLatest() {
    call(1, "3 differences", 3);
    call(2, "long text", 1);
    call(3, "text", 1);
    call(4, "a very long text", 1);
    assertThat(arguments()).containsExactly("text", "long text", "a very long text");
  }

  @Test
  void latestThatIsAlsoTheSimplestIsListedOnce() {
    call(1, "long text", 1);
    call(2, "text", 1);
    assertThat(arguments()).containsExactly("text", "long text");
  }

  @Test
  void ofEqualCallsTheEarlierIsTheSimpler() {
    call(2, "b", 1);
    call(1, "c", 1);
    call(3, "a", 1);
    assertThat(arguments()).containsExactly("c", "b", "a");
  }

  @Test
  void everyValueCountsAsText() {
    line(1, "x", "`control`:{`returned`:12345},`candidate`:{`returned`:1}", "1", "2", 1);
    line(2, "x", "`control`:{`returned`:1},`candidate`:{`returned`:1234}", "1", "2", 1);
    line(3, "x", "`control`:{`returned`:1},`candidate`:{`returned`:1}", "1234", "2", 1);
    line(4, "x", "`control`:{`returned`:1},`candidate`:{`returned`:1}", "1", "234", 1);
    line(5, "x12345", "`control`:{`returned`:1},`candidate`:{`returned`:1}", "1", "2", 1);
    assertThat(calls())
        .extracting(e -> e.entry().atMillis() / 1_000 % 60)
        .containsExactly(4L, 2L, 5L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void orderOfAddingAndMergingDoesNotMatter(long seed) {
    for (int i = 0; i < 9; i++) {
      call(1 + i % 4, "text" + i % 3, 1 + i % 2);
    }
    ExampleSelection whole = new ExampleSelection();
    ExampleSelection one = new ExampleSelection();
    ExampleSelection other = new ExampleSelection();
    List<ExampleCall> calls = new ArrayList<>(allCalls());
    calls.forEach(whole::add);
    Collections.shuffle(calls, new Random(seed));
    calls.subList(0, 4).forEach(one::add);
    calls.subList(4, calls.size()).forEach(other::add);
    one.merge(other);
    assertThat(one.list()).isEqualTo(whole.list());
  }

  private void call(int second, String argument, int differences) {
    line(
        second,
        argument,
        "`control`:{`returned`:1},`candidate`:{`returned`:2}",
        "1",
        "2",
        differences);
  }

  private void line(
      int second,
      String argument,
      String outcomes,
      String control,
      String candidate,
      int differences) {
    journal.line(
        "{`entry`:`example`,`point`:`q`,`fate`:`mismatched`,`at`:`2026-11-01T09:00:%02dZ`,"
            + "`differenceCount`:%d,`differences`:[{`path`:`/x`,`kind`:`VALUE`,"
            + "`signature`:`/x · VALUE`,`control`:%s,`candidate`:%s}],%s,`arguments`:[`%s`]}",
        second, differences, control, candidate, outcomes, argument);
  }

  private List<ExampleCall> calls() {
    journal.to(directory, "a.jsonl");
    return Summaries.of(directory).signatures().get(0).examples();
  }

  private List<String> arguments() {
    return calls().stream().map(e -> e.entry().arguments().get(0).replace("\"", "")).toList();
  }

  /** Each call alone, so that none is left out. */
  private List<ExampleCall> allCalls() {
    List<ExampleCall> all = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      JournalText single = JournalText.of("s" + i);
      single.tally("q", "2026-11-01T09:00:00Z", 1, "`mismatched`:1");
      single.line(
          "{`entry`:`example`,`point`:`q`,`fate`:`mismatched`,`at`:`2026-11-01T09:00:0%dZ`,"
              + "`differenceCount`:%d,`differences`:[{`path`:`/x`,`kind`:`VALUE`,"
              + "`signature`:`/x · VALUE`,`control`:1,`candidate`:2}],`arguments`:[`%s`]}",
          1 + i % 4, 1 + i % 2, "text" + i % 3);
      single.to(directory, "a.jsonl");
      all.addAll(Summaries.of(directory).signatures().get(0).examples());
    }
    return all;
  }
}
