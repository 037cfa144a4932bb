package io.understudy.tool.command;

import java.io.PrintStream;

/** Lists the JVMs on this machine, and marks those with an attached agent. */
final class JvmList {
  private JvmList() {}

  static void print(PrintStream out) throws UnreachableJvmException {
    AttachApi api = AttachApi.find();
    try {
      int others = 0;
      for (String jvm : api.list()) {
        String pid = jvm.substring(0, jvm.indexOf(' '));
        if (!jvm.contains("understudy-agent.jar")) {
          out.println(String.format("%-10s %s", mark(api, pid), jvm));
          others++;
        }
      }
      if (others == 0) {
        out.println("This user has no running JVM. Only their own users can see other JVMs.");
      }
    } catch (Exception e) {
      throw new UnreachableJvmException("the JVMs cannot be listed: " + e);
    }
  }

  private static String mark(AttachApi api, String pid) {
    try {
      return api.properties(pid).containsKey("io.understudy.attached") ? "attached" : "";
    } catch (Exception cannotBeAsked) {
      return "?";
    }
  }
}
