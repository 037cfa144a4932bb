package io.understudy.agent;

import io.understudy.agent.config.TimeLimit;
import io.understudy.agent.log.Log;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * The file {@code STOP} in the journal's directory. While it is there, no call is taken: a switch
 * for operators who have a shell and nothing else. For one thread at a time.
 */
final class StopFile {
  private static final String NAME = "STOP";
  private static final long PERIOD = 1_000_000_000L;
  private static final long FIRST_SECONDS = 5;

  private boolean isThere;
  private long lookedAt = System.nanoTime();

  /** Stops the points if the file is there before the application starts. */
  void followAtStart(Generation generation, Log log) {
    Path directory = generation.config.journal().directory();
    try {
      // A disk may not respond.
      isThere = TimeLimit.call(() -> exists(directory), FIRST_SECONDS);
    } catch (ExecutionException | TimeoutException unknown) {
      isThere = false;
    }
    if (isThere) {
      apply(generation, log);
    }
  }

  /** Looks for the file about once a second, and follows a change. */
  void follow(Generation generation, Log log) {
    long now = System.nanoTime();
    if (now - lookedAt < PERIOD) {
      return;
    }
    lookedAt = now;
    boolean before = isThere;
    isThere = exists(generation.config.journal().directory());
    if (isThere != before) {
      apply(generation, log);
    }
  }

  private void apply(Generation generation, Log log) {
    generation.stopPoints(isThere);
    log.warn(
        isThere
            ? "all call points are stopped, since the journal's directory has a file STOP; remove"
                + " it to take calls again"
            : "the file STOP is gone: calls are taken again");
  }

  private static boolean exists(Path directory) {
    return Files.exists(directory.resolve(NAME));
  }
}
