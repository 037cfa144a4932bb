package io.understudy.agent.order;

import org.jspecify.annotations.Nullable;

/** A thread as a key, by identity: its own methods may be code of the application. Immutable. */
final class ThreadIdentity {
  private final Thread thread;

  ThreadIdentity(Thread thread) {
    this.thread = thread;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ThreadIdentity && ((ThreadIdentity) other).thread == thread;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(thread);
  }
}
