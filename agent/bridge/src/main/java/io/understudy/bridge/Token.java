package io.understudy.bridge;

import org.jspecify.annotations.Nullable;

/**
 * A call that was taken. Woven code carries it from the entry of the control to its exit. It refers
 * to its own agent, so a call that was taken before a reload or detachment ends in the ledger that
 * counted it. The bridge catches and reports all exceptions.
 */
public interface Token {
  /**
   * Receives the receiver of the control, so that the control can be repeated. Called before {@link
   * #capture}, and only at call points whose noise is measured.
   *
   * @param self the live receiver; null for a static method
   * @param declaring the class that declares the running method body
   */
  void self(@Nullable Object self, Class<?> declaring);

  /**
   * Copies the arguments, before the control runs.
   *
   * @param arguments the live arguments; the token may keep the array
   */
  void capture(@Nullable Object[] arguments);

  /**
   * Receives the outcome of the control. Called even if {@link #capture} has failed, or was not
   * called because the stack was too short.
   *
   * @param returned the live result; null for a void method, and if the control threw
   * @param thrown the exception; null if the control returned
   */
  void exit(@Nullable Object returned, @Nullable Throwable thrown);

  /**
   * Ends the call if it has not ended and was not handed over, and reports the exception that a
   * method above has thrown.
   */
  void failed(Throwable failure);
}
