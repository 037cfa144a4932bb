package io.understudy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Journals on disks that fail, in directories that others change, of JVMs that are killed. */
final class ChaosDiskIT {
  private static final String DISK = "The application does not notice what the disk does.";
  private static final String KILL = "A killed JVM loses at most the counts of the last flushes.";
  private static final String ONLY_ITS_OWN = "The agent writes to no file of others.";

  @TempDir Path directory;

  static ChaosCase[] all() {
    return new ChaosCase[] {
      ChaosCase.of("the directory of the journal is deleted again and again")
          .promises(DISK, "a new file begins; what was deleted is missing, which `verify` says")
          .java(8, 17, 25)
          .action("Disks$Deleted")
          .books(Books.UNREADABLE)
          .names("journal"),
      ChaosCase.of("the directory of the journal is moved away and comes back")
          .promises(DISK, "the counts are written later")
          .java(8, 17, 25)
          .action("Disks$Moved")
          .books(Books.UNREADABLE),
      ChaosCase.of("a file stands where the directory was, for a while")
          .promises(DISK, "the counts wait in memory")
          .java(8, 17, 25)
          .action("Disks$ReplacedByFile")
          .books(Books.UNREADABLE),
      ChaosCase.of("other code empties the files of the journal")
          .promises(DISK, "the damage is named")
          .java(8, 17, 25)
          .action("Disks$Cut")
          .books(Books.UNREADABLE),
      ChaosCase.of("no file may be larger than 32 KB")
          .promises(DISK, "what has no room is named; few files")
          .java(8, 17, 25)
          .after("ulimit -f 32")
          .quote("Next#throwsAll")
          .journal(", examples-per-hour: 1000")
          .action("Disks$Long", "6", "200")
          .books(Books.UNREADABLE)
          .expect(run -> assertThat(run.run.journalFiles()).hasSizeLessThan(8))
          .names("cannot be written")
          .quick(),
      ChaosCase.of("no file may be larger than 1 KB")
          .promises(DISK, "one message; few files")
          .java(8, 17, 25)
          .after("ulimit -f 1")
          .action("Disks$Long", "6", "200")
          .books(Books.UNREADABLE)
          .expect(run -> assertThat(files(run)).isLessThan(6)),
      ChaosCase.of("no file descriptor is left for a while")
          .promises(DISK, "the counts are written later")
          .java(8, 17, 25)
          .after("ulimit -n 200")
          .action("Disks$Descriptors"),
      ChaosCase.of("the directory cannot be created, since a file stands there")
          .promises(DISK, "the application runs; a message says why there is no journal")
          .java(8, 17, 25)
          .prepare(directory -> Files.createFile(directory.resolve("journal")))
          .books(Books.UNREADABLE)
          .names("journal"),
      ChaosCase.of("the directory of the journal is a device")
          .promises(DISK, "the application runs; a message says why there is no journal")
          .java(8, 17, 25)
          .prepare(
              directory ->
                  Files.createSymbolicLink(
                      directory.resolve("journal"), directory.getFileSystem().getPath("/dev/full")))
          .books(Books.UNREADABLE)
          .names("journal"),
      ChaosCase.of("links with the names of log and journal lead to a file of the application")
          .promises(ONLY_ITS_OWN, "the file stays as it is")
          .java(8, 17, 25)
          .prepare(ChaosDiskIT::links)
          .expect(run -> assertThat(run.directory().resolve("victim")).hasContent("mine\n")),
      ChaosCase.of("a FIFO stands where the log would be")
          .promises(DISK, "the start does not wait")
          .java(8, 17, 25)
          .prepare(ChaosDiskIT::pipes),
      ChaosCase.of("the JVM is killed at a random moment, five times")
          .promises(KILL, "no torn file; what was flushed counts")
          .action("Operations$Killed")
          .anyOutput()
          .times(5)
          .books(Books.KILLED)
          .quick(),
      ChaosCase.of("three JVMs, one after the other, with the same name and directory")
          .promises("Two JVMs never share a file.", "three sessions")
          .java(8, 17, 25)
          .times(3)
          .expect(run -> assertThat(run.run.journalFiles()).hasSize(3))
    };
  }

  private static long files(ChaosRun run) throws IOException {
    Path journal = run.directory().resolve(Chaos.JOURNAL);
    if (!Files.isDirectory(journal)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(journal)) {
      return files.count();
    }
  }

  /** Names that could be guessed: the log's, and the journal's without session. */
  private static void links(Path directory) throws IOException {
    Path victim = directory.resolve("victim");
    Files.write(victim, "mine\n".getBytes(StandardCharsets.UTF_8));
    Path journal = Files.createDirectories(directory.resolve(Chaos.JOURNAL));
    for (int pid = 1; pid < 40_000; pid += pid < 100 ? 1 : 997) {
      Files.createSymbolicLink(journal.resolve("chaos-" + pid + ".log"), victim);
    }
    Files.createSymbolicLink(journal.resolve("understudy.log"), victim);
    Files.createSymbolicLink(journal.resolve("chaos.log"), victim);
  }

  private static void pipes(Path directory) throws Exception {
    Path journal = Files.createDirectories(directory.resolve(Chaos.JOURNAL));
    for (String name : new String[] {"chaos.log", "understudy.log", "chaos-1.log"}) {
      new ProcessBuilder("mkfifo", journal.resolve(name).toString()).start().waitFor();
    }
  }

  static Stream<Arguments> runs() {
    return ChaosCase.runs(all());
  }

  @ParameterizedTest(name = "Java {0}: {1}", allowZeroInvocations = true)
  @MethodSource("runs")
  void sameApplicationAndBalancedBooks(int java, ChaosCase chaos) throws Exception {
    Chaos.run(java, chaos, directory);
  }
}
