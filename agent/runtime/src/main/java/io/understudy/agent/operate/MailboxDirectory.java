package io.understudy.agent.operate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directory through which the command line and agents of one user exchange requests: {@code
 * /tmp/understudy-UID}, as the Attach API of the JDK uses {@code /tmp}. Only its owner can enter
 * it. The place does not depend on {@code java.io.tmpdir}, which is the application's.
 *
 * <p>Another user may have made the name first, as a directory or a link. So the directory and each
 * file are used only if they belong to this user and nobody else can write them. On systems without
 * POSIX permissions there is no directory. Thread-safe.
 */
final class MailboxDirectory {
  private static final Path BASE = Paths.get("/tmp");
  private static final Path STATUS = Paths.get("/proc/self/status");

  /** The largest request or answer, in bytes. */
  private static final int MOST_BYTES = 1 << 20;

  private static final Set<PosixFilePermission> FOREIGN =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private final Path path;
  private final int uid;

  private MailboxDirectory(Path path, int uid) {
    this.path = path;
    this.uid = uid;
  }

  /** Returns the directory of this user; null if the system does not tell its number. */
  static @Nullable MailboxDirectory ofThisUser() {
    Integer uid = uid();
    return uid == null || !Files.isDirectory(BASE)
        ? null
        : new MailboxDirectory(BASE.resolve("understudy-" + uid), uid);
  }

  /** Returns a directory for a test. */
  static MailboxDirectory of(Path path, int uid) {
    return new MailboxDirectory(path, uid);
  }

  /** Reads the effective user's number; null where there is no such file. */
  static @Nullable Integer uid() {
    try {
      for (String line : Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1)) {
        if (line.startsWith("Uid:")) {
          return Integer.valueOf(line.split("\\s+")[2]);
        }
      }
    } catch (IOException | RuntimeException unknown) {
      // Not Linux.
    }
    return null;
  }

  /** The path of the directory. */
  Path path() {
    return path;
  }

  /**
   * Creates the directory if it is missing.
   *
   * @throws IOException when it cannot be created, or is not private
   */
  void create() throws IOException {
    try {
      Files.createDirectory(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException there) {
      // An earlier JVM has made it, or another user.
    }
    if (!isPrivate()) {
      throw new IOException(path + " is not a directory that only this user can enter");
    }
  }

  /** Whether the directory is there and only this user can enter it. */
  boolean isPrivate() {
    try {
      return isOwn(path, true);
    } catch (IOException | RuntimeException unknown) {
      return false;
    }
  }

  private boolean isOwn(Path file, boolean isDirectory) throws IOException {
    PosixFileAttributes found =
        Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Object owner = Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    Set<PosixFilePermission> foreign = EnumSet.copyOf(FOREIGN);
    foreign.retainAll(found.permissions());
    return (isDirectory ? found.isDirectory() : found.isRegularFile())
        && owner.equals(uid)
        && foreign.isEmpty();
  }

  /**
   * Reads a file of the directory.
   *
   * @throws IOException when it is missing, too large, or not a private file of this user
   */
  String read(Path file) throws IOException {
    if (!isOwn(file, false) || Files.size(file) > MOST_BYTES) {
      throw new IOException(file + " is not a private file of this user, or too large");
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /**
   * Writes a new file, which appears complete or not at all.
   *
   * @throws IOException when the directory is not private, or the file cannot be written
   */
  void write(Path file, String text) throws IOException {
    writeLocked(file, text).close();
  }

  /**
   * Does the same, and keeps the file locked until the channel is closed. It is locked before it
   * appears: others take one that is not locked for the rest of a killed JVM, and delete it.
   */
  FileChannel writeLocked(Path file, String text) throws IOException {
    if (!isPrivate()) {
      throw new IOException(path + " is not a directory that only this user can enter");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    FileChannel channel =
        FileChannel.open(
            part,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      if (channel.tryLock() == null) {
        throw new IOException(part + " is locked");
      }
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return channel;
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }
}
