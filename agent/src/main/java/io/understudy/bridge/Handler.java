package io.understudy.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What the agent does at a call point; called on the application's threads, in the order {@link
 * #take}, {@link #capture}, {@link #exit}. The bridge catches and reports whatever these throw.
 *
 * <p>A token is the handler's own object; woven code only carries it from one call to the next.
 */
public interface Handler {
  /**
   * Counts the call and decides whether it is taken, before its arguments are even looked at.
   *
   * @return a token for the call; null when it is not taken
   */
  @Nullable Object take(int point);

  /**
   * Takes note of whom the control is called on, so that it can be asked again; between {@link
   * #take} and {@link #capture}, and only at call points whose noise is measured.
   *
   * @param token what {@link #take} returned
   * @param self the live receiver; null for a static method
   * @param declaring the class that declares the body that runs
   */
  void self(int point, Object token, @Nullable Object self, Class<?> declaring);

  /**
   * Copies the arguments, before the control runs.
   *
   * @param token what {@link #take} returned
   * @param arguments the live arguments; the array itself is the handler's own
   */
  void capture(int point, Object token, @Nullable Object[] arguments);

  /**
   * Takes what the control did. Called also when {@link #capture} has failed, or was not reached
   * for want of stack.
   *
   * @param token what {@link #take} returned
   * @param returned the live result; null for a void method, and where it threw
   * @param thrown what it threw; null where it returned
   */
  void exit(int point, Object token, @Nullable Object returned, @Nullable Throwable thrown);

  /** Takes note of what one of the above threw, which it should not. */
  void failed(int point, Throwable failure);
}
