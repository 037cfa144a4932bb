package io.understudy.agent.evidence;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.ConfigLoader;
import io.understudy.journal.CloseEntry;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.JournalReader;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.PointEntry;
import io.understudy.journal.Problem;
import io.understudy.journal.SealEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A journal as read back, and a call point to fill it with. */
final class Journals implements JournalVisitor {
  static final String YAML =
      "application: billing\n"
          + "journal: { directory: DIR, flush: 50ms, redact: [/ssn] }\n"
          + "calls:\n"
          + "  - name: quote\n"
          + "    control: com.acme.Old#quote\n"
          + "    candidate: com.acme.New#quote\n";

  final List<SessionEntry> sessions = new ArrayList<>();
  final List<PointEntry> points = new ArrayList<>();
  final List<TallyEntry> tallies = new ArrayList<>();
  final List<ExampleEntry> examples = new ArrayList<>();
  final List<CloseEntry> closes = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();

  static Journals read(Path directory) throws IOException {
    Journals read = new Journals();
    JournalReader.over(directory).read(read);
    return read;
  }

  static Config config(Path directory) {
    try {
      return ConfigLoader.parse("test.yaml", YAML.replace("DIR", directory.toString()));
    } catch (ConfigException wrong) {
      throw new AssertionError(wrong);
    }
  }

  static CallPoint quote(Config config) {
    return new CallPoint(0, config.calls().get(0), new Ledger(System.currentTimeMillis()));
  }

  long intercepted() {
    return tallies.stream().mapToLong(TallyEntry::intercepted).sum();
  }

  long ended(Fate fate) {
    return tallies.stream().mapToLong(tally -> tally.fate(fate)).sum();
  }

  @Override
  public void session(SessionEntry session) {
    sessions.add(session);
  }

  @Override
  public void point(PointEntry point) {
    points.add(point);
  }

  @Override
  public void tally(TallyEntry tally) {
    tallies.add(tally);
  }

  @Override
  public void example(ExampleEntry example) {
    examples.add(example);
  }

  @Override
  public void seal(SealEntry seal) {}

  @Override
  public void close(CloseEntry close) {
    closes.add(close);
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }
}
