package io.understudy.report;

import io.understudy.journal.JournalFile;
import io.understudy.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** Turns the places on a command line into journal files, or says what is wrong with them. */
final class JournalInputs {
  private JournalInputs() {}

  /**
   * The journals in these places.
   *
   * @throws CommandLine.ParameterException where a place does not exist
   * @throws UnusableEvidenceException where there is no journal in them
   */
  static List<JournalFile> files(List<Path> places, CommandLine line)
      throws UnusableEvidenceException {
    for (Path place : places) {
      if (!Files.exists(place)) {
        throw new CommandLine.ParameterException(
            line, place + " does not exist: expected a directory of journals, or a journal");
      }
    }
    try {
      List<JournalFile> files = JournalReader.over(places.toArray(new Path[0])).files();
      if (files.isEmpty()) {
        throw new UnusableEvidenceException(
            "No journal (*.jsonl, *.jsonl.gz) in "
                + String.join(", ", places.stream().map(Path::toString).toList())
                + ". The agent writes them to journal.directory of its configuration: is that this"
                + " directory, and did the application run with the agent?");
      }
      return files;
    } catch (IOException unreadable) {
      throw new UnusableEvidenceException("Could not list the journals: " + unreadable, unreadable);
    }
  }
}
