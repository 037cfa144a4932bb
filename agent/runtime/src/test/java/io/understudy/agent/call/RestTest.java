package io.understudy.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.TallyField;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Times of the day in milliseconds since the epoch, and nanoseconds of another clock. */
class RestTest {
  private static final long MS = 1_000_000;
  private final Ledger ledger = new Ledger(60_000);
  private final Rest rest = new Rest(ledger);

  private Map<Long, Map<String, Long>> counted() {
    Map<Long, Map<String, Long>> counted = new TreeMap<>();
    for (LedgerPage page : ledger.pages()) {
      Map<String, Long> texts = page.counted(TallyField.PAUSED);
      if (!texts.isEmpty()) {
        counted.put(page.minute(), new TreeMap<>(texts));
      }
    }
    return counted;
  }

  @Test
  void restIsCountedAtItsEnd() {
    rest.begin("by a person", 5 * MS);
    rest.count("by a person", 1_000 * MS, 70_000);
    rest.end(2_005 * MS, 72_000);
    rest.end(9_000 * MS, 80_000);

    assertThat(counted()).hasToString("{1={by a person=2000}}");
  }

  @Test
  void longRestIsCountedOnceAMinute() {
    rest.begin("by a person", 0);
    for (int second = 1; second <= 150; second++) {
      ledger.turn(60_000 + 1_000 * second);
      rest.count("by a person", second * 1_000 * MS, 60_000 + 1_000 * second);
    }
    rest.end(150_000 * MS, 60_000 + 150_000);

    assertThat(counted())
        .hasToString("{1={by a person=57000}, 2={by a person=60000}, 3={by a person=33000}}");
  }

  @Test
  void pointThatDoesNotRestCountsNothing() {
    rest.count("by a person", 1_000 * MS, 118_000);
    rest.end(1_000 * MS, 118_000);

    assertThat(counted()).isEmpty();
  }

  @Test
  void timeIsCountedUnderTheCauseThatThePointHadThen() {
    rest.begin("by the file STOP", 0);
    rest.count("by a person", 1_000 * MS, 61_000);
    rest.end(3_000 * MS, 63_000);

    assertThat(counted()).hasToString("{1={by a person=2000, by the file STOP=1000}}");
  }
}
