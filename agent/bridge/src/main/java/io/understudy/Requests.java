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
 * Requests that the command line sends to a JVM by attachment: {@code
 * command=pause;points=quote;answer=/tmp/understudy-1.answer}. In values, the characters semicolon,
 * equals sign, per cent sign and all outside printable ASCII are percent-encoded. The words are:
 *
 * <ul>
 *   <li>{@code command}, always the first word: the name of the request;
 *   <li>{@code answer}: the file for the answer. The sender creates it, readable only for its own
 *       user. No answer is written if the file does not exist or is a link;
 *   <li>{@code jar}: the jar of the agent to start if none is attached; default: the jar of this
 *       class;
 *   <li>further words that the command defines.
 * </ul>
 *
 * <p>The first jar that is attached to a JVM leaves this class there, and the class also serves
 * later jars of other versions. So it depends on as little as possible. It uses no lambda, see
 * {@link Premain}. Stateless.
 */
final class Requests {
  private static final String START = "command=";

  private Requests() {}

  /** Whether an agent argument is a request and not a configuration. */
  static boolean is(@Nullable String argument) {
    return argument != null && argument.startsWith(START);
  }

  /** Returns the words of a request. */
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

  /** Returns the function that answers requests to the attached agent; null if none is attached. */
  @SuppressWarnings("unchecked")
  static @Nullable Function<Map<String, String>, String> attached() throws Exception {
    Class<?> bridge;
    try {
      // Only from the bootstrap loader: this class's loader would define the bridge a second time.
      bridge = Class.forName("io.understudy.bridge.Bridge", false, null);
    } catch (ClassNotFoundException notYet) {
      return null;
    }
    return (Function<Map<String, String>, String>) bridge.getMethod("verbs").invoke(null);
  }

  /** Sends a request to a new agent, and closes its loader if it does not stay attached. */
  static String answerByNew(
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

  /** Writes an answer to the file that the request names, or to standard error. */
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
