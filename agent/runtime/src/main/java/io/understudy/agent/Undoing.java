package io.understudy.agent;

/** Undoes a start that has failed. Stateless. */
final class Undoing {
  private Undoing() {}

  /**
   * Runs all steps in their order, also after a step that throws.
   *
   * @param failure why the start has failed; it gets what the steps throw
   */
  static void run(Throwable failure, Runnable... steps) {
    for (Runnable step : steps) {
      try {
        step.run();
      } catch (RuntimeException | Error again) {
        if (again != failure) {
          failure.addSuppressed(again);
        }
      }
    }
  }
}
