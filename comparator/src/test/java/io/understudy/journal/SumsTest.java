package io.understudy.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SumsTest {
  @Test
  void sumStaysAtTheGreatestNumber() {
    assertThat(Sums.plus(2, 3)).isEqualTo(5);
    assertThat(Sums.plus(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(Sums.plus(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(Sums.of(LongStream.of(1L << 62, 1L << 62, 1L << 62, 1L << 62)))
        .isEqualTo(Long.MAX_VALUE);
    assertThat(Sums.of(LongStream.empty())).isZero();
  }

  @Test
  void totalsOfManyFilesStayPositive() {
    PointTotals most = new PointTotals(1L << 62, Collections.singletonMap(Fate.MATCHED, 1L << 62));
    PointTotals sum = most.plus(most).plus(most).plus(most);
    assertThat(sum.intercepted()).isEqualTo(1L << 58);
    assertThat(sum.fate(Fate.MATCHED)).isEqualTo(1L << 58);
    assertThat(sum.inFlight()).isZero();
    PointTotals all = PointTotals.none();
    for (Fate fate : Fate.values()) {
      all = all.plus(new PointTotals(0, Collections.singletonMap(fate, 1L << 62)));
    }
    assertThat(all.inFlight()).isNegative();
  }

  @Test
  void tallyOfTooManyCallsStaysPositive() {
    TallyEntry tally =
        TallyEntry.builder("quote", 1)
            .intercepted(Long.MAX_VALUE)
            .intercepted(1)
            .fate(Fate.MATCHED, Long.MAX_VALUE)
            .fate(Fate.MATCHED, 1)
            .leaves(Long.MAX_VALUE)
            .leaves(1)
            .build();
    assertThat(tally.intercepted()).isEqualTo(Long.MAX_VALUE);
    assertThat(tally.fate(Fate.MATCHED)).isEqualTo(Long.MAX_VALUE);
    assertThat(tally.leaves()).isEqualTo(Long.MAX_VALUE);
    assertThat(PointTotals.none().plus(tally).plus(tally).inFlight()).isZero();
  }
}
