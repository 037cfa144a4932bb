package io.understudy.compatibility;

import io.understudy.rig.Jvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many class loaders live in a JVM, as its own tool counts them after a collection. */
final class Loaders {
  private Loaders() {}

  /** Waits until so many instances of a class are left. */
  static void awaitCount(Server server, Jvm java, String type, int count) throws Exception {
    server.await(count + " instances of " + type, () -> count(server, java, type) == count);
  }

  private static int count(Server server, Jvm java, String type) {
    try {
      Process jcmd =
          new ProcessBuilder(
                  java.command("jcmd").toString(),
                  String.valueOf(server.jvm().pid()),
                  "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher row =
          Pattern.compile("\\d+:\\s+(\\d+)\\s+\\d+\\s+" + Pattern.quote(type) + "\\b")
              .matcher(histogram);
      return row.find() ? Integer.parseInt(row.group(1)) : 0;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
