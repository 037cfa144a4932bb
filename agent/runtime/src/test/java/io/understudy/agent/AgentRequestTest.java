package io.understudy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and starts that attach no agent. */
class AgentRequestTest {
  /** Fails at each use, since no request here may change the JVM. */
  private static final Instrumentation UNUSED =
      (Instrumentation)
          Proxy.newProxyInstance(
              AgentRequestTest.class.getClassLoader(),
              new Class<?>[] {Instrumentation.class},
              (proxy, method, arguments) -> {
                throw new AssertionError(method.getName());
              });

  @TempDir Path directory;

  private static String answer(String... words) throws Exception {
    Map<String, String> request = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      request.put(words[i], words[i + 1]);
    }
    return Agent.request(request, UNUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "pause", "resume", "reload", "detach"})
  void commandsOfAnAttachedAgentAreRefused(String command) throws Exception {
    assertThat(answer("command", command))
        .isEqualTo("refused\nUnderstudy is not attached to this JVM");
  }

  @Test
  void unknownCommandIsRefused() throws Exception {
    assertThat(answer("command", "dance"))
        .isEqualTo("refused\nthis version of the agent has no command dance");
    assertThat(answer()).isEqualTo("refused\nthis version of the agent has no command ");
  }

  @Test
  void attachmentWithAnInvalidConfigurationIsRefused() throws Exception {
    String missing = directory.resolve("missing.yaml").toString();
    assertThat(answer("command", "attach", "configuration", missing))
        .startsWith("refused\nnothing was attached. What is wrong:\n")
        .contains("missing.yaml");
  }

  @Test
  void invalidCountRequestIsRefused() throws Exception {
    assertThat(answer("command", "count", "packages", "com.acme", "millis", "soon"))
        .startsWith("refused\nthe request cannot be understood: ");
    assertThat(CountRequest.isAskedFor(new HashMap<>())).isFalse();
  }

  @Test
  void startWithAnInvalidConfigurationLetsTheApplicationStart() throws Exception {
    Path yaml =
        Files.write(directory.resolve("a.yaml"), "cals: []".getBytes(StandardCharsets.UTF_8));
    assertThat(Agent.start(yaml.toString(), UNUSED)).isEmpty();
  }

  @Test
  void startWithAnInvalidConfigurationFailsIfTheConfigurationSaysSo() throws Exception {
    Path yaml =
        Files.write(
            directory.resolve("a.yaml"),
            "on-error: fail\ncals: []".getBytes(StandardCharsets.UTF_8));
    assertThat(Agent.start(yaml.toString(), UNUSED))
        .startsWith("the application does not start (on-error: fail): ")
        .contains("cals");
  }
}
