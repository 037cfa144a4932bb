package io.understudy.agent.snapshot.plan;

import io.understudy.value.Uncapturable;
import java.util.ConcurrentModificationException;

/** Why an object could not be copied, in words that name its class and never its contents. */
public final class CopyFailures {
  private CopyFailures() {}

  /** It is built from its contents, and is among them. */
  public static Uncapturable cycle(Object live) {
    return new Uncapturable(
        "a cycle leads through "
            + live.getClass().getName()
            + ", which cannot be built before its contents");
  }

  /**
   * Why copying an object failed: by what methods of the application threw. What may be the agent's
   * own or the JVM's is thrown on.
   */
  public static Uncapturable failed(Object live, Throwable thrown) {
    if (thrown instanceof VirtualMachineError || thrown instanceof LinkageError) {
      throw (Error) thrown;
    }
    String name = live.getClass().getName();
    return new Uncapturable(
        thrown instanceof ConcurrentModificationException
            ? name + " was changed while it was copied"
            : "copying " + name + " threw " + thrown.getClass().getName());
  }
}
