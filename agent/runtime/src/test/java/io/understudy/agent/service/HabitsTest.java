package io.understudy.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HabitsTest {
  private static Method method(String name) {
    return new Method("com.acme.Orders", name, "(J)J", 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"save", "saveOrder", "deleteAll", "payOut", "sendMail", "createInvoice"})
  void namesThatSayThatTheyWrite(String name) {
    assertThat(Habits.saysThatItWrites(method(name))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"quote", "settings", "address", "payroll", "sender", "addressOf", "setup"})
  void namesThatDoNot(String name) {
    assertThat(Habits.saysThatItWrites(method(name))).isFalse();
  }

  @Test
  void annotationsOfTheWeb() {
    Method posted = method("quote");
    posted.annotations.add("PostMapping");
    Method got = method("createView");
    got.annotations.add("GetMapping");

    assertThat(Habits.saysThatItWrites(posted)).isTrue();
    assertThat(Habits.saysThatItWrites(got)).isFalse();
  }
}
