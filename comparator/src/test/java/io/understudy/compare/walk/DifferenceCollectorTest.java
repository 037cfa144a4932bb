package io.understudy.compare.walk;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.DifferenceListener;
import io.understudy.value.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferenceCollectorTest {
  /** Accepts differences whose control is even, and stores what it receives. */
  private static final class EvenAccepted implements DifferenceListener {
    final List<Object> received = new ArrayList<>();

    @Override
    public @Nullable String acceptanceIdOf(Difference difference) {
      Integer value = (Integer) difference.control();
      received.add(String.valueOf(value));
      return value != null && value % 2 == 0 ? "EVEN" : null;
    }

    @Override
    public @Nullable Object mark() {
      return received.isEmpty() ? null : received.size();
    }

    @Override
    public void rollBack(@Nullable Object since) {
      int size = since == null ? 0 : (Integer) since;
      received.subList(size, received.size()).clear();
    }
  }

  private static void add(DifferenceCollector collector, int control) {
    if (collector.count()) {
      collector.add(new Difference(Path.root().index(control), DifferenceKind.VALUE, control, -1));
    }
  }

  private static List<String> listed(DifferenceCollector collector) {
    return collector.comparison().differences().stream()
        .map(each -> each.path() + (each.acceptedBy() == null ? "" : " " + each.acceptedBy()))
        .collect(toList());
  }

  @Test
  void nothingFound() {
    DifferenceCollector collector = DifferenceCollector.listing(null);

    assertThat(collector.comparison()).isSameAs(Comparison.equal());
    assertThat(collector.totalCount()).isZero();
    assertThat(collector.isListing()).isTrue();
    assertThat(collector.isLimitReached()).isFalse();
  }

  @Test
  void firstDifferencesAreListedAndAllCounted() {
    DifferenceCollector collector = DifferenceCollector.listing(null);
    for (int i = 0; i < 64; i++) {
      assertThat(collector.count()).isTrue();
      collector.add(new Difference(Path.root().index(i), DifferenceKind.VALUE, i, -1));
    }

    assertThat(collector.count()).isFalse();
    assertThat(collector.comparison().count()).isEqualTo(65);
    assertThat(collector.comparison().differences()).hasSize(64);
  }

  @Test
  void countingReachesItsLimitAndListsNothing() {
    DifferenceCollector collector = DifferenceCollector.counting(2);

    assertThat(collector.isListing()).isFalse();
    assertThat(collector.count()).isFalse();
    assertThat(collector.isLimitReached()).isFalse();
    assertThat(collector.count()).isFalse();
    assertThat(collector.isLimitReached()).isTrue();
    assertThat(collector.totalCount()).isEqualTo(2);
  }

  @Test
  void listenerReceivesEveryDifference() {
    EvenAccepted listener = new EvenAccepted();
    DifferenceCollector collector = DifferenceCollector.listing(listener);
    for (int i = 0; i < 200; i++) {
      add(collector, i);
    }

    assertThat(listener.received).hasSize(200);
    assertThat(collector.totalCount()).isEqualTo(200);
    assertThat(collector.unacceptedCount()).isEqualTo(100);
    assertThat(collector.comparison().acceptedCount()).isEqualTo(100);
    // 64 of the odd ones fill the list.
    assertThat(listed(collector)).hasSize(64).startsWith("/1", "/3").endsWith("/127");
  }

  @Test
  void differencesThatAreNotAcceptedComeFirst() {
    DifferenceCollector collector = DifferenceCollector.listing(new EvenAccepted());
    for (int i = 0; i < 5; i++) {
      add(collector, i);
    }

    assertThat(listed(collector)).containsExactly("/1", "/3", "/0 EVEN", "/2 EVEN", "/4 EVEN");
    assertThat(collector.comparison().isAccepted()).isFalse();
  }

  @Test
  void acceptedDifferencesFillTheRestOfTheList() {
    DifferenceCollector collector = DifferenceCollector.listing(new EvenAccepted());
    for (int i = 0; i < 80; i++) {
      add(collector, 2 * i);
    }
    add(collector, 1);

    assertThat(listed(collector)).hasSize(64).startsWith("/1", "/0 EVEN").endsWith("/124 EVEN");
  }

  @Test
  void differencesSinceAMarkAreDiscarded() {
    EvenAccepted listener = new EvenAccepted();
    DifferenceCollector collector = DifferenceCollector.listing(listener);
    add(collector, 1);
    add(collector, 2);
    DifferenceCollector.Mark mark = collector.mark();
    add(collector, 3);
    add(collector, 4);
    assertThat(mark.unacceptedCount()).isEqualTo(1);
    collector.truncate(mark);

    assertThat(listed(collector)).containsExactly("/1", "/2 EVEN");
    assertThat(collector.totalCount()).isEqualTo(2);
    assertThat(collector.unacceptedCount()).isEqualTo(1);
    assertThat(listener.received).containsExactly("1", "2");
  }

  @Test
  void markOfAnEmptyCollectorDiscardsEverything() {
    EvenAccepted listener = new EvenAccepted();
    DifferenceCollector collector = DifferenceCollector.listing(listener);
    DifferenceCollector.Mark start = collector.mark();
    add(collector, 1);
    add(collector, 2);
    collector.truncate(start);

    assertThat(start).isSameAs(DifferenceCollector.Mark.START);
    assertThat(collector.comparison().isEqual()).isTrue();
    assertThat(listener.received).isEmpty();
  }
}
