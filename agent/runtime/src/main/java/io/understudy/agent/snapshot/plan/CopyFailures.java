package io.understudy.agent.snapshot.plan;

import io.understudy.value.ThreadDeaths;
import io.understudy.value.Uncapturable;
import java.util.ConcurrentModificationException;

/** Reasons why an object cannot be copied. They name its class, never its contents. Stateless. */
public final class CopyFailures {
  private CopyFailures() {}

  /** Returns the reason for an object that is built from its contents and is among them. */
  public static Uncapturable cycle(Object live) {
    return new Uncapturable(
        "a cycle leads through "
            + live.getClass().getName()
            + ", which cannot be built before its contents");
  }

  /**
   * Returns the reason for an object whose methods have thrown. Rethrows errors that may come from
   * the agent or the JVM.
   */
  public static Uncapturable failed(Object live, Throwable thrown) {
    if (thrown instanceof VirtualMachineError || thrown instanceof LinkageError) {
      throw (Error) thrown;
    }
    ThreadDeaths.rethrow(thrown);
    String name = live.getClass().getName();
    return new Uncapturable(
        thrown instanceof ConcurrentModificationException
            ? name + " was changed while it was copied"
            : "copying " + name + " threw " + thrown.getClass().getName());
  }
}
