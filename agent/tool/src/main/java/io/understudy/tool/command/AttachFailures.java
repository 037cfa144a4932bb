package io.understudy.tool.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * Why a JVM does not let itself be asked, in the words of somebody who can do something about it:
 * the Attach API's own are few, and differ with the version. Stateless.
 */
final class AttachFailures {
  private AttachFailures() {}

  /** Looks at what can be seen of a process before it is asked. */
  static void check(String pid) throws UnreachableJvmException {
    if (!pid.matches("[0-9]{1,10}")) {
      throw new UnreachableJvmException(
          pid + " is not a process id; status without one lists the JVMs");
    }
    Path process = Paths.get("/proc", pid);
    if (!Files.isDirectory(Paths.get("/proc/self"))) {
      return; // not Linux: nothing can be seen
    }
    if (!Files.isDirectory(process)) {
      throw new UnreachableJvmException(
          "there is no process " + pid + " here; status without an id lists the JVMs");
    }
    checkContainer(pid, process);
    checkOwner(pid, process);
  }

  private static void checkContainer(String pid, Path process) throws UnreachableJvmException {
    try {
      Path theirs = Files.readSymbolicLink(process.resolve("ns/mnt"));
      Path ours = Files.readSymbolicLink(Paths.get("/proc/self/ns/mnt"));
      if (!theirs.equals(ours)) {
        throw new UnreachableJvmException(
            "process "
                + pid
                + " runs in another container, which sees other files; run this command inside of"
                + " it, with the jar and the configuration copied there: docker exec ... java -jar"
                + " understudy-agent.jar ...");
      }
    } catch (IOException | RuntimeException cannotBeSeen) {
      return; // another user's process, of which checkOwner knows more
    }
  }

  private static void checkOwner(String pid, Path process) throws UnreachableJvmException {
    try {
      Object theirs = Files.getAttribute(process, "unix:uid");
      Object ours = Files.getAttribute(Paths.get("/proc/self"), "unix:uid");
      if (!theirs.equals(ours) && !ours.equals(0)) {
        throw new UnreachableJvmException(
            "process "
                + pid
                + " belongs to the user "
                + Files.getOwner(process)
                + "; run this command as that user: sudo -u "
                + Files.getOwner(process)
                + " java -jar understudy-agent.jar ...");
      }
    } catch (IOException | RuntimeException unknown) {
      return; // the Attach API will say
    }
  }

  /** What a failure of the Attach API means. */
  static String said(String pid, Exception failure) {
    String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    if (text.contains("Dynamic agent loading is not enabled")) {
      return "the JVM "
          + pid
          + " was started with -XX:-EnableDynamicAgentLoading, so nothing can be attached to it;"
          + " start it without that option, or with -javaagent:understudy-agent.jar=understudy.yaml";
    }
    if (text.contains("not secure") || text.contains("not permitted") || text.contains("denied")) {
      return "the process "
          + pid
          + " belongs to another user ("
          + text
          + "); run this command as that user, with the same group";
    }
    if (text.contains("No such process")) {
      return "there is no process " + pid + " here; status without an id lists the JVMs";
    }
    if (text.startsWith("AttachNotSupportedException")) {
      return "the process "
          + pid
          + " does not let itself be attached to ("
          + text
          + "). Either it is no HotSpot JVM, or it was started with"
          + " -XX:+DisableAttachMechanism, or it does not answer, as when it is stopped, swapped"
          + " out, or just starting. Start it with -javaagent:understudy-agent.jar=understudy.yaml"
          + " where that cannot be mended";
    }
    return "the JVM "
        + pid
        + " could not be asked: "
        + text
        + ". Its own standard error may say more. Its user must be able to read the agent's jar";
  }
}
