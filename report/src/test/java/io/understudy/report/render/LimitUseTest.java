package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.summary.AcceptancePeak;
import io.understudy.report.summary.AcceptanceUse;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitUseTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

  /** The limit as the journal writes it, for a peak of 40 calls of 2,000 verdicts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at most 50 calls a day | used at most: 40 calls on 3 Nov (80.00 % of it), by one JVM",
        "at most 40 calls a day | used at most: 40 calls on 3 Nov (100 % of it), by one JVM",
        "at most 4% of verdicts | used at most: 2.00 % of verdicts on 3 Nov (50 % of it), by one JVM",
        "at most 2.5% of verdicts"
            + " | used at most: 2.00 % of verdicts on 3 Nov (80 % of it), by one JVM",
        "at most 3% of verdicts | used at most: 2.00 % of verdicts on 3 Nov (67 % of it), by one JVM",
        "at most 4% of verdicts, 50 calls a day"
            + " | used at most: 40 calls on 3 Nov (80.00 % of it); 2.00 % of verdicts on 3 Nov"
            + " (50 % of it), by one JVM",
        "at most 250 in sum a day | ''"
      })
  void useOfALimit(String limit, String use) {
    AcceptancePeak peak = new AcceptancePeak(DAY, 40, 2_000);
    assertThat(LimitUse.of(limit, acceptance(peak))).isEqualTo(use);
  }

  @Test
  void nothingWasAccepted() {
    assertThat(LimitUse.of("at most 4% of verdicts, 50 calls a day", acceptance(null))).isEmpty();
  }

  private static AcceptanceUse acceptance(@Nullable AcceptancePeak peak) {
    return new AcceptanceUse(
        "R-1",
        null,
        true,
        100,
        DAY,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        peak,
        peak,
        List.of());
  }
}
