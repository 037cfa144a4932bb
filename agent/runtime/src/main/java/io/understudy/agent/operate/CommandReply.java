package io.understudy.agent.operate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers requests, in words as package-info describes them. Stateless. */
public final class CommandReply {
  private static final String DONE = "done\n";
  private static final String REFUSED = "refused\n";

  private CommandReply() {}

  /** What was asked for is done. */
  public static String done(String text) {
    return DONE + text;
  }

  /** What was asked for is not done. */
  public static String refused(String why) {
    return REFUSED + why;
  }

  /** Answers a request to an agent that is attached. */
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
        throw new OperationRefusedException(
            "the agent that is attached knows no command " + command);
    }
  }

  private static List<String> points(Map<String, String> request) {
    @Nullable String named = request.get("points");
    return named == null || named.isEmpty()
        ? new ArrayList<>()
        : new ArrayList<>(Arrays.asList(named.split(",")));
  }
}
