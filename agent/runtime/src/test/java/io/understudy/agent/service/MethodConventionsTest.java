package io.understudy.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodConventionsTest {
  private static MethodOutline method(String name) {
    return new MethodOutline("com.acme.Orders", name, "(J)J", 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"save", "saveOrder", "deleteAll", "payOut", "sendMail", "createInvoice"})
  void namesThatSayThatTheyWrite(String name) {
    assertThat(MethodConventions.saysThatItWrites(method(name))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"quote", "settings", "address", "payroll", "sender", "addressOf", "setup"})
  void namesThatDoNot(String name) {
    assertThat(MethodConventions.saysThatItWrites(method(name))).isFalse();
  }

  @Test
  void annotationsOfTheWeb() {
    MethodOutline posted = method("quote");
    posted.annotations.add("PostMapping");
    MethodOutline got = method("createView");
    got.annotations.add("GetMapping");

    assertThat(MethodConventions.saysThatItWrites(posted)).isTrue();
    assertThat(MethodConventions.saysThatItWrites(got)).isFalse();
  }
}
