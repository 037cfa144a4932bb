package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import io.understudy.value.view.Views;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code immutable}: a wrong declaration never exposes an object of the application. */
final class DeclaredImmutablePlanTest {
  static final class Money {
    final BigDecimal amount;
    final @Nullable Object note;

    Money(String amount, @Nullable Object note) {
      this.amount = new BigDecimal(amount);
      this.note = note;
    }
  }

  static final class Counter {
    int count = 1;
  }

  static final class Self {
    final List<Object> parts = new ArrayList<>();
  }

  private static final Set<String> NAMED =
      new HashSet<>(
          Arrays.asList(
              Money.class.getName(),
              Counter.class.getName(),
              Self.class.getName(),
              "java.util.ArrayList"));

  private final Copier copier = new Copier(NAMED);

  @SuppressWarnings("unchecked")
  private <T> T copy(T live) throws Uncapturable {
    return (T) copier.copy(new @Nullable Object[] {live}, new Meter(Bounds.DEFAULT))[0];
  }

  @Test
  void objectWithOnlyFinalFieldsIsShared() throws Uncapturable {
    Money live = new Money("1.50", new Money("2", "text"));
    assertThat(copy(live)).isSameAs(live);
    assertThat(copy(Collections.singletonList(live)).get(0)).isSameAs(live);
  }

  @Test
  void objectWithAMutablePartIsCopied() throws Uncapturable {
    List<Object> tags = new ArrayList<>(Collections.singletonList("a"));
    Money live = new Money("1.50", new Money("2", tags));
    Money copy = copy(live);
    tags.add("b");
    assertThat(copy).isNotSameAs(live);
    assertThat(((Money) java.util.Objects.requireNonNull(copy.note)).note)
        .isEqualTo(Collections.singletonList("a"));
  }

  @Test
  void wrongDeclarationDoesNotExposeTheObject() throws Uncapturable {
    Counter live = new Counter();
    Counter copy = copy(live);
    copy.count = 7;
    assertThat(live.count).isEqualTo(1);
    List<String> doubts = new ArrayList<>();
    copier.drainDoubts(doubts::add);
    copy(live);
    copier.drainDoubts(doubts::add);
    assertThat(doubts)
        .containsExactly(
            Counter.class.getName()
                + " is named under immutable, but its field count is not final: candidates get"
                + " copies of such arguments");
  }

  @Test
  void declarationOfAJdkClassIsIgnored() throws Uncapturable {
    List<Object> live = new ArrayList<>(Collections.singletonList("a"));
    copy(live).add("b");
    assertThat(live).containsExactly("a");
  }

  @Test
  void cycleIsKept() throws Uncapturable {
    Self live = new Self();
    live.parts.add(live);
    Self copy = copy(live);
    assertThat(copy).isNotSameAs(live);
    assertThat(copy.parts.get(0)).isSameAs(copy);
  }

  @Test
  void objectNestedAHundredThousandTimesIsCopied() throws Uncapturable {
    Money live = new Money("1", null);
    for (int i = 0; i < 90_000; i++) {
      live = new Money("1", live);
    }
    Money from = live;
    Money copy =
        (Money)
            java.util.Objects.requireNonNull(
                copier
                    .copy(
                        new Object[] {from},
                        new Meter(new Bounds(90_000_000, 1L << 32, 60_000_000_000L)))[0]);
    assertThat(copy.amount).isEqualByComparingTo("1");
  }

  @Test
  void declaredResultIsSharedAndStillCompared() throws Uncapturable {
    Views views = Views.standard().withImmutable(NAMED);
    Money live = new Money("1.50", "a");
    Object kept = Freezer.freeze(live, new Meter(Bounds.DEFAULT), views);
    assertThat(kept).isSameAs(live);
    assertThat(Differ.with(Rules.none()).compare(kept, new Money("1.50", "b")).differences())
        .hasSize(1);
    Object inside =
        Freezer.freeze(Collections.singletonList(live), new Meter(Bounds.DEFAULT), views);
    assertThat(
            Differ.with(Rules.none())
                .compare(inside, Collections.singletonList(new Money("1.5", "a")))
                .differences())
        .isEmpty();
  }
}
