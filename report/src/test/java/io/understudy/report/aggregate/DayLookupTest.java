package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayLookupTest {
  @ParameterizedTest
  @CsvSource({
    // In Berlin the clock goes back on 25 October 2026: the day has 25 hours.
    "Europe/Berlin, 2026-10-24T21:59:00Z, 2026-10-24",
    "Europe/Berlin, 2026-10-24T22:00:00Z, 2026-10-25",
    "Europe/Berlin, 2026-10-25T22:59:00Z, 2026-10-25",
    "Europe/Berlin, 2026-10-25T23:00:00Z, 2026-10-26",
    // On 29 March it goes forward: the day has 23 hours.
    "Europe/Berlin, 2026-03-29T21:59:00Z, 2026-03-29",
    "Europe/Berlin, 2026-03-29T22:00:00Z, 2026-03-30",
    // In Beirut the clock goes forward at midnight: the day begins at one.
    "Asia/Beirut, 2026-03-28T21:59:00Z, 2026-03-28",
    "Asia/Beirut, 2026-03-28T22:00:00Z, 2026-03-29",
    // Samoa skipped 30 December 2011.
    "Pacific/Apia, 2011-12-30T09:59:00Z, 2011-12-29",
    "Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-31",
    "Asia/Kathmandu, 2026-11-20T18:14:00Z, 2026-11-20",
    "Asia/Kathmandu, 2026-11-20T18:15:00Z, 2026-11-21",
    "UTC, 1969-12-31T23:59:00Z, 1969-12-31"
  })
  void dayOfAMinute(String zone, Instant minute, LocalDate day) {
    assertThat(new DayLookup(ZoneId.of(zone)).of(minute.getEpochSecond() / 60)).isEqualTo(day);
  }

  @Property
  void sameDayAsTheCalendarAfterAnyOtherMinute(
      @ForAll @LongRange(min = 0, max = 60_000_000) long before,
      @ForAll @LongRange(min = 0, max = 60_000_000) long minute) {
    for (String name : new String[] {"America/Sao_Paulo", "Pacific/Apia", "Europe/Berlin"}) {
      ZoneId zone = ZoneId.of(name);
      DayLookup days = new DayLookup(zone);
      days.of(before);
      assertThat(days.of(minute))
          .isEqualTo(Instant.ofEpochSecond(minute * 60).atZone(zone).toLocalDate());
      days.hour(before);
      assertThat(days.hour(minute))
          .isEqualTo(Instant.ofEpochSecond(minute * 60).atZone(zone).getHour());
    }
  }
}
