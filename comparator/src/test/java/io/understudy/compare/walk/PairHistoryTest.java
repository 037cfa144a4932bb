package io.understudy.compare.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.RuleNode;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PairHistoryTest {
  private static final Object A = new Object();
  private static final Object B = new Object();

  private static RuleNode node() {
    return Objects.requireNonNull(Rules.builder().ignore(RuleScope.parse("/x")).build().root());
  }

  @Test
  void ancestorIsFoundAndOtherPairsAreNot() {
    PairHistory history = new PairHistory();
    assertThat(history.add(A, B, null)).isTrue();
    history.enter(A, B, null);

    assertThat(history.add(A, B, null)).isFalse();
    assertThat(history.add(B, A, null)).isTrue();
    assertThat(history.add(A, B, node())).isTrue();
    assertThat(history.depth()).isEqualTo(1);
  }

  @Test
  void smallGraphsForgetAPairThatIsComplete() {
    PairHistory history = new PairHistory();
    history.add(A, B, null);
    history.enter(A, B, null);
    history.leave();

    assertThat(history.add(A, B, null)).isTrue();
    assertThat(history.mark()).isEqualTo(-1);
  }

  @Test
  void pairsAreIdentitiesNotEqualObjects() {
    PairHistory history = new PairHistory();
    String one = new String("a");
    String two = new String("a");
    history.enter(one, one, null);

    assertThat(history.add(two, one, null)).isTrue();
    assertThat(history.add(one, one, null)).isFalse();
  }

  @Test
  void storedPairsStayAfterTheyAreComplete() {
    PairHistory history = new PairHistory();
    history.enter(A, A, null);
    history.remember();
    assertThat(history.add(A, A, null)).isFalse();
    assertThat(history.add(A, B, null)).isTrue();
    history.leave();

    assertThat(history.add(A, B, null)).isFalse();
    assertThat(history.add(A, A, null)).isFalse();
  }

  @Test
  void pairsSinceAMarkAreRemoved() {
    PairHistory history = new PairHistory();
    history.remember();
    history.add(A, A, null);
    int mark = history.mark();
    history.add(A, B, null);
    history.truncate(mark);

    assertThat(mark).isEqualTo(1);
    assertThat(history.add(A, A, null)).isFalse();
    assertThat(history.add(A, B, null)).isTrue();
  }

  @Test
  void markBeforePairsWereStoredRemovesAll() {
    PairHistory history = new PairHistory();
    int mark = history.mark();
    history.remember();
    history.add(A, B, null);
    history.truncate(mark);

    assertThat(history.mark()).isEqualTo(-1);
    assertThat(history.add(A, B, null)).isTrue();
  }

  @Test
  void deepWalkStoresItsPairs() {
    PairHistory history = new PairHistory();
    List<Object> objects = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      objects.add(new Object());
      assertThat(history.add(objects.get(i), B, null)).isTrue();
      history.enter(objects.get(i), B, null);
    }

    assertThat(history.mark()).isGreaterThan(0);
    for (Object each : objects) {
      assertThat(history.add(each, B, null)).isFalse();
    }
    for (int i = 0; i < 30; i++) {
      history.leave();
    }
    assertThat(history.depth()).isZero();
    assertThat(history.add(objects.get(29), B, null)).isFalse();
  }

  @Test
  void largeGraphStoresItsPairs() {
    PairHistory history = new PairHistory();
    for (int i = 0; i < 19_999; i++) {
      history.add(new Object(), B, null);
    }
    assertThat(history.mark()).isEqualTo(-1);
    history.add(A, B, null);

    assertThat(history.mark()).isEqualTo(1);
    assertThat(history.add(A, B, null)).isFalse();
  }

  @Test
  void tableOfManyPairs() {
    PairTable table = new PairTable();
    List<Object> objects = new ArrayList<>();
    RuleNode node = node();
    for (int i = 0; i < 5_000; i++) {
      objects.add(new Object());
      assertThat(table.add(objects.get(i), A, i % 2 == 0 ? null : node)).isTrue();
    }

    assertThat(table.size()).isEqualTo(5_000);
    for (int i = 0; i < 5_000; i++) {
      assertThat(table.contains(objects.get(i), A, i % 2 == 0 ? null : node)).isTrue();
      assertThat(table.contains(objects.get(i), A, i % 2 == 0 ? node : null)).isFalse();
      assertThat(table.contains(A, objects.get(i), null)).isFalse();
    }
    table.truncate(100);
    assertThat(table.size()).isEqualTo(100);
    for (int i = 0; i < 5_000; i++) {
      assertThat(table.contains(objects.get(i), A, i % 2 == 0 ? null : node)).isEqualTo(i < 100);
    }
    assertThat(table.add(objects.get(99), A, node)).isFalse();
    assertThat(table.add(objects.get(100), A, null)).isTrue();
  }
}
