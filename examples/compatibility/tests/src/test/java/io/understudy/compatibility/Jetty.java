package io.understudy.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Jvm;
import io.understudy.rig.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Web applications in a Jetty that starts from its distribution. */
final class Jetty {
  private Jetty() {}

  /**
   * Deploys two web applications of the same classes and shuts the server down.
   *
   * @param modules Jetty's own modules, for web applications with annotations
   */
  static void check(Path directory, int version, Path home, String modules, Path war)
      throws Exception {
    Jvm java = Jvm.of(version);
    int port = Server.freePort();
    Path base = Files.createDirectories(directory.resolve("base"));
    Path webapps = Files.createDirectories(base.resolve("webapps"));
    Files.copy(war, webapps.resolve("first.war"));
    Wars.withPrice(war, webapps.resolve("second.war"), "0.25");
    // Jetty 12 also searches this directory, and warns if it is missing.
    Files.createDirectories(base.resolve("environments"));
    Files.writeString(
        base.resolve("start.ini"),
        // The order matters: arguments after a module of an environment belong to that environment.
        "jetty.http.host=127.0.0.1\njetty.http.port=" + port + "\n--module=" + modules + "\n");
    List<String> command =
        List.of(
            java.command("java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            Server.agent(directory, Requests.CALLS),
            "-jar",
            home.resolve("start.jar").toString(),
            "jetty.base=" + base);
    try (Server server = Server.start(directory, java, port, "/second/", Map.of(), command)) {
      new Deployments(server).askBoth();
      Run run = server.stop();
      assertThat(run.exit()).as(run.toString()).isIn(0, 143);
      Oddities.assertNone(run);
      Requests.assertShadowed(run, 1, 1);
    }
  }
}
