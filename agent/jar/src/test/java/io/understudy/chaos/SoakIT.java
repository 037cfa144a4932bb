package io.understudy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Jvm;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The soak: an application under full load with 256 MB of heap, random faults, and JVMs that are
 * killed and started again. {@code .ci/soak MINUTES} runs it.
 *
 * <p>Its assertions are on counts and on trends within a session, never on a time.
 */
@EnabledIfSystemProperty(
    named = "understudy.soak",
    matches = "\\d+",
    disabledReason = ".ci/soak MINUTES runs it")
final class SoakIT {
  private static final int SESSIONS = 5;
  private static final long LONGEST_MINUTES = 4;

  @TempDir Path directory;

  @Test
  void nothingGrowsAndBooksBalance() throws Exception {
    long minutes = Long.getLong("understudy.soak", 5);
    long sessions = Math.max(SESSIONS, minutes / LONGEST_MINUTES);
    long seconds = TimeUnit.MINUTES.toSeconds(minutes) / sessions;
    long seed = Long.getLong("understudy.soak.seed", System.nanoTime());
    Random random = new Random(seed);
    List<String> broken = new ArrayList<>();
    SoakTable table = new SoakTable("soak of " + minutes + " min, seed " + seed);
    Soak soak = new Soak(Jvm.running(), directory, random);
    for (int i = 0; i < sessions; i++) {
      SoakSession session = soak.session(i, seconds, i % 2 == 1);
      table.add(session);
      broken.addAll(session.broken());
    }
    broken.addAll(soak.brokenFiles());
    table.end(broken);
    table.write(Paths.get("target", "soak.txt"));
    assertThat(broken).as(table.toString()).isEmpty();
  }
}
