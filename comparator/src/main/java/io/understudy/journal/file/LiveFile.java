package io.understudy.journal.file;

import io.understudy.journal.SealEntry;
import io.understudy.journal.json.EntryWriter;
import io.understudy.journal.json.LineBuffer;
import io.understudy.value.CountText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The file that is being written: complete batches, each with a seal. After a failure it is cut
 * back to its last seal and opened again, so that the batch can be written again.
 */
final class LiveFile {
  private final JournalOutput.Opener opener;
  private final Path path;
  private final LocalDate day;
  private final MessageDigest digest = Sha256.digest();
  private final LineBuffer next = new LineBuffer();

  private @Nullable JournalOutput output;
  private boolean created;
  private long size;
  private byte[] lastSealLine = {};
  private String lastSeal = "";

  LiveFile(JournalOutput.Opener opener, Path path, LocalDate day) {
    this.opener = opener;
    this.path = path;
    this.day = day;
  }

  Path path() {
    return path;
  }

  /** The UTC day on which the file began. */
  LocalDate day() {
    return day;
  }

  long size() {
    return size;
  }

  /** The hash in the last seal; empty before the first. */
  String lastSeal() {
    return lastSeal;
  }

  /** Whether another process deleted the file. */
  boolean isGone() {
    return created && !Files.exists(path);
  }

  /** Creates the file. */
  void create() throws IOException {
    open();
  }

  /** Writes complete lines and a seal over them; after an exception nothing was written. */
  void append(LineBuffer lines) throws IOException {
    SealEntry seal = seal(lines);
    byte[] sealLine = EntryWriter.line(seal);
    next.clear();
    next.add(lines);
    next.write(sealLine, 0, sealLine.length);
    JournalOutput to = open();
    try {
      to.append(next.array(), next.size());
    } catch (IOException failed) {
      repair(to);
      throw failed;
    }
    size += next.size();
    lastSealLine = sealLine;
    lastSeal = seal.sha256();
    next.clear();
  }

  private SealEntry seal(LineBuffer lines) {
    digest.reset();
    digest.update(lastSealLine);
    digest.update(lines.array(), 0, lines.size());
    return new SealEntry(
        lines.lines() + (lastSealLine.length == 0 ? 0 : 1),
        (long) lines.size() + lastSealLine.length,
        Sha256.hex(digest.digest()));
  }

  private JournalOutput open() throws IOException {
    JournalOutput open = output;
    if (open == null) {
      open = opener.open(path, !created);
      created = true;
      try {
        open.truncate(size);
      } catch (IOException failed) {
        repair(open);
        throw failed;
      }
      output = open;
    }
    return open;
  }

  // Cut the file now, so that readers find complete lines, even after a crash. If that fails, the
  // next open cuts it.
  private void repair(JournalOutput broken) {
    try {
      broken.truncate(size);
    } catch (IOException again) {
      // The next open cuts it.
    }
    try {
      broken.close();
    } catch (IOException again) {
      // Nothing is lost: every batch was written completely or cut off.
    }
    output = null;
  }

  /** Cuts a torn batch that is still there, returns when the rest is on the device, and closes. */
  void finish() throws IOException {
    open().force();
    close();
  }

  /** Returns when everything written is on the device. */
  void force() throws IOException {
    if (output != null) {
      output.force();
    }
  }

  /** Closes the file finally. */
  void close() throws IOException {
    if (output != null) {
      output.close();
      output = null;
    }
  }

  @Override
  public String toString() {
    return path + ", " + CountText.of(size, "byte");
  }
}
