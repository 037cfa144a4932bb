package io.understudy.agent.counting;

import io.understudy.bridge.Bridge;
import io.understudy.bridge.Tally;
import net.bytebuddy.asm.Advice;

/**
 * The code that is copied into a counted method. Calls that throw are counted but not timed. An
 * error in the code does not leave the method, except a {@code ThreadDeath}, which was thrown at
 * the thread.
 */
final class CountAdvice {
  private CountAdvice() {}

  @Advice.OnMethodEnter
  static long enter(@CounterNumber int number) {
    try {
      return Tally.enter(number);
    } catch (Throwable failure) {
      if (!(failure instanceof StackOverflowError)) {
        Bridge.rethrowDeath(failure);
      }
      return 0;
    }
  }

  @Advice.OnMethodExit
  static void exit(@CounterNumber int number, @Advice.Enter long start) {
    if (start != 0) {
      try {
        Tally.exit(number, start);
      } catch (Throwable failure) {
        if (!(failure instanceof StackOverflowError)) {
          Bridge.rethrowDeath(failure);
        }
      }
    }
  }
}
