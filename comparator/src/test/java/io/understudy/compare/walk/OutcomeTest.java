package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static io.understudy.value.PathPattern.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.rule.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final ComparisonFixture PLAIN = ComparisonFixture.under(Rules.builder());
  private static final ComparisonFixture WITH_MESSAGES =
      ComparisonFixture.under(Rules.builder().exceptionMessages(true).exceptionCauses(true));
  private static final ComparisonFixture WITH_ARGUMENTS =
      ComparisonFixture.under(Rules.builder().arguments(true));

  private static Outcome threw(Throwable thrown) {
    return Outcome.threw(ThrownException.of(thrown));
  }

  private static Outcome returned(@Nullable Object value, @Nullable Object... arguments) {
    return Outcome.returned(value).withArguments(arguments);
  }

  @Test
  void returnedAgainstThrew() {
    Outcome threw = threw(new IllegalStateException("no stock"));

    assertThat(PLAIN.differences(Outcome.returned("x"), threw))
        .containsExactly("(root) EXCEPTION: x / java.lang.IllegalStateException: no stock");
    assertThat(PLAIN.differences(threw, Outcome.returned(null)))
        .containsExactly("(root) EXCEPTION: java.lang.IllegalStateException: no stock / null");
  }

  @Test
  void exceptionsByClassName() {
    assertThat(
            PLAIN.differences(
                threw(new IllegalStateException("a")), threw(new IllegalStateException("b"))))
        .isEmpty();
    assertThat(
            PLAIN.differences(
                threw(new IllegalStateException("a")), threw(new RuntimeException("a"))))
        .hasSize(1);
  }

  @Test
  void exceptionMessagesAndCausesUnderRules() {
    assertThat(
            WITH_MESSAGES.differences(
                threw(new IllegalStateException("a")), threw(new IllegalStateException("b"))))
        .containsExactly(
            "(root) EXCEPTION: java.lang.IllegalStateException: a"
                + " / java.lang.IllegalStateException: b (the messages differ)");
    assertThat(
            WITH_MESSAGES.differences(
                threw(new IllegalStateException("a", new RuntimeException("x"))),
                threw(new IllegalStateException("a", new RuntimeException("y")))))
        .hasSize(1);
    assertThat(
            WITH_MESSAGES.differences(
                threw(new IllegalStateException("a", new RuntimeException("x"))),
                threw(new IllegalStateException("a", new RuntimeException("x")))))
        .isEmpty();
  }

  @Test
  void argumentsOnlyWhereTheyAreCompared() {
    assertThat(PLAIN.differences(returned(1, list(1)), returned(1, list(2)))).isEmpty();
    assertThat(WITH_ARGUMENTS.differences(returned(1, list(1)), returned(1, list(2))))
        .containsExactly("/arguments/0/0 VALUE: 1 / 2");
    assertThat(WITH_ARGUMENTS.differences(returned(1, "a", map("k", 1)), returned(1, "a", map())))
        .containsExactly("/arguments/1/k MISSING: 1 / null");
  }

  @Test
  void argumentsBesideTheResult() {
    assertThat(WITH_ARGUMENTS.differences(returned(1, "a"), returned(2, "b")))
        .containsExactly("(root) VALUE: 1 / 2", "/arguments/0 VALUE: a / b");
  }

  @Test
  void argumentsAfterBothThrew() {
    Outcome control = threw(new IllegalStateException("a")).withArguments(new Object[] {1});
    Outcome candidate = threw(new IllegalStateException("a")).withArguments(new Object[] {2});

    assertThat(WITH_ARGUMENTS.differences(control, candidate))
        .containsExactly("/arguments/0 VALUE: 1 / 2");
  }

  @Test
  void argumentsThatOneSideDidNotKeep() {
    assertThat(WITH_ARGUMENTS.differences(returned(1, "a"), Outcome.returned(1)))
        .singleElement()
        .asString()
        .startsWith("/arguments OPAQUE")
        .endsWith("(the arguments of one side were not kept)");
    assertThat(WITH_ARGUMENTS.differences(Outcome.returned(1), Outcome.returned(1))).isEmpty();
  }

  @Test
  void argumentsInAnotherNumber() {
    assertThat(WITH_ARGUMENTS.differences(returned(1, "a"), returned(1, "a", "b")))
        .containsExactly("/arguments/1 EXTRA: null / b");
  }

  @Test
  void rulesForArguments() {
    ComparisonFixture rules =
        ComparisonFixture.under(
            Rules.builder()
                .arguments(true)
                .ignore(parse("/arguments/1"), parse("/**/at"))
                .unordered(parse("/arguments/0")));

    assertThat(
            rules.differences(
                returned(map("at", 1), list(1, 2), "x"), returned(map("at", 2), list(2, 1), "y")))
        .isEmpty();
  }

  @Test
  void deepArgumentsHaveTheirPaths() {
    SampleTypes.Link control = new SampleTypes.Link("a", null);
    SampleTypes.Link candidate = new SampleTypes.Link("b", null);
    for (int i = 0; i < 1_000; i++) {
      control = new SampleTypes.Link(i, control);
      candidate = new SampleTypes.Link(i, candidate);
    }

    assertThat(WITH_ARGUMENTS.differences(returned(control, 1, 2), returned(candidate, 1, 3)))
        .hasSize(2)
        .last()
        .isEqualTo("/arguments/1 VALUE: 2 / 3");
  }

  @Test
  void messageThatThrows() {
    ThrownException thrown =
        ThrownException.of(
            new RuntimeException() {
              private static final long serialVersionUID = 1;

              @Override
              public String getMessage() {
                throw new IllegalStateException("never");
              }
            });

    assertThat(thrown.message()).isEqualTo("(getMessage() threw java.lang.IllegalStateException)");
  }
}
