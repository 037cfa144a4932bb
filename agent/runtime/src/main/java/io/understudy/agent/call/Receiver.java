package io.understudy.agent.call;

import org.jspecify.annotations.Nullable;

/**
 * The receiver of a control, for repeating the control. It is the live object and not a copy; it is
 * referenced only as long as its {@link Call} needs it. Immutable.
 */
public final class Receiver {
  private final @Nullable Object object;
  private final Class<?> declaring;

  /**
   * Creates a receiver.
   *
   * @param object the live receiver; null for a static method
   * @param declaring the class that declares the body that ran; the receiver's class may override
   *     it
   */
  public Receiver(@Nullable Object object, Class<?> declaring) {
    this.object = object;
    this.declaring = declaring;
  }

  /** Returns the live receiver; null for a static method. */
  public @Nullable Object object() {
    return object;
  }

  /** Returns the class that declares the body that ran. */
  public Class<?> declaring() {
    return declaring;
  }
}
