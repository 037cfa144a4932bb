package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.JournalContents;
import io.understudy.journal.Samples;
import io.understudy.journal.TallyEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal is read while its JVM writes, begins new files and compresses the old ones. */
final class LiveReadingTest {
  private static final int FLUSHES = 1_500;

  @TempDir Path directory;

  @Test
  void liveFilesAreNotAccused() throws IOException, InterruptedException, ExecutionException {
    JournalWriter writer =
        JournalWriter.builder(directory, Samples.beatingSession())
            .clock(new Samples.ManualClock())
            .rotateBytes(1_500)
            .open();
    writer.flush();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<?> writing = pool.submit(() -> write(writer));
      long calls = 0;
      for (boolean last = false; !last; ) {
        last = writing.isDone();
        JournalContents read = JournalReader.over(directory).contents();
        assertThat(read.problems()).noneMatch(problem -> problem.kind().isDamage());
        assertThat(read.intercepted()).isBetween(calls, (long) FLUSHES);
        calls = read.intercepted();
      }
      writing.get();
      assertThat(calls).isEqualTo(FLUSHES);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Void write(JournalWriter writer) throws IOException {
    for (int i = 0; i < FLUSHES; i++) {
      writer.tally(
          TallyEntry.builder("quote", Samples.NOON_MINUTE)
              .intercepted(1)
              .fate(Fate.MATCHED, 1)
              .build());
      writer.heartbeat(new HeartbeatEntry(Samples.NOON_MINUTE, i + 1, 1, 1, 0));
      writer.flush();
    }
    writer.close("test");
    return null;
  }
}
