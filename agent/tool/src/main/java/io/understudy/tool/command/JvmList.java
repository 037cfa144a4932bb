package io.understudy.tool.command;

import io.understudy.agent.operate.MailboxClient;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists the JVMs on this machine, and marks those with an attached agent. It attaches to none of
 * them: agents register themselves in a directory of their user, and the JDK lists JVMs by files.
 */
final class JvmList {
  private JvmList() {}

  static void print(PrintStream out) throws UnreachableJvmException {
    Map<String, Map<String, String>> agents = new MailboxClient().agents();
    int others = 0;
    try {
      for (String jvm : AttachApi.find().list()) {
        String pid = jvm.substring(0, jvm.indexOf(' '));
        if (!jvm.contains("understudy-agent.jar")) {
          Map<String, String> agent = agents.remove(pid);
          out.println(String.format("%-10s %s%s", mark(agent), jvm, description(agent)));
          others++;
        }
      }
    } catch (UnreachableJvmException noApi) {
      if (agents.isEmpty()) {
        throw noApi;
      }
    } catch (Exception e) {
      throw new UnreachableJvmException("the JVMs cannot be listed: " + e);
    }
    for (Map.Entry<String, Map<String, String>> agent : agents.entrySet()) {
      out.println(
          String.format(
              "%-10s %s%s", mark(agent.getValue()), agent.getKey(), description(agent.getValue())));
      others++;
    }
    if (others == 0) {
      out.println("This user has no running JVM. Only their own users can see other JVMs.");
    }
  }

  private static String mark(@Nullable Map<String, String> agent) {
    return agent == null ? "" : "attached";
  }

  private static String description(@Nullable Map<String, String> agent) {
    return agent == null
        ? ""
        : "  ("
            + agent.get("application")
            + ", version "
            + agent.get("version")
            + ", since "
            + agent.get("since")
            + ")";
  }
}
