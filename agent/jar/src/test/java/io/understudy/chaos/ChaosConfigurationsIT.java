package io.understudy.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Configurations that are huge, endless, dangerous or written by others. */
final class ChaosConfigurationsIT {
  private static final String STARTS = "A configuration never stops the application's start.";
  private static final String OTHERS = "No other user decides what the agent calls.";
  private static final String HEAD =
      "application: chaos\njournal: { directory: $JOURNAL, flush: 100ms }\n";
  private static final String POINTS =
      "calls:\n  - { name: quote, control: chaos.Legacy#quote, candidate: chaos.Next#right }\n"
          + "  - { name: lines, control: chaos.Legacy#lines, candidate: chaos.Next#lines }\n";
  private static final String CONFIGURATION = "understudy.yaml";

  @TempDir Path directory;

  private static ChaosCase refused(String name, String why) {
    return ChaosCase.of(name)
        .promises(STARTS, "the agent stays off; the message says why")
        .java(8, 25)
        .books(Books.NO_JOURNAL)
        .seconds(40)
        .expect(run -> run.assertNames("understudy: "))
        .names(why);
  }

  static ChaosCase[] all() {
    return new ChaosCase[] {
      refused("60,000 unknown keys", "there is no such key here")
          .configuration(HEAD + keys(60_000) + POINTS),
      ChaosCase.of("12,000 call points")
          .promises(STARTS, "all are accepted; the start is not delayed")
          .java(8, 25)
          .seconds(120)
          .configuration(HEAD + POINTS + points(12_000)),
      refused("the configuration is a FIFO without a writer", CONFIGURATION)
          .prepare(
              directory -> {
                Path file = directory.resolve(CONFIGURATION);
                Files.delete(file);
                new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
              })
          .quick(),
      refused("the configuration is /dev/zero", CONFIGURATION)
          .prepare(
              directory -> {
                Path file = directory.resolve(CONFIGURATION);
                Files.delete(file);
                Files.createSymbolicLink(file, file.getFileSystem().getPath("/dev/zero"));
              }),
      refused("the configuration is a directory", CONFIGURATION)
          .prepare(
              directory -> {
                Files.delete(directory.resolve(CONFIGURATION));
                Files.createDirectory(directory.resolve(CONFIGURATION));
              }),
      refused("lists within lists, 100,000 deep", CONFIGURATION)
          .configuration(HEAD + "types: " + repeat("[", 100_000) + "\n" + POINTS),
      refused("aliases that grow without end", CONFIGURATION)
          .configuration(HEAD + aliases() + POINTS),
      refused("the file is no UTF-8", CONFIGURATION)
          .prepare(
              directory ->
                  Files.write(directory.resolve(CONFIGURATION), new byte[] {(byte) 0xff, 0x41, 0})),
      refused("a candidate in java.lang", "java.")
          .promises(OTHERS, "refused")
          .configuration(
              HEAD
                  + POINTS
                  + "  - { name: last, control: chaos.Legacy#last, candidate:"
                  + " java.lang.Runtime#exit, factory: java.lang.Runtime#getRuntime }\n"),
      refused("a configuration that others can write", CONFIGURATION)
          .promises(OTHERS, "refused")
          .prepare(directory -> open(directory, "rwxr-xr-x", "rw-rw-rw-"))
          .quick(),
      refused("a configuration in a directory that others can write", CONFIGURATION)
          .promises(OTHERS, "refused")
          .prepare(directory -> open(directory, "rwxrwxrwx", "rw-r--r--")),
      ChaosCase.of("the configuration becomes garbage while the application runs")
          .promises(STARTS, "the previous version goes on; the log says why")
          .java(8, 25)
          .action("Operations$Garbage")
          .names("the configuration was not reloaded")
    };
  }

  /** Lets other users reach the configuration, which the directory of the test prevents. */
  private static void open(Path directory, String ofDirectory, String ofFile) throws IOException {
    Path above = directory.getParent();
    if (above != null) {
      Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(ofDirectory));
    Path file = directory.resolve(CONFIGURATION);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(ofFile));
  }

  private static String keys(int count) {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < count; i++) {
      keys.append("key").append(i).append(": 1\n");
    }
    return keys.toString();
  }

  private static String points(int count) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < count; i++) {
      points.append("  - {name: p").append(i).append(", control: acme.Old#m").append(i);
      points.append(", candidate: acme.New#m").append(i).append("}\n");
    }
    return points.toString();
  }

  private static String aliases() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      text.append('a').append(i).append(": &a").append(i).append(" [");
      for (int k = 0; k < 9; k++) {
        text.append(k == 0 ? "*a" : ", *a").append(i - 1);
      }
      text.append("]\n");
    }
    return text.toString();
  }

  private static String repeat(String text, int times) {
    return new String(new char[times]).replace("\0", text);
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
