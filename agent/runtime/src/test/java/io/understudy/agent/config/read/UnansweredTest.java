package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import org.junit.jupiter.api.Test;

/** The exceptions under {@code unanswered:}; a call point adds to those at the top level. */
class UnansweredTest {
  private static Config config(String... lines) throws ConfigException {
    return ConfigLoader.parse("u.yaml", String.join("\n", lines));
  }

  @Test
  void callPointAddsToTheTopLevel() throws Exception {
    Config config =
        config(
            "unanswered: [com.acme.BackendDown]",
            "calls:",
            "  - { control: a.Old#a, candidate: a.New#a, unanswered: [com.acme.Busy] }",
            "  - { control: a.Old#b, candidate: a.New#b }");
    assertThat(config.calls().get(0).unanswered())
        .containsExactly("com.acme.BackendDown", "com.acme.Busy");
    assertThat(config.calls().get(1).unanswered()).containsExactly("com.acme.BackendDown");
  }

  @Test
  void classOfAllExceptionsIsRefused() {
    assertThatThrownBy(
            () ->
                config(
                    "unanswered: [java.lang.RuntimeException]",
                    "calls: [ { control: a.Old#a, candidate: a.New#a } ]"))
        .hasMessage(
            "u.yaml:1:14: unanswered[0]: java.lang.RuntimeException covers exceptions that are"
                + " answers, so they would never be compared; name the exception of a candidate"
                + " that cannot be reached, such as com.acme.next.BackendDown");
  }

  @Test
  void classesAreInTheHash() throws Exception {
    String call = "calls: [ { control: a.Old#a, candidate: a.New#a } ]";
    assertThat(config("unanswered: [com.acme.Busy]", call).hash())
        .isNotEqualTo(config(call).hash());
  }
}
