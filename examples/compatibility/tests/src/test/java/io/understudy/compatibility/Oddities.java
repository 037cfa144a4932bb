package io.understudy.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Run;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds unexpected lines in a log. */
final class Oddities {
  private static final Pattern ODD =
      Pattern.compile("(?i)understudy|bytebuddy|\\b(warn|warning|severe|error|fatal)\\b|Exception");

  /**
   * Printed with every agent that extends the boot class path (docs/troubleshooting.md), and by
   * Tomcat and Hikari on a loaded machine.
   */
  private static final List<String> ANYWHERE =
      List.of(
          "Sharing is only supported for boot loader classes",
          "Creation of SecureRandom instance .* took",
          "Thread starvation or clock leap detected");

  private Oddities() {}

  /**
   * Fails if a server printed a warning, an error, or a line of the agent.
   *
   * @param known regular expressions of lines that the server prints without the agent too
   */
  static void assertNone(Run run, String... known) {
    assertThat((run.out() + run.err()).lines())
        .filteredOn(line -> ODD.matcher(line).find() && !isKnown(line, List.of(known)))
        .as("odd lines in:\n%s", run)
        .isEmpty();
  }

  private static boolean isKnown(String line, List<String> known) {
    return Stream.concat(ANYWHERE.stream(), known.stream())
        .anyMatch(pattern -> Pattern.compile(pattern).matcher(line).find());
  }

  /** Fails if the agent's own log has a warning. */
  static void assertNoneInAgentLog(Run run) throws Exception {
    assertThat(run.log().lines())
        .filteredOn(line -> line.contains(" WARN ") || line.contains(" ERROR "))
        .as(run.log())
        .isEmpty();
  }
}
