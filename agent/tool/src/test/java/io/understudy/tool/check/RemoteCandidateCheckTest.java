package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.tool.command.CommandRun;
import io.understudy.tool.host.HostOptions;
import io.understudy.tool.host.HostServer;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} says of candidates in a host. */
class RemoteCandidateCheckTest {
  @TempDir Path directory;

  static final class Legacy {
    int narrow(int value) {
      return value;
    }
  }

  /** Checks a call point whose candidate is a method of this name in a host. */
  private CommandRun check(int port, String method) throws Exception {
    String yaml =
        "calls:\n  - control: "
            + Legacy.class.getName()
            + "#narrow\n    candidate: { class: io.understudy.tool.host.Candidate, method: "
            + method
            + ", host: \"127.0.0.1:"
            + port
            + "\" }\n";
    Path file = Files.write(directory.resolve("u.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
    return CommandRun.run("check", file.toString(), "--classpath", CheckFixture.TEST_CLASSES);
  }

  private static HostServer host() throws Exception {
    HostServer server =
        HostServer.open(
            new HostOptions(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), null, null, 1, 10),
            Collections.singletonList(new File(CheckFixture.TEST_CLASSES)));
    Thread thread = new Thread(server::run);
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  @Test
  void methodIsAskedForAndShown() throws Exception {
    try (HostServer host = host()) {
      CommandRun run = check(host.port(), "narrow");

      assertThat(run.code).as(run.out).isZero();
      assertThat(run.out)
          .contains("127.0.0.1:" + host.port() + ", Java ")
          .contains("io.understudy.tool.host.Candidate#narrow(int): int");
    }
  }

  @Test
  void methodThatTheHostDoesNotHaveIsAnError() throws Exception {
    try (HostServer host = host()) {
      CommandRun run = check(host.port(), "narow");

      assertThat(run.code).as(run.out).isEqualTo(1);
      assertThat(run.out).contains("has no method narow; did you mean \"narrow\"?");
    }
  }

  @Test
  void hostThatIsDownIsAWarning() throws Exception {
    HostServer host = host();
    host.close();
    CommandRun run = check(host.port(), "narrow");

    assertThat(run.code).as(run.out).isZero();
    assertThat(run.out)
        .contains(
            "cannot be reached: the connection was refused; so the candidate was not checked");
  }
}
