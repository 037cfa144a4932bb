package com.recordstore.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DunningTest {
  private final Dunning dunning = new Dunning();

  @BeforeEach
  void headOfficeTime() {
    TimeZone.setDefault(Main.HEAD_OFFICE);
  }

  @Test
  void daysSinceDue() {
    assertThat(dunning.daysOverdue(Days.day("2009-01-05"), Days.day("2009-01-20"))).isEqualTo(15);
  }

  @Test
  void dueDayIsInTime() {
    assertThat(dunning.daysOverdue(Days.day("2009-01-05"), Days.day("2009-01-05"))).isZero();
    assertThat(dunning.daysOverdue(Days.day("2009-01-06"), Days.day("2009-01-05"))).isZero();
  }

  @Test
  void notDueAtAll() {
    assertThat(dunning.daysOverdue(null, Days.day("2009-01-05"))).isZero();
  }

  @Test
  void summerTimeCostsTheOldSystemADay() {
    // the night to 8 March 2009 had 23 hours, and the division by 24 drops the rest
    assertThat(dunning.daysOverdue(Days.day("2009-03-01"), Days.day("2009-03-11"))).isEqualTo(9);
  }
}
