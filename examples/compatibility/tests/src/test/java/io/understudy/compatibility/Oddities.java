package io.understudy.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Run;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lines of a log that somebody would have to look into. */
final class Oddities {
  private static final Pattern ODD =
      Pattern.compile("(?i)understudy|bytebuddy|\\b(warn|warning|severe|error|fatal)\\b|Exception");

  /**
   * Said with any agent that adds to the boot class path (docs/troubleshooting.md), and by Tomcat
   * and by Hikari on a machine that has much else to do.
   */
  private static final List<String> ANYWHERE =
      List.of(
          "Sharing is only supported for boot loader classes",
          "Creation of SecureRandom instance .* took",
          "Thread starvation or clock leap detected");

  private Oddities() {}

  /**
   * Fails where a place printed a warning, an error or anything of the agent.
   *
   * @param known regular expressions of what the place says without the agent, too
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

  /** Fails where the agent warned of something in its own log. */
  static void assertNoneInAgentLog(Run run) throws Exception {
    assertThat(run.log().lines())
        .filteredOn(line -> line.contains(" WARN ") || line.contains(" ERROR "))
        .as(run.log())
        .isEmpty();
  }
}
