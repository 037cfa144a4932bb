package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.JournalContents;
import io.understudy.journal.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Error strikes before or after every operation on a file in turn, and the caller repeats. */
final class ErrorAtEveryWriteTest {
  private static final int ENTRIES = 6;

  @TempDir Path parent;

  /** Throws at one operation; a struck operation has or has not happened. */
  private static final class Strike implements JournalOutput.Opener {
    private final int at;
    private final boolean after;
    private int operations;

    Strike(int at, boolean after) {
      this.at = at;
      this.after = after;
    }

    interface Operation<T> {
      T run() throws IOException;
    }

    <T> T run(Operation<T> operation) throws IOException {
      boolean strikes = operations++ == at;
      if (strikes && !after) {
        throw new OutOfMemoryError("before operation " + at);
      }
      T result = operation.run();
      if (strikes) {
        throw new StackOverflowError("after operation " + at);
      }
      return result;
    }

    @Override
    public JournalOutput open(Path file, boolean fresh) throws IOException {
      JournalOutput output = run(() -> FileOutput.open(file, fresh));
      return new JournalOutput() {
        @Override
        public void append(byte[] bytes, int length) throws IOException {
          Strike.this.run(
              () -> {
                output.append(bytes, length);
                return true;
              });
        }

        @Override
        public void truncate(long length) throws IOException {
          Strike.this.run(
              () -> {
                output.truncate(length);
                return true;
              });
        }

        @Override
        public void force() throws IOException {
          Strike.this.run(
              () -> {
                output.force();
                return true;
              });
        }

        @Override
        public void close() throws IOException {
          output.close();
        }
      };
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void add(JournalWriter to, Step entry) throws IOException {
    long before = to.acceptedEntries();
    while (to.acceptedEntries() == before) {
      try {
        entry.run();
      } catch (VirtualMachineError struck) {
        continue;
      }
    }
  }

  private static void untilDone(Step step) throws IOException {
    while (true) {
      try {
        step.run();
        return;
      } catch (VirtualMachineError struck) {
        continue;
      }
    }
  }

  private int session(Path directory, int at, boolean after) throws IOException {
    Strike strike = new Strike(at, after);
    Samples.ManualClock clock = new Samples.ManualClock();
    JournalWriter writer =
        JournalWriter.builder(directory, Samples.session()).clock(clock).opener(strike).openLater();
    add(writer, () -> writer.point(Samples.point()));
    for (int i = 0; i < ENTRIES; i++) {
      int minute = i;
      add(writer, () -> writer.tally(Samples.tally(minute, 10)));
      add(writer, () -> writer.example(Samples.example(1, 2)));
      untilDone(writer::force);
    }
    untilDone(() -> writer.close("test"));
    String name = "at " + at + (after ? " after" : " before");
    JournalContents read = JournalReader.over(directory).contents();
    assertThat(read.problems()).as(name).isEmpty();
    assertThat(read.intercepted()).as(name).isEqualTo(10 * ENTRIES);
    assertThat(read.examples()).as(name).hasSize(ENTRIES);
    assertThat(read.closes()).as(name).hasSize(1);
    assertThat(Files.list(directory)).as(name).hasSize(1);
    return strike.operations;
  }

  @Test
  void errorLosesAndDoublesNothing() throws IOException {
    int operations = session(parent.resolve("all"), -1, false);
    assertThat(operations).isGreaterThan(2 * ENTRIES);
    for (int at = 0; at <= operations; at++) {
      session(parent.resolve("before" + at), at, false);
      session(parent.resolve("after" + at), at, true);
    }
  }
}
