package io.understudy.report.aggregate;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.PointEntry;
import io.understudy.journal.SealEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.FileSummary;
import io.understudy.report.summary.FileIntegrity;

/** Forwards the entries of one file and records the state of the file. Not thread-safe. */
final class FileIntegrityVisitor implements JournalVisitor {
  private final JournalVisitor next;
  private long entries;
  private String seal = "";
  private boolean sealed;
  private boolean damaged;

  FileIntegrityVisitor(JournalVisitor next) {
    this.next = next;
  }

  /** Returns the state of the file after it was read. */
  FileIntegrity integrity(FileSummary summary) {
    SessionEntry session = summary.session();
    return new FileIntegrity(
        summary.path(),
        session == null ? "" : session.session(),
        session == null ? 0 : session.file(),
        entries,
        seal,
        sealed,
        !damaged);
  }

  private void entry() {
    entries++;
    sealed = false;
  }

  @Override
  public void session(SessionEntry session) {
    entry();
    next.session(session);
  }

  @Override
  public void point(PointEntry point) {
    entry();
    next.point(point);
  }

  @Override
  public void tally(TallyEntry tally) {
    entry();
    next.tally(tally);
  }

  @Override
  public void example(ExampleEntry example) {
    entry();
    next.example(example);
  }

  @Override
  public void seal(SealEntry entry) {
    entry();
    seal = entry.sha256();
    sealed = true;
    next.seal(entry);
  }

  @Override
  public void close(CloseEntry close) {
    entry();
    next.close(close);
  }

  @Override
  public void problem(JournalProblem problem) {
    damaged |= problem.kind().isDamage();
    sealed &= problem.kind().isDamage();
    next.problem(problem);
  }
}
