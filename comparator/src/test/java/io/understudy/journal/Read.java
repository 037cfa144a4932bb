package io.understudy.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All that a reader tells of a journal, in its order. */
final class Read implements JournalVisitor {
  final List<SessionEntry> sessions = new ArrayList<>();
  final List<PointEntry> points = new ArrayList<>();
  final List<TallyEntry> tallies = new ArrayList<>();
  final List<ExampleEntry> examples = new ArrayList<>();
  final List<SealEntry> seals = new ArrayList<>();
  final List<CloseEntry> closes = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();

  /** Reads what is at these places. */
  static Read of(Path... places) throws IOException {
    Read read = new Read();
    JournalReader.over(places).read(read);
    return read;
  }

  /** The kinds of the problems. */
  List<Problem.Kind> kinds() {
    return problems.stream().map(Problem::kind).collect(Collectors.toList());
  }

  /** All that the tallies say was intercepted. */
  long intercepted() {
    return tallies.stream().mapToLong(TallyEntry::intercepted).sum();
  }

  /** The only journal file in a directory, as text. */
  static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
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
  public void seal(SealEntry seal) {
    seals.add(seal);
  }

  @Override
  public void close(CloseEntry close) {
    closes.add(close);
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }
}
