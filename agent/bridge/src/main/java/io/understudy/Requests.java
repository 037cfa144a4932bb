package io.understudy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks of a JVM by attaching to it: {@code
 * command=pause;points=quote;answer=/tmp/understudy-1.answer}. Values are percent-encoded where
 * they hold a semicolon, an equals sign, a per cent sign or what is not printable ASCII. The words
 * are:
 *
 * <ul>
 *   <li>{@code command}, always the first: what is asked for;
 *   <li>{@code answer}: a file, made by the one who asks and readable by nobody else, that takes
 *       the answer; nothing is written where it is not there or is a link;
 *   <li>{@code jar}: of which the agent is made where none is attached; this class's own if absent;
 *   <li>others as the command defines them.
 * </ul>
 *
 * <p>This class stays in a JVM with the first jar that was ever attached to it, and serves later
 * ones of other versions: so it knows as little as possible. It uses no lambda, see {@link
 * Premain}.
 */
final class Requests {
  private static final String START = "command=";

  private Requests() {}

  /** Whether an agent argument is a request, and not a configuration. */
  static boolean is(@Nullable String argument) {
    return argument != null && argument.startsWith(START);
  }

  /** The words of a request. */
  static Map<String, String> parse(String argument) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String word : argument.split(";")) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        words.put(word.substring(0, equals), decoded(word.substring(equals + 1)));
      }
    }
    return words;
  }

  private static String decoded(String value) {
    byte[] bytes = new byte[value.length()];
    int length = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '%' && i + 2 < value.length()) {
        bytes[length++] = (byte) Integer.parseInt(value.substring(i + 1, i + 3), 16);
        i += 2;
      } else {
        bytes[length++] = (byte) c;
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** How to talk to the agent that is attached; null while none is. */
  @SuppressWarnings("unchecked")
  static @Nullable Function<Map<String, String>, String> attached() throws Exception {
    Class<?> bridge;
    try {
      // Of the bootstrap loader alone: asked of this one, it would be made a second time.
      bridge = Class.forName("io.understudy.bridge.Bridge", false, null);
    } catch (ClassNotFoundException notYet) {
      return null;
    }
    return (Function<Map<String, String>, String>) bridge.getMethod("verbs").invoke(null);
  }

  /** Asks an agent that is made for this request, and let go again if it stays unattached. */
  static String ofNew(
      AgentClassLoader loader, Map<String, String> request, Instrumentation instrumentation)
      throws Exception {
    try {
      return (String)
          loader
              .loadClass("io.understudy.agent.Agent")
              .getMethod("request", Map.class, Instrumentation.class)
              .invoke(null, request, instrumentation);
    } finally {
      if (attached() == null) {
        loader.close();
      }
    }
  }

  /** Writes an answer where the request wants it. */
  static void answer(Map<String, String> request, String text) {
    String file = request.get("answer");
    if (file == null) {
      System.err.println("understudy: " + text);
      return;
    }
    Path path = Paths.get(file);
    try (OutputStream out =
        Files.newOutputStream(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException refused) {
      System.err.println("understudy: the answer cannot be written to " + file + ": " + refused);
    }
  }
}
