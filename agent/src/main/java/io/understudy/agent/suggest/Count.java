package io.understudy.agent.suggest;

import io.understudy.agent.counting.Counting;
import java.lang.instrument.Instrumentation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counting as the command line asks for it: the words of a request, of which {@code packages},
 * {@code candidates} and {@code millis} matter here.
 */
public final class Count {
  /** The name of the command. */
  public static final String COMMAND = "count";

  private static final String PACKAGES = "packages";
  private static final String CANDIDATES = "candidates";
  private static final String MILLIS = "millis";

  private Count() {}

  /** The words that ask another JVM to count. */
  public static Map<String, String> request(Wishes wishes, long millis) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("command", COMMAND);
    request.put(PACKAGES, wishes.packages.toString());
    if (wishes.candidates != null) {
      request.put(CANDIDATES, wishes.candidates.toString());
    }
    request.put(MILLIS, String.valueOf(millis));
    return request;
  }

  /**
   * Counts, which takes as long as is asked for.
   *
   * @return the figures as text
   * @throws IllegalStateException when somebody else is counting in this JVM
   * @throws IllegalArgumentException when the request cannot be understood
   * @throws InterruptedException when the thread is interrupted; nothing stays woven
   */
  public static String in(Instrumentation instrumentation, Map<String, String> request)
      throws InterruptedException {
    Wishes wishes =
        Wishes.of(request.getOrDefault(PACKAGES, ""), request.get(CANDIDATES), 1, false);
    long millis = Long.parseLong(request.getOrDefault(MILLIS, ""));
    return Counting.during(millis, instrumentation, new Choice(wishes)).toText();
  }
}
