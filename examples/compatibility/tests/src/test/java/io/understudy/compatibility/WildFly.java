package io.understudy.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Jvm;
import io.understudy.rig.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two web applications of the same classes in a WildFly: one is undeployed, one is redeployed. */
final class WildFly {
  /**
   * Lines that it prints with its default configuration, and for requests during a redeployment
   * (UT…); the script prints the options.
   */
  private static final String[] KNOWN = {
    // The start script prints the options and the path of the JVM.
    "JAVA_OPTS",
    "^  JAVA: ",
    Unloaded.LINE,
    "WFLYTX0013",
    "WFLYELY00023",
    "WFLYELY01084",
    "UT010051: Deployment .* has stopped",
    "UT015023: This Context has been already destroyed"
  };

  private WildFly() {}

  /**
   * Runs the whole test.
   *
   * @param letsGo whether this version releases the classes of undeployed applications
   */
  static void check(Path directory, int version, Path home, Path war, boolean letsGo)
      throws Exception {
    Jvm java = Jvm.of(version);
    int http = Server.freePort();
    Path base = base(directory.resolve("standalone"), home);
    Path deployments = base.resolve("deployments");
    Files.copy(war, deployments.resolve("first.war"));
    Path second = deployments.resolve("second.war");
    Wars.withPrice(war, second, "0.25");
    Map<String, String> environment =
        Map.of(
            // As in standalone.conf: these options replace its defaults.
            "JAVA_OPTS",
            "-Xmx512m -XX:+UseSerialGC -Djava.net.preferIPv4Stack=true "
                + Unloaded.option(java)
                + " "
                + "-Djboss.modules.system.pkgs=org.jboss.byteman "
                + Server.agent(directory, Requests.CALLS));
    List<String> command =
        List.of(
            "bash",
            home.resolve("bin/standalone.sh").toString(),
            "-Djboss.server.base.dir=" + base,
            "-Djboss.http.port=" + http,
            "-Djboss.https.port=" + Server.freePort(),
            "-Djboss.management.http.port=" + Server.freePort());
    try (Server server = Server.start(directory, java, http, "/second/", environment, command)) {
      Deployments places = new Deployments(server);
      places.askBoth();
      Files.delete(deployments.resolve("first.war.deployed"));
      server.await("undeployed", () -> Files.exists(deployments.resolve("first.war.undeployed")));
      if (letsGo) {
        places.awaitUnloaded(1);
      }
      Wars.withPrice(war, second, "0.5");
      places.askAgain("0.5");
      Run run = server.stop();
      assertThat(run.exit()).as(run.toString()).isIn(0, 130, 143);
      Oddities.assertNone(run, KNOWN);
      Requests.assertShadowed(run, 1, 2);
    }
  }

  /** Copies the server's directory of the distribution; the rest is shared. */
  private static Path base(Path base, Path home) throws IOException {
    Path from = home.resolve("standalone");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        if (!file.startsWith(from.resolve("log")) && !file.startsWith(from.resolve("data"))) {
          Files.copy(file, base.resolve(from.relativize(file).toString()));
        }
      }
    }
    return base;
  }
}
