package io.understudy.agent.evidence;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.call.PageCounts;
import io.understudy.agent.config.Config;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.compare.Outcome;
import io.understudy.journal.Example;
import io.understudy.journal.Fate;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.file.JournalWriter;
import io.understudy.journal.redact.Redaction;
import java.io.IOException;
import java.time.Instant;

/**
 * Writes entries to memory, before the application's code runs. An {@code Error} inside a static
 * initialiser, such as one without memory, makes the class unusable for ever. So the classes of the
 * journal's thread are initialised while nothing disturbs them. Stateless.
 */
final class JournalWarmUp {
  private JournalWarmUp() {}

  /** Plays the entries of one call point; touches no file. */
  static void play(Config config) throws IOException {
    CallPoint point = new CallPoint(0, config.calls().get(0), new Ledger(0));
    LedgerPage page = point.ledger().page();
    page.intercepted();
    page.control().record(1_000);
    page.candidate().record(1_000);
    page.caller().record(1_000);
    page.signature("/total · VALUE");
    page.ended(Fate.MISMATCHED, "warm-up");
    page.intercepted();
    JournalWriter writer =
        JournalWriter.builder(
                config.journal().directory(),
                SessionEntry.builder(config.application(), Instant.now()).build())
            .redaction(Redaction.of(config.journal().redact()))
            .openLater();
    writer.point(new PointEntrySource(none -> null, new IsolatedLoaders()).of(point));
    writer.example(
        Example.builder(point.name(), Fate.MISMATCHED, 0)
            .control(Outcome.returned("1"), 1)
            .candidate(Outcome.returned(2), 1)
            .build());
    PageCounts counts = PageCounts.of(page);
    writer.tally(counts.lastTally(point.name(), "warm-up"));
    counts.written();
    point.ledger().turn(System.currentTimeMillis());
    point.ledger().retire();
  }
}
