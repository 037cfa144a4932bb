package io.understudy.report;

import io.understudy.journal.file.FileSelection;
import io.understudy.journal.file.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** The journals that a command line names. Every command reads at least one of them. */
@SuppressWarnings("NullAway.Init") // picocli sets the field before it calls
final class JournalInputs {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "directories of journals, of any number of JVMs and days; or journal files")
  private List<Path> places;

  /**
   * Lists the journal files.
   *
   * @throws CommandLine.ParameterException where a place does not exist
   * @throws UnusableEvidenceException where the places hold no journal, or cannot be listed
   */
  FileSelection files(CommandLine line) throws UnusableEvidenceException {
    for (Path place : places) {
      if (!Files.exists(place)) {
        throw new CommandLine.ParameterException(
            line, place + " does not exist: expected a directory of journals or a journal file");
      }
    }
    try {
      FileSelection files = JournalReader.over(places.toArray(new Path[0])).select();
      if (files.isEmpty()) {
        throw new UnusableEvidenceException(
            "No journal (*.jsonl, *.jsonl.gz) in "
                + places.stream().map(Path::toString).collect(Collectors.joining(", "))
                + ". The agent writes journals to journal.directory of its configuration. Check"
                + " that this is that directory, and that the application ran with the agent.");
      }
      return files;
    } catch (IOException unreadable) {
      throw new UnusableEvidenceException("Cannot list the journals: " + unreadable, unreadable);
    }
  }
}
