package io.understudy.agent;

import io.understudy.agent.config.TimeLimit;
import io.understudy.agent.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * The file {@code STOP} in the journal's directory. While it is there, no call is taken: a switch
 * for operators who have a shell and nothing else. For one thread at a time.
 */
final class StopFile {
  /** The time between two looks in nanoseconds; with the time to act, less than a second. */
  static final long PERIOD = 800_000_000L;

  private static final String NAME = "STOP";
  private static final long FIRST_SECONDS = 5;

  private final Log log;
  private boolean isThere;
  private boolean isKnown = true;

  StopFile(Log log) {
    this.log = log;
  }

  /** Stops the points if the file is there before the application starts. */
  void followAtStart(Generation generation) {
    Path directory = generation.config.journal().directory();
    try {
      // A disk may not respond.
      TimeLimit.call(() -> look(directory), FIRST_SECONDS);
    } catch (ExecutionException | TimeoutException unknown) {
      isThere = false;
    }
    if (isThere) {
      generation.stopPoints(true);
      report();
    }
  }

  /**
   * Looks for the file, and stops the points or lets them go on.
   *
   * @param generations the one that takes the calls first; its configuration says where the file is
   */
  void follow(List<Generation> generations) {
    boolean before = isThere;
    look(generations.get(0).config.journal().directory());
    for (Generation each : generations) {
      // Not only at a change: a reload may have made a generation meanwhile.
      if (each.isStopped() != isThere) {
        each.stopPoints(isThere);
      }
    }
    if (isThere != before) {
      report();
    }
  }

  private void report() {
    log.warn(
        isThere
            ? "all call points are stopped, since the journal's directory has a file STOP; remove"
                + " it to take calls again"
            : "the file STOP is gone: calls are taken again");
  }

  /**
   * Looks whether the file is there. Where the disk does not tell, the state stays as it was: an
   * error must not lift a stop.
   */
  boolean look(Path directory) {
    try {
      Files.readAttributes(
          directory.resolve(NAME), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      isThere = true;
      isKnown = true;
    } catch (NoSuchFileException gone) {
      // A disk that is not there any more says nothing of the file.
      if (isThere && !Files.isDirectory(directory)) {
        unknown(gone);
      } else {
        isThere = false;
        isKnown = true;
      }
    } catch (IOException | SecurityException failure) {
      unknown(failure);
    }
    return isThere;
  }

  private void unknown(Exception failure) {
    if (isKnown) {
      isKnown = false;
      log.warn(
          "cannot see whether the journal's directory has a file STOP ("
              + failure
              + "): calls are "
              + (isThere ? "stopped" : "taken")
              + " as before");
    }
  }
}
