package io.understudy.agent.snapshot.compiled;

import io.understudy.agent.raw.RawObjects;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Modifier;

/** Makes objects of one class without its constructors. Thread-safe. */
public final class Allocation {
  private final Class<?> type;

  /** Racy: once true, it stays true. */
  private boolean initialized;

  private Allocation(Class<?> type) {
    this.type = type;
  }

  /**
   * Prepares to make objects of a class. No constructor runs, also not that of {@code Object}.
   *
   * @param type a class that is not abstract
   * @throws Uncapturable if the JVM does not allow it
   */
  public static Allocation of(Class<?> type) throws Uncapturable {
    if (!RawObjects.isAvailable() || Modifier.isAbstract(type.getModifiers())) {
      throw new Uncapturable(type.getName() + " cannot be made without its constructors");
    }
    return new Allocation(type);
  }

  /**
   * Makes an object whose own fields are null, zero and false.
   *
   * @throws Uncapturable if the JVM does not allow it, or the static initialiser of the class has
   *     not returned yet
   */
  public Object make() throws Uncapturable {
    if (!initialized) {
      // A thread that runs the initialiser may wait for this one.
      if (!RawObjects.isInitialized(type)) {
        throw new Uncapturable(type.getName() + " is not initialised yet");
      }
      initialized = true;
    }
    return RawObjects.make(type);
  }
}
