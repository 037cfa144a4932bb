package io.understudy.journal.file;

import io.understudy.journal.JournalVisitor;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.json.EntryReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One file of a journal. Immutable; several threads may read different files at the same time. */
public final class JournalFile {
  /** Longer than almost every first line. */
  private static final int HEAD_BYTES = 4 << 10;

  private final Path path;
  private final boolean verifying;
  private final ReadBudget budget;

  JournalFile(Path path, boolean verifying, ReadBudget budget) {
    this.path = path;
    this.verifying = verifying;
    this.budget = budget;
  }

  /** The path of the file. */
  public Path path() {
    return path;
  }

  /**
   * Reads the file from its first to its last complete line. Problems go to the visitor and do not
   * end the reading. Takes memory for the largest batch of lines, and what the visitor keeps.
   *
   * @return the summary that {@link JournalReader#check} needs
   * @throws JournalTooLargeException when the files so far say more than the reading may keep
   */
  public FileSummary read(JournalVisitor visitor) {
    FileScan scan =
        new FileScan(path.toString(), FileNames.isCompressed(path), verifying, visitor, budget);
    try {
      return read(scan);
    } catch (OutOfMemoryError full) {
      long at = scan.line();
      // Makes room for the message.
      scan = null;
      throw JournalTooLargeException.noMemory(path.toString(), at);
    }
  }

  private FileSummary read(FileScan scan) {
    try (LineSource lines = new LineSource(open(), EntryReader.MOST_LINE_BYTES)) {
      scan.read(lines);
    } catch (IOException unreadable) {
      scan.reportFailure(unreadable);
    }
    scan.summary().finish();
    return scan.summary();
  }

  /** Returns the first line; null if it is no session entry, or if the file cannot be read. */
  @Nullable SessionEntry head() {
    try (LineSource lines = new LineSource(open(), EntryReader.MOST_LINE_BYTES, HEAD_BYTES)) {
      if (lines.next() && lines.isWhole() && !lines.isTooLong()) {
        Object head = new EntryReader().read(lines.array(), lines.start(), lines.length());
        return head instanceof SessionEntry ? (SessionEntry) head : null;
      }
    } catch (IOException | RuntimeException unreadable) {
      // The reading of the whole file says why.
    }
    return null;
  }

  /** Opens the file for its lines, decompressed. */
  InputStream open() throws IOException {
    Path compressed = FileNames.toCompressed(path);
    try {
      return open(path);
    } catch (NoSuchFileException gone) {
      // Compressed since it was listed.
      if (FileNames.isCompressed(path) || !Files.exists(compressed)) {
        throw gone;
      }
      return open(compressed);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    if (!FileNames.isCompressed(file)) {
      return raw;
    }
    return new GzipSource(new BufferedInputStream(raw, 1 << 16));
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
