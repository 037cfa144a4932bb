package io.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class OutputFileTest {
  private static final String MARK = "# a report";

  /** A command without options, which an error can name. */
  @Command(name = "test")
  private static final class NoCommand {}

  private final CommandLine line = new CommandLine(new NoCommand());

  @TempDir Path directory;

  @Test
  void newFileIsReadableByOwnerAndGroup() throws Exception {
    Path file = directory.resolve("r.txt");
    OutputFile.checked(file, MARK, line).write(MARK + "\n");
    assertThat(file).content().isEqualTo(MARK + "\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(directory.toFile().list()).containsExactly("r.txt");
  }

  @Test
  void replacedReportKeepsItsPermissions() throws Exception {
    Path file = Files.writeString(directory.resolve("r.txt"), MARK + " old\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    OutputFile.checked(file, MARK, line).write(MARK + " new\n");
    assertThat(file).content().isEqualTo(MARK + " new\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void emptyFileMayBeReplaced() throws IOException {
    Path file = Files.createFile(directory.resolve("r.txt"));
    assertThatCode(() -> OutputFile.checked(file, MARK, line)).doesNotThrowAnyException();
  }

  @Test
  void markMustStandNearTheBeginning() throws IOException {
    Path file = directory.resolve("r.txt");
    Files.writeString(file, "x".repeat(1_900) + MARK);
    assertThatCode(() -> OutputFile.checked(file, MARK, line)).doesNotThrowAnyException();
    Files.writeString(file, "x".repeat(2_100) + MARK);
    assertThatThrownBy(() -> OutputFile.checked(file, MARK, line))
        .isInstanceOf(CommandLine.ParameterException.class)
        .hasMessage(
            file
                + " exists and is not a report of this kind, so it is not overwritten: name another"
                + " file, or delete it");
  }

  @Test
  void directoryIsNoFile() {
    assertThatThrownBy(() -> OutputFile.checked(directory, MARK, line))
        .hasMessage(directory + " is a directory: name a file in it");
  }

  @Test
  void directoryOfTheFileDoesNotExist() {
    Path file = directory.resolve("no/r.txt");
    assertThatThrownBy(() -> OutputFile.checked(file, MARK, line))
        .hasMessage("the directory " + directory.resolve("no") + " of " + file + " does not exist");
  }

  @Test
  void failedWriteLeavesTheOldReport() throws Exception {
    Path folder = Files.createDirectory(directory.resolve("folder"));
    Path file = folder.resolve("r.txt");
    OutputFile output = OutputFile.checked(file, MARK, line);
    Files.delete(folder);
    assertThatThrownBy(() -> output.write(MARK))
        .isInstanceOf(UnusableEvidenceException.class)
        .hasMessageStartingWith("Cannot write " + file + ": ")
        .hasMessageEndingWith("Check the free space and your permissions there.");
  }
}
