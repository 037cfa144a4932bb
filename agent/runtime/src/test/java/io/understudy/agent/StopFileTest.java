package io.understudy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.log.Log;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopFileTest {
  @TempDir Path directory;

  private final StopFile stop = new StopFile(Log.none());

  @Test
  void fileThatComesAndGoes() throws Exception {
    assertThat(stop.look(directory)).isFalse();
    Path file = Files.createFile(directory.resolve("STOP"));
    assertThat(stop.look(directory)).isTrue();
    Files.delete(file);
    assertThat(stop.look(directory)).isFalse();
  }

  @Test
  void linkToNothingIsThere() throws Exception {
    Files.createSymbolicLink(directory.resolve("STOP"), directory.resolve("nothing"));
    assertThat(stop.look(directory)).isTrue();
  }

  @Test
  void directoryThatIsMissing() {
    assertThat(stop.look(directory.resolve("none"))).isFalse();
  }

  @Test
  void directoryThatIsGoneDoesNotLiftAStop() throws Exception {
    Path journal = Files.createDirectory(directory.resolve("journal"));
    Path file = Files.createFile(journal.resolve("STOP"));
    assertThat(stop.look(journal)).isTrue();
    Files.delete(file);
    Files.delete(journal);
    assertThat(stop.look(journal)).isTrue();
    Files.createDirectory(journal);
    assertThat(stop.look(journal)).isFalse();
  }

  @Test
  void errorOfTheDiskDoesNotLiftAStop() throws Exception {
    Path journal = Files.createDirectory(directory.resolve("journal"));
    Files.createFile(journal.resolve("STOP"));
    assertThat(stop.look(journal)).isTrue();
    Files.delete(journal.resolve("STOP"));
    Files.delete(journal);
    // A link to itself cannot be followed, whoever the user is.
    Files.createSymbolicLink(journal, journal);

    assertThat(stop.look(journal)).isTrue();
    assertThat(new StopFile(Log.none()).look(journal)).isFalse();
  }
}
