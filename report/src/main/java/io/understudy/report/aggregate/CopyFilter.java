package io.understudy.report.aggregate;

import io.understudy.journal.JournalVisitor;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.file.JournalFile;
import io.understudy.report.summary.ReportProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Removes copies of a journal file, so that no call is counted twice. Two files are copies when
 * they have the same session and file number, whatever their names. One of them may be an earlier
 * state, copied while the file still grew.
 */
final class CopyFilter {
  /** Ends the reading of a file after its first line. */
  private static final class HeadFoundException extends RuntimeException {
    private static final long serialVersionUID = 1;

    HeadFoundException() {
      super("head found", null, false, false);
    }
  }

  private CopyFilter() {}

  /** Returns the files without copies, in their order, and reports each copy as a problem. */
  static List<JournalFile> withoutCopies(
      List<JournalFile> files, Consumer<ReportProblem> problems) {
    Map<String, List<JournalFile>> byIdentity = new LinkedHashMap<>();
    for (JournalFile file : files) {
      String identity =
          head(file).map(s -> s.session() + " " + s.file()).orElse("? " + file.path());
      byIdentity.computeIfAbsent(identity, id -> new ArrayList<>()).add(file);
    }
    List<JournalFile> kept = new ArrayList<>();
    for (List<JournalFile> same : byIdentity.values()) {
      // A compressed file is complete; else the longer one is the later state.
      same.sort(
          Comparator.comparing((JournalFile f) -> !f.path().toString().endsWith(".gz"))
              .thenComparing(f -> -size(f.path()))
              .thenComparing(JournalFile::path));
      kept.add(same.get(0));
      same.stream()
          .skip(1)
          .forEach(copy -> problems.accept(problem(copy.path(), same.get(0).path())));
    }
    return kept;
  }

  private static ReportProblem problem(Path copy, Path kept) {
    boolean identical;
    try {
      identical = Files.mismatch(copy, kept) < 0;
    } catch (IOException unreadable) {
      identical = false;
    }
    return new ReportProblem(
        identical ? ReportProblem.Weight.NOTE : ReportProblem.Weight.LOSS,
        copy.toString(),
        0,
        "is "
            + (identical ? "a copy" : "another state")
            + " of "
            + kept
            + ": the same file of the same session; only that one was counted");
  }

  private static Optional<SessionEntry> head(JournalFile file) {
    SessionEntry[] head = new SessionEntry[1];
    try {
      file.read(new HeadVisitor(head));
    } catch (HeadFoundException found) {
      return Optional.of(head[0]);
    }
    return Optional.empty();
  }

  private record HeadVisitor(@Nullable SessionEntry[] to) implements JournalVisitor {
    @Override
    public boolean wantsExamples() {
      return false;
    }

    @Override
    public void session(SessionEntry session) {
      to[0] = session;
      throw new HeadFoundException();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return -1;
    }
  }
}
