package io.understudy.agent.counting;

import io.understudy.bridge.Tally;
import net.bytebuddy.asm.Advice;

/**
 * The code that is copied into a counted method. Calls that throw are counted but not timed, so no
 * exception handler is needed.
 */
final class CountAdvice {
  private CountAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static long enter(@CounterNumber int number) {
    return Tally.enter(number);
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@CounterNumber int number, @Advice.Enter long start) {
    if (start != 0) {
      Tally.exit(number, start);
    }
  }
}
