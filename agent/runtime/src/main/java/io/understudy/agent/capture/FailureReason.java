package io.understudy.agent.capture;

import io.understudy.value.Uncapturable;

/** Why a call was not captured, as a text. Stateless. */
final class FailureReason {
  static final String NO_STACK = "the stack was used up";
  private static final String NO_MEMORY = "java.lang.OutOfMemoryError inside of the agent";

  private FailureReason() {}

  /** Returns the reason for what capture has thrown, one clause. */
  static String of(Throwable failure) {
    if (failure instanceof StackOverflowError) {
      return NO_STACK;
    }
    if (failure instanceof OutOfMemoryError) {
      return NO_MEMORY; // to join texts needs memory
    }
    return failure instanceof Uncapturable
        ? ((Uncapturable) failure).reason()
        : failure.getClass().getName() + " inside of the agent";
  }
}
