package com.recordstore.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  @BeforeEach
  void headOfficeTime() {
    TimeZone.setDefault(Main.HEAD_OFFICE);
  }

  @Test
  void sameSeedGivesTheSameRequests() {
    assertThat(texts(2008, 60)).isEqualTo(texts(2008, 60));
  }

  @Test
  void anotherSeedGivesOtherRequests() {
    assertThat(texts(2008, 60)).isNotEqualTo(texts(2009, 60));
  }

  @Test
  void fiveYearsAskForEverything() {
    Workload workload = new Workload(Main.SEED, Main.DAYS);
    EnumSet<Request.Kind> kinds = EnumSet.noneOf(Request.Kind.class);
    int requests = 0;
    for (; workload.hasNext(); requests++) {
      kinds.add(workload.next().kind);
    }

    assertThat(requests).isGreaterThan(20_000);
    assertThat(kinds).containsExactlyInAnyOrder(Request.Kind.values());
  }

  @Test
  void noDaysNoRequests() {
    Workload workload = new Workload(2008, 0);

    assertThat(workload.hasNext()).isFalse();
    assertThatThrownBy(workload::next).isInstanceOf(NoSuchElementException.class);
  }

  private static List<String> texts(long seed, int days) {
    List<String> texts = new ArrayList<>();
    for (Workload workload = new Workload(seed, days); workload.hasNext(); ) {
      Request r = workload.next();
      texts.add(r.kind + " " + r.number + " " + r.amount + " " + r.date + " " + r.text + r.place);
    }
    return texts;
  }
}
