package io.understudy.agent;

import io.understudy.agent.counting.CountCommand;
import io.understudy.agent.operate.CommandReply;
import java.lang.instrument.Instrumentation;
import java.util.Map;

/**
 * Answers a request to count the calls of the application, on the calling thread. It works with and
 * without an attached agent. Stateless.
 */
final class CountRequest {
  private CountRequest() {}

  /** Whether this is a request to count. */
  static boolean isAskedFor(Map<String, String> request) {
    return CountCommand.COMMAND.equals(request.get("command"));
  }

  /** Counts for the duration that the request states, and returns the reply. */
  static String answer(Map<String, String> request, Instrumentation instrumentation) {
    try {
      return CommandReply.done(CountCommand.serve(instrumentation, request));
    } catch (IllegalStateException e) {
      return CommandReply.refused(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return CommandReply.refused("the request cannot be understood: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CommandReply.refused("interrupted; the counters are taken out");
    }
  }
}
