package io.understudy.compatibility;

import io.understudy.rig.Jvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Counts unloaded classes of undeployed applications, from the JVM's log of unloaded classes. */
final class Unloaded {
  /** The line that a JVM prints for each unloaded class; for {@link Oddities}. */
  static final String LINE = "(?i)unloading class ";

  private Unloaded() {}

  /** The JVM's option that prints unloaded classes. */
  static String option(Jvm java) {
    return java.version() == 8 ? "-XX:+TraceClassUnloading" : "-Xlog:class+unload";
  }

  /**
   * Collects garbage until a class has been unloaded the given number of times, once for each
   * deployment.
   *
   * @param path a path of an application that is still deployed. It is requested repeatedly,
   *     because an idle thread may hold its last request, and with it the undeployed application
   *     (seen in a heap dump of WildFly's pool)
   */
  static void await(Server server, String type, int times, String path) throws Exception {
    Pattern line = Pattern.compile(LINE + Pattern.quote(type) + "\\b");
    server.await(
        type + " unloaded " + times + " times",
        () -> {
          server.occupy(path);
          collectGarbage(server);
          return line.matcher(server.out()).results().count() >= times;
        });
  }

  private static void collectGarbage(Server server) {
    String pid = String.valueOf(server.jvm().pid());
    try {
      // jcmd of the JDK that runs the tests: a JRE has none, and this one works with all versions.
      new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin/jcmd").toString(), pid, "GC.run")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(30, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
