package io.understudy.overhead.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Linux lets timed waits of a thread end up to 50 us late, to save wake-ups. Clients must begin
 * their calls in time; the slack of all other threads stays as it is.
 */
final class TimerSlack {
  private TimerSlack() {}

  /** Removes the slack of the current thread; has no effect on other systems. */
  static void remove() {
    try {
      Path thread = Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName();
      Files.writeString(Path.of("/proc", thread.toString(), "timerslack_ns"), "1");
    } catch (IOException e) {
      // Calls begin later then, in every variant.
    }
  }
}
