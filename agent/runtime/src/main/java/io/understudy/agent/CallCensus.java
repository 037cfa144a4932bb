package io.understudy.agent;

import io.understudy.agent.counting.CountRequest;
import io.understudy.agent.operate.Answer;
import java.lang.instrument.Instrumentation;
import java.util.Map;

/**
 * Answers a request to count what the application calls, on the thread that asks: whether an agent
 * is attached or not, for it needs none.
 */
final class CallCensus {
  private CallCensus() {}

  /** Whether this is such a request. */
  static boolean isAskedFor(Map<String, String> request) {
    return CountRequest.COMMAND.equals(request.get("command"));
  }

  /** Counts, which takes as long as the request says. */
  static String answer(Map<String, String> request, Instrumentation instrumentation) {
    try {
      return Answer.done(CountRequest.serve(instrumentation, request));
    } catch (IllegalStateException e) {
      return Answer.refused(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return Answer.refused("the request cannot be understood: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.refused("interrupted; the counters are taken out");
    }
  }
}
