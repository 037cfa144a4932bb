package io.understudy.tool.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Paths;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachFailuresTest {
  private static final class AttachNotSupportedException extends Exception {
    private static final long serialVersionUID = 1L;

    AttachNotSupportedException(String message) {
      super(message);
    }
  }

  private static String ownPid() {
    return ManagementFactory.getRuntimeMXBean().getName().split("@")[0];
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "-1", "1.5", "12345678901", "4711 ", "１２"})
  void textThatIsNoProcessId(String pid) {
    assertThatThrownBy(() -> AttachFailures.check(pid))
        .isInstanceOf(UnreachableJvmException.class)
        .hasMessage(pid + " is not a process id; run status without an id to list the JVMs");
  }

  @Test
  void processThatDoesNotExist() {
    Assumptions.assumeTrue(Files.isDirectory(Paths.get("/proc/self")), "Linux");

    assertThatThrownBy(() -> AttachFailures.check("2147483647"))
        .isInstanceOf(UnreachableJvmException.class)
        .hasMessage(
            "there is no process 2147483647 here; run status without an id to list the JVMs");
  }

  @Test
  void ownProcessIsReachable() {
    assertThatCode(() -> AttachFailures.check(ownPid())).doesNotThrowAnyException();
  }

  @Test
  void dynamicLoadingIsOff() {
    assertThat(
            AttachFailures.message(
                "17",
                new IOException(
                    "Dynamic agent loading is not enabled. Use -XX:+EnableDynamicAgentLoading")))
        .isEqualTo(
            "the JVM 17 was started with -XX:-EnableDynamicAgentLoading, so nothing can be"
                + " attached to it; start it without that option, or with"
                + " -javaagent:understudy-agent.jar=understudy.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "well-known file /tmp/.java_pid17 is not secure: file should be owned by the current user",
        "Operation not permitted",
        "Permission denied"
      })
  void processOfAnotherUser(String text) {
    assertThat(AttachFailures.message("17", new IOException(text)))
        .isEqualTo(
            "the process 17 belongs to another user (IOException: "
                + text
                + "); run this command as that user, with the same group");
  }

  @Test
  void processThatHasEnded() {
    assertThat(AttachFailures.message("17", new IOException("No such process")))
        .isEqualTo("there is no process 17 here; run status without an id to list the JVMs");
  }

  @Test
  void processThatDoesNotRespond() {
    assertThat(
            AttachFailures.message("17", new AttachNotSupportedException("target not responding")))
        .startsWith(
            "the process 17 does not accept attachments (AttachNotSupportedException: target not"
                + " responding). It is not a HotSpot JVM, ")
        .contains("-XX:+DisableAttachMechanism")
        .endsWith("start it with -javaagent:understudy-agent.jar=understudy.yaml");
  }

  @Test
  void otherFailures() {
    assertThat(AttachFailures.message("17", new IllegalStateException("odd")))
        .isEqualTo(
            "the JVM 17 did not take the request: IllegalStateException: odd. Its standard error"
                + " may show the reason. Its user must be able to read the agent's jar");
    assertThat(AttachFailures.message("17", new IOException((String) null)))
        .startsWith("the JVM 17 did not take the request: IOException: null. ");
  }

  @Test
  void commandOutsideOfTheJar() {
    CommandRun run = CommandRun.run("status", ownPid());

    assertThat(run.err)
        .isEqualTo("understudy: this command must be run from understudy-agent.jar\n");
    assertThat(run.code).isEqualTo(1);
  }

  @Test
  void listOfJvms() {
    CommandRun run = CommandRun.run("status");

    assertThat(run.code).as(run.err).isZero();
    assertThat(run.err).isEmpty();
    assertThat(run.out).isNotEmpty();
  }
}
