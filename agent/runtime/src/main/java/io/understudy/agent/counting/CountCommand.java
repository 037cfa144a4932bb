package io.understudy.agent.counting;

import io.understudy.agent.service.ControlScope;
import io.understudy.agent.service.PackageNames;
import java.lang.instrument.Instrumentation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to count, as the command line sends it to another JVM: the words {@code packages},
 * {@code candidates} and {@code millis} matter here. Stateless.
 */
public final class CountCommand {
  /** The name of the command. */
  public static final String COMMAND = "count";

  private static final String PACKAGES = "packages";
  private static final String CANDIDATES = "candidates";
  private static final String MILLIS = "millis";

  private CountCommand() {}

  /** The words that ask another JVM to count. */
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
   * Counts as the words say, for as long as they say.
   *
   * @return the figures as text; see {@link CallCounts#of}
   * @throws IllegalStateException when another request is being served in this JVM
   * @throws IllegalArgumentException when the request cannot be understood
   * @throws InterruptedException when the thread is interrupted; nothing stays woven
   */
  public static String serve(Instrumentation instrumentation, Map<String, String> words)
      throws InterruptedException {
    ControlScope scope = ControlScope.of(words.getOrDefault(PACKAGES, ""), words.get(CANDIDATES));
    long millis = Long.parseLong(words.getOrDefault(MILLIS, ""));
    return CallCounter.during(millis, instrumentation, new ServiceFilter(scope)).toText();
  }
}
