package io.understudy.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.journal.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BooksTest {
  private static final Books BOOKS =
      Books.intercepted(20)
          .with(Fate.SAMPLED_OUT, 4)
          .with(Fate.DROPPED, 2)
          .with(Fate.MATCHED, 7)
          .with(Fate.ACCEPTED, 1)
          .with(Fate.MISMATCHED, 2)
          .with(Fate.TIMED_OUT, 1);

  @Test
  void equation() {
    assertThat(BOOKS.ended()).isEqualTo(17);
    assertThat(BOOKS.inFlight()).isEqualTo(3);
    assertThat(BOOKS.isBalanced()).isTrue();
    assertThat(BOOKS.verdicts()).isEqualTo(11);
    assertThat(BOOKS.agreed()).isEqualTo(8);
    assertThat(BOOKS)
        .hasToString(
            "20 intercepted, 4 sampled-out, 2 dropped, 1 timed-out, 7 matched, 1 accepted,"
                + " 2 mismatched, 3 in flight");
  }

  @Test
  void moreEndedThanIntercepted() {
    assertThat(Books.intercepted(1).with(Fate.MATCHED, 2).isBalanced()).isFalse();
  }

  @Test
  void sum() {
    assertThat(BOOKS.plus(Books.intercepted(3).with(Fate.MATCHED, 1)))
        .isEqualTo(Books.intercepted(3).with(Fate.MATCHED, 1).plus(BOOKS))
        .hasToString(
            "23 intercepted, 4 sampled-out, 2 dropped, 1 timed-out, 8 matched, 1 accepted,"
                + " 2 mismatched, 5 in flight");
  }

  @Test
  void parityOfTheBooks() {
    Score score = new Score(BOOKS, List.of());
    assertThat(score.parity()).contains(new Parity(8, 7, 11));
    assertThat(score.parity().orElseThrow().share()).isEqualTo(8 / 11.0);
    assertThat(score.parity().orElseThrow().strictShare()).isEqualTo(7 / 11.0);
    assertThat(score.coverage()).isEqualTo(11 / 20.0);
  }

  @Test
  void noScoreWhereRefusedOrNothingWasCompared() {
    assertThat(new Score(BOOKS, List.of("why")).parity()).isEmpty();
    assertThat(new Score(Books.intercepted(5), List.of()).parity()).isEmpty();
    assertThat(new Score(Books.NONE, List.of()).coverage()).isZero();
  }

  @Test
  void equalByContent() {
    Books same = Books.intercepted(20).plus(BOOKS).plus(Books.intercepted(-20));
    assertThat(same).isEqualTo(BOOKS).hasSameHashCodeAs(BOOKS);
    assertThat(BOOKS)
        .isNotEqualTo(BOOKS.with(Fate.MATCHED, 1))
        .isNotEqualTo(BOOKS.plus(Books.intercepted(1)))
        .isNotEqualTo("books");
    assertThat(Books.NONE).hasSameHashCodeAs(Books.intercepted(0));
    assertThat(Books.intercepted(1).hashCode()).isNotEqualTo(Books.intercepted(2).hashCode());
  }

  @Test
  void countThatIsNegative() {
    Books books = Books.intercepted(5).with(Fate.MATCHED, 6).with(Fate.DROPPED, -2);
    assertThat(books.inFlight()).isEqualTo(1);
    assertThat(books.isBalanced()).isFalse();
  }

  /** Ten thousand sessions with 10^15 calls each add up to more than a long holds. */
  @Test
  void sumThatIsTooLargeGivesNoScore() {
    Books session =
        Books.intercepted(1_000_000_000_000_000L).with(Fate.MATCHED, 999_000_000_000_000L);
    Books sum = Books.NONE;
    for (int i = 0; i < 10_000; i++) {
      sum = sum.plus(session);
    }
    assertThat(sum.plus(sum)).isEqualTo(sum);
    assertThat(sum.isTooLarge()).isTrue();
    assertThat(session.isTooLarge()).isFalse();
    assertThat(sum.intercepted()).isPositive();
    Score score = new Score(sum, List.of());
    assertThat(score.parity()).isEmpty();
    assertThat(score.refusals()).singleElement().asString().contains("too large to be genuine");
  }

  @Test
  void comparedCallsAreVerdictsWithoutTimeouts() {
    assertThat(BOOKS.compared()).isEqualTo(10);
    assertThat(BOOKS.ended(Fate.TIMED_OUT)).isEqualTo(1);
    assertThat(BOOKS.intercepted()).isEqualTo(20);
  }

  @Test
  void impossibleParity() {
    assertThatThrownBy(() -> new Parity(3, 3, 2)).hasMessageContaining("3 agreed of 2");
  }
}
