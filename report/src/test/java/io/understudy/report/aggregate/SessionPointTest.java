package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.CodeIdentity;
import io.understudy.journal.Fate;
import io.understudy.journal.PointEntry;
import io.understudy.report.summary.Books;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionPointTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final CodeIdentity CODE = new CodeIdentity("new.jar", "aa");

  @Test
  void descriptionWithCodeIdentityWinsOverALaterOneWithout() {
    SessionPoint point = new SessionPoint();
    point.add(entry("with", CODE), 1);
    point.add(entry("without", null), 2);
    assertThat(control(point)).isEqualTo("with");
  }

  @Test
  void ofEqualDescriptionsTheOneOfTheLaterFileWins() {
    SessionPoint point = new SessionPoint();
    point.add(entry("second file", null), 2);
    point.add(entry("first file", null), 1);
    assertThat(control(point)).isEqualTo("second file");
    point.add(entry("second file again", null), 2);
    assertThat(control(point)).isEqualTo("second file again");
  }

  @Test
  void pointWithoutADescription() {
    SessionPoint point = new SessionPoint();
    assertThat(point.entry).isNull();
    assertThat(point.repeats()).isFalse();
    assertThat(point.accepts()).isFalse();
    point.merge(new SessionPoint());
    assertThat(point.first).isNull();
    assertThat(point.last).isNull();
  }

  @Test
  void daysOutsideThePeriodCountOnlyForTheBooks() {
    SessionPoint point = new SessionPoint();
    Books books = Books.intercepted(3).with(Fate.MATCHED, 3);
    point.count(books, 7, FIRST, false);
    assertThat(point.all).isEqualTo(books);
    assertThat(point.inPeriod).isEqualTo(Books.NONE);
    assertThat(point.leaves).isZero();
    assertThat(point.countsHits).isTrue();
    assertThat(point.first).isNull();
    point.count(books, 0, FIRST.plusDays(2), true);
    point.count(books, 5, FIRST.plusDays(1), true);
    assertThat(point.inPeriod).isEqualTo(books.plus(books));
    assertThat(point.all).isEqualTo(books.plus(books).plus(books));
    assertThat(point.leaves).isEqualTo(5);
    assertThat(point.first).isEqualTo(FIRST.plusDays(1));
    assertThat(point.last).isEqualTo(FIRST.plusDays(2));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void partsMergeInAnyOrder(long seed) {
    List<SessionPoint> parts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      SessionPoint part = new SessionPoint();
      if (i != 2) {
        part.add(entry("file " + i, i == 3 ? CODE : null), i);
      }
      part.count(Books.intercepted(i), i == 1 ? 9 : 0, FIRST.plusDays(i), i % 2 == 1);
      parts.add(part);
    }
    Collections.shuffle(parts, new Random(seed));
    SessionPoint whole = new SessionPoint();
    parts.forEach(whole::merge);
    assertThat(control(whole)).isEqualTo("file 3");
    assertThat(whole.all.intercepted()).isEqualTo(15);
    assertThat(whole.inPeriod.intercepted()).isEqualTo(9);
    assertThat(whole.leaves).isEqualTo(9);
    assertThat(whole.countsHits).isTrue();
    assertThat(whole.first).isEqualTo(FIRST.plusDays(1));
    assertThat(whole.last).isEqualTo(FIRST.plusDays(5));
  }

  private static PointEntry entry(String control, @Nullable CodeIdentity candidate) {
    return new PointEntry("quote", control, "a.New#quote", null, candidate, 1, 2_000, List.of());
  }

  private static String control(SessionPoint point) {
    return point.entry == null ? "" : point.entry.control();
  }
}
