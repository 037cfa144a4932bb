package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.walk.Differ;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExceptionRulesTest {
  private static final RuleScope IO = RuleScope.type("java.io.IOException");

  private static Outcome threw(Throwable thrown) {
    return Outcome.threw(ThrownException.of(thrown));
  }

  private static boolean equal(RulesBuilder rules, Throwable control, Throwable candidate) {
    return Differ.with(rules.build()).compare(threw(control), threw(candidate)).isEqual();
  }

  private static RulesBuilder mapping() {
    return Rules.builder()
        .exceptionClass("java.io.IOException", "java.lang.IllegalStateException")
        .exceptionClass("java.io.EOFException", "java.lang.ArithmeticException");
  }

  @Test
  void mappedClasses() {
    assertThat(equal(mapping(), new IOException("a"), new IllegalStateException("b"))).isTrue();
    assertThat(equal(mapping(), new IOException("a"), new IOException("a"))).isFalse();
    assertThat(equal(mapping(), new IllegalStateException("a"), new IOException("b"))).isFalse();
    assertThat(equal(mapping(), new RuntimeException("a"), new RuntimeException("b"))).isTrue();
  }

  @Test
  void subclassesByTheClosestMappedClass() {
    assertThat(equal(mapping(), new FileNotFoundException(), new IllegalStateException())).isTrue();
    assertThat(equal(mapping(), new java.io.EOFException(), new ArithmeticException())).isTrue();
    assertThat(equal(mapping(), new java.io.EOFException(), new IllegalStateException())).isFalse();
  }

  @Test
  void messagesByTheClosestType() {
    RulesBuilder rules =
        Rules.builder()
            .exceptionMessages(true)
            .exceptionMessages(IO, Pattern.compile("[0-9]+"))
            .exceptionMessages(RuleScope.type("java.io.FileNotFoundException"), false);

    assertThat(equal(rules, new RuntimeException("a 1"), new RuntimeException("a 2"))).isFalse();
    assertThat(equal(rules, new IOException("a 1"), new IOException("a 2"))).isTrue();
    assertThat(equal(rules, new IOException("a 1"), new IOException("b 1"))).isFalse();
    assertThat(equal(rules, new IOException((String) null), new IOException("1"))).isFalse();
    assertThat(equal(rules, new FileNotFoundException("a"), new FileNotFoundException("b")))
        .isTrue();
  }

  @Test
  void causesByTheSameRules() {
    RulesBuilder rules = mapping().exceptionCauses(true);

    assertThat(
            equal(
                rules,
                new RuntimeException(new IOException("a")),
                new RuntimeException(new IllegalStateException("b"))))
        .isTrue();
    assertThat(equal(rules, new RuntimeException(new IOException()), new RuntimeException()))
        .isFalse();
    assertThat(
            equal(
                rules.exceptionMessages(true),
                new RuntimeException("x", new IOException("a")),
                new RuntimeException("x", new IllegalStateException("b"))))
        .isFalse();
  }

  @Test
  void reasonNamesTheDifference() {
    Differ differ =
        Differ.with(Rules.builder().exceptionMessages(true).exceptionCauses(true).build());

    assertThat(reason(differ, new IOException("a"), new RuntimeException("a"))).isEmpty();
    assertThat(reason(differ, new IOException("a"), new IOException("b")))
        .isEqualTo("the messages differ");
    assertThat(reason(differ, new IOException("a", new RuntimeException()), new IOException("a")))
        .isEqualTo("the causes differ");
  }

  private static String reason(Differ differ, Throwable control, Throwable candidate) {
    return differ.compare(threw(control), threw(candidate)).differences().get(0).reason();
  }

  @Test
  void maskThatTakesTooLongAcceptsNothing() {
    RulesBuilder rules =
        Rules.builder().exceptionMessages(RuleScope.everywhere(), Pattern.compile("(a+)+\\1c"));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append('a');
    }

    assertThat(equal(rules, new RuntimeException(text + "x"), new RuntimeException(text + "y")))
        .isFalse();
  }
}
