package io.understudy.agent.thread;

import io.understudy.bridge.AgentGroup;

/**
 * A daemon thread of the agent. It is in a group of its own and has no context class loader. It
 * ignores interrupts, since only other code of the JVM sends them: the agent never interrupts its
 * own threads. An exception that ends it reaches no handler of the application.
 */
public final class AgentThread extends Thread {
  /**
   * The size of the stack in bytes. The application may have set a very small default with {@code
   * -Xss}.
   */
  private static final long STACK = 1 << 20;

  private static final UncaughtExceptionHandler SILENT = (thread, thrown) -> {};

  /** Creates a thread in the agent's group; it has not started. */
  public AgentThread(Runnable task, String name) {
    this(AgentGroup.group(), task, name);
  }

  /** Creates a thread in another group, because the agent's group refuses it. */
  AgentThread(ThreadGroup group, Runnable task, String name) {
    super(group, task, name, STACK);
    setDaemon(true);
    setContextClassLoader(null);
    if (getPriority() != NORM_PRIORITY) {
      setPriority(NORM_PRIORITY);
    }
  }

  /** Returns a thread in the root group. */
  static AgentThread inRootGroup(Runnable task, String name) {
    return new AgentThread(AgentGroup.root(), task, name);
  }

  @Override
  public void run() {
    try {
      super.run();
    } catch (Throwable unexpected) {
      // A loop counts its failures before this. A task that runs once reports its own.
      return;
    }
  }

  /** Does nothing: {@code ThreadGroup.interrupt()} of the application must not end waits. */
  @Override
  public void interrupt() {}

  @Override
  public UncaughtExceptionHandler getUncaughtExceptionHandler() {
    return SILENT;
  }
}
