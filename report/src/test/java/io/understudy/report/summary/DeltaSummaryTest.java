package io.understudy.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import java.math.BigDecimal;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeltaSummaryTest {
  @TempDir Path directory;

  /** The delta of one recorded difference, and what a summary keeps of it. */
  @ParameterizedTest
  @CsvSource({
    "0.01, 0.01",
    "-0.0100, 0.01",
    "-7, 7",
    "1E3, 1E+3",
    "0, 0",
    "0.00, 0",
    "1E-60, 1E-60",
    "1E-61, none",
    "1E60, 1E+60",
    "1E61, none",
    "1E+999999999, none",
    "many, none"
  })
  void largestOfOneDifference(String delta, String largest) {
    assertThat(read(delta).most().map(BigDecimal::toString).orElse("none")).isEqualTo(largest);
  }

  @Test
  void textOfMoreThanAHundredCharactersIsIgnored() {
    assertThat(read("1." + "0".repeat(98)).examples()).isEqualTo(0);
    assertThat(read("1" + "0".repeat(99)).examples()).isEqualTo(1);
    assertThat(read("1" + "0".repeat(100)).examples()).isEqualTo(0);
  }

  @Test
  void differenceWithoutADelta() {
    JournalText.of("a")
        .line(
            "{`entry`:`example`,`point`:`quote`,`fate`:`mismatched`,`at`:`2026-11-01T09:00:01Z`,"
                + "`differenceCount`:1,`differences`:[{`path`:`/tax`,`kind`:`VALUE`,"
                + "`signature`:`/tax · VALUE`,`control`:1,`candidate`:2}],`arguments`:[]}")
        .tally(
            "quote", "2026-11-01T09:00:00Z", 1, "`mismatched`:1", "`signatures`:{`/tax · VALUE`:1}")
        .to(directory, "a.jsonl");
    assertThat(deltas()).isEqualTo(DeltaSummary.NONE);
  }

  @Property
  void sumDoesNotDependOnTheOrder(
      @ForAll @IntRange(max = 3) int a,
      @ForAll @IntRange(max = 3) int b,
      @ForAll @IntRange(max = 3) int c) {
    DeltaSummary one = of(a);
    DeltaSummary two = of(b);
    DeltaSummary three = of(c);
    assertThat(one.plus(two)).isEqualTo(two.plus(one));
    assertThat(one.plus(two).plus(three)).isEqualTo(one.plus(two.plus(three)));
    assertThat(one.plus(DeltaSummary.NONE)).isEqualTo(one);
    assertThat(one.plus(two).examples()).isEqualTo(one.examples() + two.examples());
  }

  private static DeltaSummary of(int n) {
    return n == 0 ? DeltaSummary.NONE : new DeltaSummary(n, BigDecimal.valueOf(n * 7L % 5));
  }

  private DeltaSummary read(String delta) {
    JournalText.of("a")
        .line(
            "{`entry`:`example`,`point`:`quote`,`fate`:`mismatched`,`at`:`2026-11-01T09:00:01Z`,"
                + "`differenceCount`:1,`differences`:[{`path`:`/tax`,`kind`:`VALUE`,"
                + "`signature`:`/tax · VALUE`,`control`:1,`candidate`:2,`delta`:`%s`}],"
                + "`arguments`:[]}",
            delta)
        .tally(
            "quote", "2026-11-01T09:00:00Z", 1, "`mismatched`:1", "`signatures`:{`/tax · VALUE`:1}")
        .to(directory, "a.jsonl");
    return deltas();
  }

  private DeltaSummary deltas() {
    return Summaries.of(directory).signatures().get(0).explained().get(0).deltas();
  }
}
