package io.understudy.journal.file;

import io.understudy.journal.JournalVisitor;
import io.understudy.journal.json.EntryReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** One file of a journal. Immutable; files may be read by several threads at once, each by one. */
public final class JournalFile {
  private final Path path;
  private final boolean verifying;

  JournalFile(Path path, boolean verifying) {
    this.path = path;
    this.verifying = verifying;
  }

  /** Where the file is. */
  public Path path() {
    return path;
  }

  /**
   * Reads the file from its first to its last whole line; what is wrong with it is told to the
   * visitor, and does not end the scan. Streams: takes memory for one line.
   *
   * @return what {@link JournalReader#check} needs
   */
  public FileSummary read(JournalVisitor visitor) {
    FileScan scan = new FileScan(path, verifying, visitor);
    try (LineSource lines = new LineSource(open(), EntryReader.MOST_LINE_BYTES)) {
      scan.read(lines);
    } catch (IOException unreadable) {
      scan.reportFailure(unreadable);
    }
    return scan.summary();
  }

  private InputStream open() throws IOException {
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
    try {
      return new GZIPInputStream(raw, 1 << 16);
    } catch (IOException broken) {
      raw.close();
      throw broken;
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
