package io.understudy.report.aggregate;

import io.understudy.journal.JournalFile;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.SessionEntry;
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
 * Leaves out copies: a file that was collected twice, or once while it grew and once when it was
 * complete, must not be counted twice. Files are the same when they are the same file of the same
 * session, whatever they are called.
 */
final class CopyFilter {
  /** Ends the reading of a file after its first line. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    Enough() {
      super("enough", null, false, false);
    }
  }

  private CopyFilter() {}

  /** The files without copies, in their order; which were left out is told as problems. */
  static List<JournalFile> leaveOut(List<JournalFile> files, Consumer<ReportProblem> problems) {
    Map<String, List<JournalFile>> byIdentity = new LinkedHashMap<>();
    for (JournalFile file : files) {
      String identity =
          head(file).map(s -> s.session() + " " + s.file()).orElse("? " + file.path());
      byIdentity.computeIfAbsent(identity, id -> new ArrayList<>()).add(file);
    }
    List<JournalFile> kept = new ArrayList<>();
    for (List<JournalFile> same : byIdentity.values()) {
      // The complete one is the compressed one, else the longer one.
      same.sort(
          Comparator.comparing((JournalFile f) -> !f.path().toString().endsWith(".gz"))
              .thenComparing(f -> -size(f.path()))
              .thenComparing(JournalFile::path));
      kept.add(same.get(0));
      same.stream().skip(1).forEach(copy -> problems.accept(left(copy.path(), same.get(0).path())));
    }
    return kept;
  }

  private static ReportProblem left(Path copy, Path kept) {
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
      file.read(new Head(head));
    } catch (Enough seen) {
      return Optional.of(head[0]);
    }
    return Optional.empty();
  }

  private record Head(@Nullable SessionEntry[] to) implements JournalVisitor {
    @Override
    public boolean wantsExamples() {
      return false;
    }

    @Override
    public void session(SessionEntry session) {
      to[0] = session;
      throw new Enough();
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
