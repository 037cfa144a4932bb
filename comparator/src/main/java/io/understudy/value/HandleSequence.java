package io.understudy.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * Joins small method handles into straight code: one handle that does them in order.
 *
 * <p>The JVM compiles a handle that is called often together with all that it leads to, as if it
 * had been written out by hand, so a plan made so costs about what hand-written code costs (on JVMs
 * 8 to 25), and no class needs to be generated.
 */
public final class HandleSequence {
  private HandleSequence() {}

  /**
   * One handle that calls all in order with the same arguments.
   *
   * @param steps at least one, all of one type that returns void
   */
  public static MethodHandle inSequence(List<MethodHandle> steps) {
    int n = steps.size();
    if (n == 1) {
      return steps.get(0);
    }
    // Halves, not a chain: the depth of what the compiler must inline stays logarithmic.
    return MethodHandles.foldArguments(
        inSequence(steps.subList(n / 2, n)), inSequence(steps.subList(0, n / 2)));
  }
}
