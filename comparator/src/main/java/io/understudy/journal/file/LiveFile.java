package io.understudy.journal.file;

import io.understudy.journal.SealEntry;
import io.understudy.journal.json.EntryWriter;
import io.understudy.journal.json.LineBuffer;
import io.understudy.value.CountText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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

  /** Identifies the file on the disk; null before its creation, and if the file system has none. */
  private @Nullable Object key;

  private boolean created;

  /** Whether the file may have bytes beyond its last seal. */
  private boolean torn;

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

  /** Whether the file may have bytes beyond its last seal, after a failure to cut them off. */
  boolean isTorn() {
    return torn;
  }

  /** Whether something else has deleted, replaced, cut or continued the file. */
  boolean isLost() {
    if (!created) {
      return false;
    }
    try {
      BasicFileAttributes now = PrivateFiles.regular(path);
      return !PrivateFiles.isSame(key, now)
          || now.size() < size
          || (now.size() > size && !torn && output != null);
    } catch (NoSuchFileException gone) {
      return true;
    } catch (IOException unknown) {
      // For example a directory that cannot be searched at the moment. A link is no file of ours.
      return Files.isSymbolicLink(path);
    }
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
    String hash = seal.sha256();
    long sizeAfter = size + next.size();
    JournalOutput to = open();
    // Stays set if an Error strikes below: then the next append cuts the batch off first.
    torn = true;
    try {
      to.append(next.array(), next.size());
    } catch (IOException failed) {
      repair(to);
      throw failed;
    }
    lastSealLine = sealLine;
    lastSeal = hash;
    size = sizeAfter;
    torn = false;
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
      if (!created) {
        created = true;
        key = PrivateFiles.regular(path).fileKey();
      }
      output = open;
      torn = true;
    }
    if (torn) {
      try {
        open.truncate(size);
        torn = false;
      } catch (IOException failed) {
        repair(open);
        throw failed;
      }
    }
    return open;
  }

  // Cut the file now, so that readers find complete lines, even after a crash. If that fails, the
  // next open cuts it.
  private void repair(JournalOutput broken) {
    torn = true;
    try {
      broken.truncate(size);
      torn = false;
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

  /**
   * Closes and deletes a file in which nothing was written.
   *
   * @return whether the name is free for another attempt
   */
  boolean discard() {
    close();
    if (!created) {
      return true;
    }
    try {
      if (size == 0 && PrivateFiles.isSame(key, PrivateFiles.regular(path))) {
        Files.delete(path);
        return true;
      }
      return false;
    } catch (NoSuchFileException gone) {
      return true;
    } catch (IOException stays) {
      return false;
    }
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
  void close() {
    JournalOutput open = output;
    output = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException ignored) {
        // All bytes were given to the operating system.
      }
    }
  }

  @Override
  public String toString() {
    return path + ", " + CountText.of(size, "byte");
  }
}
