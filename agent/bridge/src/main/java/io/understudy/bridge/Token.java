package io.understudy.bridge;

import org.jspecify.annotations.Nullable;

/**
 * A call that was taken: woven code carries it from the entry of the control to its exit. It knows
 * its own agent, so a call that was taken before the agent was reloaded or detached ends in the
 * books that it was counted in. The bridge catches and reports whatever these throw.
 */
public interface Token {
  /**
   * Takes note of whom the control is called on, so that it can be asked again; before {@link
   * #capture}, and only at call points whose noise is measured.
   *
   * @param self the live receiver; null for a static method
   * @param declaring the class that declares the body that runs
   */
  void self(@Nullable Object self, Class<?> declaring);

  /**
   * Copies the arguments, before the control runs.
   *
   * @param arguments the live arguments; the array itself is the token's own
   */
  void capture(@Nullable Object[] arguments);

  /**
   * Takes what the control did. Called also when {@link #capture} has failed, or was not reached
   * for want of stack.
   *
   * @param returned the live result; null for a void method, and where it threw
   * @param thrown what it threw; null where it returned
   */
  void exit(@Nullable Object returned, @Nullable Throwable thrown);

  /** Takes note of what one of the above threw, which it should not. */
  void failed(Throwable failure);
}
