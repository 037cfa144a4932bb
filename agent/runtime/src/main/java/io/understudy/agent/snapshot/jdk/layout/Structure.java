package io.understudy.agent.snapshot.jdk.layout;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.util.ConcurrentModificationException;
import org.jspecify.annotations.Nullable;

/**
 * The state that one collection or map class of the JDK keeps in its fields, and how it is copied.
 * No method of the object runs, since a subclass of the application may override it. Thread-safe.
 */
public abstract class Structure {
  /** How often an object is read that other threads change meanwhile. */
  private static final int TRIES = 8;

  /** For the implementations. */
  protected Structure() {}

  /** Checks that this JVM has the expected fields. */
  public abstract void check(Class<?> type) throws Uncapturable;

  /**
   * Makes an empty object of exactly the JDK class by its constructor; null if it is made without a
   * constructor.
   */
  public @Nullable Object empty() {
    return null;
  }

  /** Meters the copy of an object before memory is allocated for it. */
  public abstract void meter(Object live, CopyWalk walk) throws Uncapturable;

  /**
   * Copies the state. May run again for the same copy if parts were pending.
   *
   * @return false if another thread changed the original meanwhile, or it is damaged
   */
  protected abstract boolean tryCopy(Object live, Object copy, CopyWalk walk) throws Uncapturable;

  /**
   * Copies the state, with further tries if another thread changes the original.
   *
   * @throws ConcurrentModificationException if each try failed
   */
  public final void copy(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    for (int i = 0; i < TRIES; i++) {
      if (tryCopy(live, copy, walk)) {
        return;
      }
    }
    throw new ConcurrentModificationException();
  }
}
