package io.understudy.compatibility;

import io.understudy.rig.Jvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Whether what was undeployed has left the JVM, as the JVM itself says when it unloads a class. */
final class Unloaded {
  /** What a JVM prints for each class then; for {@link Oddities}. */
  static final String LINE = "(?i)unloading class ";

  private Unloaded() {}

  /** The JVM's option that makes it say so. */
  static String option(Jvm java) {
    return java.version() == 8 ? "-XX:+TraceClassUnloading" : "-Xlog:class+unload";
  }

  /**
   * Collects garbage until a class has been unloaded so many times: once in each deployment.
   *
   * @param path of an application that is still there; it is asked meanwhile, since a thread that
   *     waits for work may keep the last request that it had in its frame, and so the application
   *     that it was for (seen in a heap dump of WildFly's pool)
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
      // Of the JDK that runs the tests: a runtime has none, and it can talk to them all.
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
