package io.understudy.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Jvm;
import io.understudy.rig.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Two web applications of the same classes in a Tomcat, one undeployed, one redeployed. */
final class Tomcat {
  private Tomcat() {}

  static void check(Path directory, int version, Path home, Path war) throws Exception {
    Jvm java = Jvm.of(version);
    int port = Server.freePort();
    Path base = base(directory.resolve("base"), home, port);
    Path first = Files.copy(war, base.resolve("webapps/first.war"));
    Path second = base.resolve("webapps/second.war");
    Wars.withPrice(war, second, "0.25");
    Map<String, String> environment =
        Map.of(
            "CATALINA_BASE",
            base.toString(),
            "CATALINA_OPTS",
            "-Xmx256m -XX:+UseSerialGC "
                + Unloaded.option(java)
                + " "
                + Server.agent(directory, Requests.CALLS));
    List<String> command = List.of("bash", home.resolve("bin/catalina.sh").toString(), "run");
    try (Server server = Server.start(directory, java, port, "/second/", environment, command)) {
      Deployments deployments = new Deployments(server);
      deployments.askBoth();
      Files.delete(first);
      deployments.awaitUnloaded(1);
      Wars.withPrice(war, second, "0.5");
      deployments.askAgain("0.5");
      deployments.awaitUnloaded(2);
      Run run = server.stop();
      assertThat(run.exit()).as(run.toString()).isIn(0, 143);
      Oddities.assertNone(run, Unloaded.LINE);
      Requests.assertShadowed(run, 1, 2);
    }
  }

  private static Path base(Path base, Path home, int port) throws IOException {
    for (String part : List.of("conf", "webapps", "logs", "temp", "work")) {
      Files.createDirectories(base.resolve(part));
    }
    Files.copy(home.resolve("conf/web.xml"), base.resolve("conf/web.xml"));
    Files.writeString(
        base.resolve("conf/server.xml"),
        "<Server port='-1'><Service name='Catalina'>"
            + "<Connector port='"
            + port
            + "' address='127.0.0.1'/><Engine name='Catalina' defaultHost='localhost'>"
            + "<Host name='localhost' appBase='webapps' autoDeploy='true' backgroundProcessorDelay='1'/>"
            + "</Engine></Service></Server>");
    return base;
  }
}
