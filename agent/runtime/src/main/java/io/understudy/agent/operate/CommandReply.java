package io.understudy.agent.operate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Executes requests of the command line and of JMX, and formats their replies; see package-info.
 * Stateless.
 */
public final class CommandReply {
  private static final String DONE = "done\n";
  private static final String REFUSED = "refused\n";

  private CommandReply() {}

  /** Returns the reply to a request that was carried out. */
  public static String done(String text) {
    return DONE + text;
  }

  /** Returns the reply to a request that was not carried out. */
  public static String refused(String why) {
    return REFUSED + why;
  }

  /**
   * Executes a request to an attached agent.
   *
   * @param request the keys of the request with their values, {@code command} and its parameters
   * @return the reply: {@code done} or {@code refused} on the first line, then a text
   */
  public static String of(Map<String, String> request, AgentOperations agent) {
    try {
      return done(text(request, agent));
    } catch (OperationRefusedException e) {
      return refused(e.reason());
    }
  }

  private static String text(Map<String, String> request, AgentOperations agent)
      throws OperationRefusedException {
    String command = request.getOrDefault("command", "");
    switch (command) {
      case "status":
        Map<String, Object> status = agent.status();
        return "json".equals(request.get("format")) ? StatusJson.of(status) : StatusText.of(status);
      case "pause":
        return agent.pause(points(request), true);
      case "resume":
        return agent.pause(points(request), false);
      case "reload":
        return agent.reload(request.get("configuration"));
      case "detach":
        return agent.detach();
      case "attach":
        throw new OperationRefusedException(
            "Understudy is attached already; see status, change its configuration with reload, or"
                + " detach it first");
      default:
        throw new OperationRefusedException("the attached agent has no command " + command);
    }
  }

  private static List<String> points(Map<String, String> request) {
    @Nullable String named = request.get("points");
    return named == null || named.isEmpty()
        ? new ArrayList<>()
        : new ArrayList<>(Arrays.asList(named.split(",")));
  }
}
