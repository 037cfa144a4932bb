package io.understudy.tool.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * Explains why a JVM cannot be reached, and what the user can do. The Attach API's own messages are
 * short and differ between versions. Stateless.
 */
final class AttachFailures {
  private AttachFailures() {}

  /**
   * Checks a process before a request is sent to it: its id, its container and its owner.
   *
   * @throws UnreachableJvmException if the request would fail; the message gives the reason
   */
  static void check(String pid) throws UnreachableJvmException {
    if (!pid.matches("[0-9]{1,10}")) {
      throw new UnreachableJvmException(
          pid + " is not a process id; run status without an id to list the JVMs");
    }
    Path process = Paths.get("/proc", pid);
    if (!Files.isDirectory(Paths.get("/proc/self"))) {
      return; // Not Linux: there is nothing to check.
    }
    if (!Files.isDirectory(process)) {
      throw new UnreachableJvmException(
          "there is no process " + pid + " here; run status without an id to list the JVMs");
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
                + " runs in another container and sees other files; copy the jar and the"
                + " configuration into that container, and run this command there: docker exec"
                + " ... java -jar understudy-agent.jar ...");
      }
    } catch (IOException | RuntimeException cannotBeSeen) {
      return; // The process of another user; checkOwner reports it.
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
      return; // The Attach API reports the reason.
    }
  }

  /** Returns the user's message for a failure of the Attach API. */
  static String message(String pid, Exception failure) {
    String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    if (text.contains("Dynamic agent loading is not enabled")) {
      return "the JVM "
          + pid
          + " was started with -XX:-EnableDynamicAgentLoading, so nothing can be attached to it;"
          + " start it without that option, or with"
          + " -javaagent:understudy-agent.jar=understudy.yaml";
    }
    if (text.contains("not secure") || text.contains("not permitted") || text.contains("denied")) {
      return "the process "
          + pid
          + " belongs to another user ("
          + text
          + "); run this command as that user, with the same group";
    }
    if (text.contains("No such process")) {
      return "there is no process " + pid + " here; run status without an id to list the JVMs";
    }
    if (text.startsWith("AttachNotSupportedException")) {
      return "the process "
          + pid
          + " does not accept attachments ("
          + text
          + "). It is not a HotSpot JVM, it was started with -XX:+DisableAttachMechanism, or it"
          + " does not respond because it is stopped, swapped out, or still starting. If this"
          + " cannot be changed, start it with -javaagent:understudy-agent.jar=understudy.yaml";
    }
    return "the JVM "
        + pid
        + " did not take the request: "
        + text
        + ". Its standard error may show the reason. Its user must be able to read the agent's jar";
  }
}
