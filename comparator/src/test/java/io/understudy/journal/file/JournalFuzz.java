package io.understudy.journal.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.PointEntry;
import io.understudy.journal.PointTotals;
import io.understudy.journal.Samples;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.json.EntryReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;

/**
 * The target of the fuzzer: any bytes as a file, as the lines of a file whose seal holds, and as a
 * compressed file. Reading ends, throws nothing, and delivers nothing after an accusation. {@code
 * .ci/fuzz} runs it.
 */
public final class JournalFuzz {
  private static final String HEAD =
      "{\"entry\":\"session\",\"format\":1,\"revision\":3,\"session\":\"s\",\"file\":1,"
          + "\"previous\":null,\"start\":\"2026-11-20T12:00:00Z\"}\n";

  private JournalFuzz() {}

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    read(new ByteArrayInputStream(data), false);
    read(new ByteArrayInputStream(sealed(data)), false);
    try {
      read(new GzipSource(new ByteArrayInputStream(data)), true);
    } catch (IOException refused) {
      // Most inputs are not compressed.
    }
  }

  private static byte[] sealed(byte[] data) {
    String lines = HEAD + new String(data, UTF_8);
    String text = lines.endsWith("\n") ? lines : lines + "\n";
    int count = text.length() - text.replace("\n", "").length();
    return (text + Samples.seal(text, count)).getBytes(UTF_8);
  }

  private static void read(InputStream in, boolean compressed) {
    Checks checks = new Checks();
    FileScan scan = new FileScan("fuzz", compressed, true, checks, ReadBudget.unlimited());
    try (LineSource lines = new LineSource(in, EntryReader.MOST_LINE_BYTES)) {
      scan.read(lines);
    } catch (IOException unreadable) {
      scan.reportFailure(unreadable);
    }
    FileSummary summary = scan.summary();
    summary.finish();
    JournalReader.check(Collections.singletonList(summary), checks::problem);
    long calls = 0;
    for (PointTotals totals : summary.totals().values()) {
      calls += totals.intercepted();
    }
    if (calls < checks.calls || (!summary.breached && calls != checks.calls)) {
      throw new AssertionError(checks.calls + " calls delivered, " + calls + " in the summary");
    }
  }

  /** Checks what is delivered. */
  private static final class Checks implements JournalVisitor {
    private boolean accused;
    private long calls;

    private void entry(Object entry) {
      if (accused) {
        throw new AssertionError("delivered after an accusation: " + entry);
      }
    }

    @Override
    public void point(PointEntry point) {
      entry(point);
    }

    @Override
    public void tally(TallyEntry tally) {
      entry(tally);
      calls += tally.intercepted();
    }

    @Override
    public void example(ExampleEntry example) {
      entry(example);
    }

    @Override
    public void heartbeat(HeartbeatEntry beat) {
      entry(beat);
    }

    @Override
    public void close(CloseEntry close) {
      entry(close);
    }

    @Override
    public void problem(JournalProblem problem) {
      accused |= problem.kind().voidsSession() || problem.kind() == JournalProblem.Kind.REFUSED;
      if (problem.what().length() > 10_000) {
        throw new AssertionError("a problem of " + problem.what().length() + " characters");
      }
    }
  }

  /** Reads all bytes of a stream. */
  static byte[] bytes(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
    }
    return out.toByteArray();
  }
}
