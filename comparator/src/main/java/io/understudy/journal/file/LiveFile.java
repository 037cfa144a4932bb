package io.understudy.journal.file;

import io.understudy.journal.SealEntry;
import io.understudy.journal.json.EntryWriter;
import io.understudy.journal.json.LineBuffer;
import io.understudy.value.CountText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
  private final int number;
  private final LocalDate day;
  private final MessageDigest digest = Sha256.digest();
  private final LineBuffer next = new LineBuffer();

  private @Nullable JournalOutput output;

  /** Identifies the file on the disk; null before its creation, and if the file system has none. */
  private @Nullable Object key;

  private boolean created;

  /** Whether the creation has begun; after an Error the file may exist though it is not created. */
  private boolean creating;

  /** Whether the file may have bytes beyond its last seal. */
  private boolean torn;

  /** Replaced in one step, so that an Error never leaves a seal that does not fit the size. */
  private End end = new End(0, new byte[0], "");

  /** The end of the last complete batch. */
  private static final class End {
    final long size;
    final byte[] sealLine;
    final String seal;

    End(long size, byte[] sealLine, String seal) {
      this.size = size;
      this.sealLine = sealLine;
      this.seal = seal;
    }
  }

  LiveFile(JournalOutput.Opener opener, Path path, int number, LocalDate day) {
    this.opener = opener;
    this.path = path;
    this.number = number;
    this.day = day;
  }

  /** The number of the file in its session, from 1. */
  int number() {
    return number;
  }

  Path path() {
    return path;
  }

  /** The UTC day on which the file began. */
  LocalDate day() {
    return day;
  }

  long size() {
    return end.size;
  }

  /** The hash in the last seal; empty before the first. */
  String lastSeal() {
    return end.seal;
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
          || now.size() < end.size
          || (now.size() > end.size && !torn && output != null);
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
    End after = new End(end.size + next.size(), sealLine, seal.sha256());
    JournalOutput to = open();
    // Stays set if an Error strikes below: then the next append cuts the batch off first.
    torn = true;
    try {
      to.append(next.array(), next.size());
    } catch (IOException failed) {
      repair(to);
      throw failed;
    }
    end = after;
    torn = false;
    next.clear();
  }

  private SealEntry seal(LineBuffer lines) {
    digest.reset();
    digest.update(end.sealLine);
    digest.update(lines.array(), 0, lines.size());
    return new SealEntry(
        lines.lines() + (end.sealLine.length == 0 ? 0 : 1),
        (long) lines.size() + end.sealLine.length,
        Sha256.hex(digest.digest()));
  }

  private JournalOutput open() throws IOException {
    JournalOutput open = output;
    if (open == null) {
      open = created ? opener.open(path, false) : create(path);
      if (!created) {
        created = true;
        key = PrivateFiles.regular(path).fileKey();
      }
      output = open;
      torn = true;
    }
    if (torn) {
      try {
        open.truncate(end.size);
        torn = false;
      } catch (IOException failed) {
        repair(open);
        throw failed;
      }
    }
    return open;
  }

  private JournalOutput create(Path fresh) throws IOException {
    if (creating
        && Files.isRegularFile(fresh, LinkOption.NOFOLLOW_LINKS)
        && Files.size(fresh) == 0) {
      // An Error has struck between the creation of the file and the note of it.
      Files.delete(fresh);
    }
    creating = true;
    try {
      return opener.open(fresh, true);
    } catch (IOException refused) {
      creating = false;
      throw refused;
    }
  }

  // Cut the file now, so that readers find complete lines, even after a crash. If that fails, the
  // next open cuts it.
  private void repair(JournalOutput broken) {
    torn = true;
    try {
      broken.truncate(end.size);
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
      if (end.size == 0 && PrivateFiles.isSame(key, PrivateFiles.regular(path))) {
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
    return path + ", " + CountText.of(end.size, "byte");
  }
}
