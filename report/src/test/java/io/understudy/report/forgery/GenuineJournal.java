package io.understudy.report.forgery;

import io.understudy.journal.Fate;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.PointEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.JournalWriter;
import io.understudy.report.Sealing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A journal that the real writer wrote, and the tools of a forger. Session {@code closed} has three
 * files of 100 calls: {@code c1} and {@code c2} are compressed, {@code c3} is plain and closed.
 * Session {@code live} has one plain file of 100 calls, {@code l1}, with beats. Of each 100 calls
 * 90 matched.
 */
final class GenuineJournal {
  /** A tally that would lift parity to nearly 100 %. */
  static final String LIFT =
      "{\"entry\":\"tally\",\"point\":\"quote\",\"minute\":29919600,\"intercepted\":1000000,"
          + "\"fates\":{\"matched\":1000000}}";

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final long MINUTE = NOON.getEpochSecond() / 60;

  private final Path directory;

  /** A clock that the journal sets. */
  private static final class ManualClock extends Clock {
    private Instant now = NOON;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private GenuineJournal(Path directory) {
    this.directory = directory;
  }

  static GenuineJournal write(Path directory) {
    try {
      writeClosed(directory);
      writeLive(directory);
      return new GenuineJournal(directory);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static SessionEntry.Builder session(String id) {
    return SessionEntry.builder("billing", NOON).session(id).host("host-7").agent("0.4.0");
  }

  private static void writeClosed(Path directory) throws IOException {
    ManualClock clock = new ManualClock();
    // A session of days without beats is one of an earlier agent.
    JournalWriter writer =
        JournalWriter.builder(directory, session("closed").revision(2).build()).clock(clock).open();
    writer.point(point());
    for (int day = 0; day < 3; day++) {
      writer.tally(tally(MINUTE + day * 1_440L));
      writer.flush();
      writer.tally(tally(MINUTE + day * 1_440L + 1));
      writer.flush();
      clock.now = clock.now.plusSeconds(day < 2 ? 86_400 : 60);
    }
    writer.close("JVM shutdown");
  }

  private static void writeLive(Path directory) throws IOException {
    ManualClock clock = new ManualClock();
    JournalWriter writer =
        JournalWriter.builder(directory, session("live").build()).clock(clock).open();
    writer.point(point());
    for (int minute = 0; minute < 2; minute++) {
      writer.tally(tally(MINUTE + minute));
      writer.heartbeat(new HeartbeatEntry(MINUTE + minute, minute + 1, 1, 1, 0));
      writer.flush();
      clock.now = clock.now.plusSeconds(60);
    }
    writer.force();
  }

  private static PointEntry point() {
    return new PointEntry("quote", "a.Old#quote", "a.New#quote", null, null, 1, 2_000, List.of());
  }

  private static TallyEntry tally(long minute) {
    return TallyEntry.builder("quote", minute)
        .intercepted(50)
        .fate(Fate.MATCHED, 45)
        .fate(Fate.MISMATCHED, 5)
        .signature("/total · VALUE", 5)
        .build();
  }

  Path directory() {
    return directory;
  }

  /** Returns a file by its short name; another short name is a file name in the directory. */
  Path file(String name) {
    return directory.resolve(
        switch (name) {
          case "c1" -> "billing-host-7-closed-20261120-1.jsonl.gz";
          case "c2" -> "billing-host-7-closed-20261121-2.jsonl.gz";
          case "c3" -> "billing-host-7-closed-20261122-3.jsonl";
          case "l1" -> "billing-host-7-live-20261120-1.jsonl";
          default -> name;
        });
  }

  /** Returns the lines of a file, one byte each character. */
  List<String> lines(String name) {
    String text = new String(bytes(name), StandardCharsets.ISO_8859_1);
    return new ArrayList<>(List.of(text.split("\n")));
  }

  /** Returns the bytes of a file, decompressed. */
  byte[] bytes(String name) {
    try {
      byte[] raw = Files.readAllBytes(file(name));
      if (!file(name).toString().endsWith(".gz")) {
        return raw;
      }
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
        return in.readAllBytes();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Writes a file; a name that ends with .gz is compressed. */
  void write(String name, List<String> lines) {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    writeRaw(name, file(name).toString().endsWith(".gz") ? compressed(bytes) : bytes);
  }

  void writeRaw(String name, byte[] bytes) {
    try {
      Files.createDirectories(file(name).getParent());
      Files.write(file(name), bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static byte[] compressed(byte[] bytes) {
    try {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        out.write(bytes);
      }
      return packed.toByteArray();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Edits the lines of a file. */
  void edit(String name, Consumer<List<String>> how) {
    List<String> lines = lines(name);
    how.accept(lines);
    write(name, lines);
  }

  /** Edits the lines of a file and computes its seals again. */
  void editSealed(String name, Consumer<List<String>> how) {
    copySealed(name, name, how);
  }

  /** Writes an edited copy of a file whose seals hold. */
  void copySealed(String name, String to, Consumer<List<String>> how) {
    List<String> lines = lines(name);
    how.accept(lines);
    write(to, Sealing.resealed(lines));
  }

  void delete(String name) {
    try {
      Files.delete(file(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
