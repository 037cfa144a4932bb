package io.understudy.agent.counting;

import io.understudy.agent.service.ControlScope;
import io.understudy.agent.service.PackageNames;
import java.lang.instrument.Instrumentation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to count, which the command line sends to another JVM. Its words are {@code packages},
 * {@code candidates} and {@code millis}. Stateless.
 */
public final class CountCommand {
  /** The name of the command. */
  public static final String COMMAND = "count";

  private static final String PACKAGES = "packages";
  private static final String CANDIDATES = "candidates";
  private static final String MILLIS = "millis";

  private CountCommand() {}

  /** Returns the words of a request to count. */
  public static Map<String, String> words(ControlScope scope, long millis) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("command", COMMAND);
    words.put(PACKAGES, scope.packages().toString());
    PackageNames candidates = scope.candidates();
    if (candidates != null) {
      words.put(CANDIDATES, candidates.toString());
    }
    words.put(MILLIS, String.valueOf(millis));
    return words;
  }

  /**
   * Counts according to the words of a request; blocks the current thread meanwhile.
   *
   * @return the figures as text; see {@link CallCounts#of}
   * @throws IllegalStateException if another count is running in this JVM
   * @throws IllegalArgumentException if the request is invalid
   * @throws InterruptedException if the thread is interrupted; the classes are restored
   */
  public static String serve(Instrumentation instrumentation, Map<String, String> words)
      throws InterruptedException {
    ControlScope scope = ControlScope.of(words.getOrDefault(PACKAGES, ""), words.get(CANDIDATES));
    long millis = Long.parseLong(words.getOrDefault(MILLIS, ""));
    return CallCounter.during(millis, instrumentation, new ServiceFilter(scope)).toText();
  }
}
