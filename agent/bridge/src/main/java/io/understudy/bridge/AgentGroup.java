package io.understudy.bridge;

/**
 * The thread group of the agent's own threads, below the root group. It is neither a group of the
 * application nor below the group of the candidates, so an interrupt of those groups does not reach
 * the agent. An exception that ends a thread in it does not reach the default handler of the
 * application, which may end the JVM.
 *
 * <p>It belongs to the bridge, since the root group may refer to it after a detachment.
 */
public final class AgentGroup extends ThreadGroup {
  private static final AgentGroup GROUP = new AgentGroup(root());

  private AgentGroup(ThreadGroup parent) {
    super(parent, "understudy-agent");
  }

  /** Returns the only group of this class. */
  public static ThreadGroup group() {
    return GROUP;
  }

  /** Returns the root of all thread groups. */
  public static ThreadGroup root() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    ThreadGroup parent = group.getParent();
    while (parent != null) {
      group = parent;
      parent = group.getParent();
    }
    return group;
  }

  /** Does nothing: the agent counts and reports the failures of its threads itself. */
  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {}
}
