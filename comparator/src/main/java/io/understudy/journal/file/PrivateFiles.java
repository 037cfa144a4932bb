package io.understudy.journal.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates files and directories that only their owner can read, if the file system has owners. The
 * permissions are given at creation, so there is no moment at which others can open them.
 * Stateless.
 */
public final class PrivateFiles {
  private static final String DIRECTORY = "rwx------";
  private static final String FILE = "rw-------";

  private PrivateFiles() {}

  /**
   * Creates a directory and its missing parents. An existing directory, or a link to one, stays as
   * it is.
   *
   * @throws IOException when a level cannot be created, or is no directory
   */
  public static void createDirectories(Path directory) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path at = directory.toAbsolutePath();
        at != null && !Files.isDirectory(at);
        at = at.getParent()) {
      missing.push(at);
    }
    for (Path level : missing) {
      createDirectory(level);
    }
  }

  private static void createDirectory(Path level) throws IOException {
    try {
      Files.createDirectory(level, attributes(DIRECTORY));
    } catch (FileAlreadyExistsException exists) {
      // Race: another JVM has created it meanwhile.
      if (!Files.isDirectory(level)) {
        throw new NotDirectoryException(level.toString());
      }
      return;
    }
    // A umask such as 0777 removes permissions of the owner too.
    if (hasOwners() && !permissions(level).equals(PosixFilePermissions.fromString(DIRECTORY))) {
      Files.setPosixFilePermissions(level, PosixFilePermissions.fromString(DIRECTORY));
    }
  }

  /**
   * Creates an empty file.
   *
   * @throws FileAlreadyExistsException when the name is taken, also by a link
   * @throws IOException when the file cannot be created
   */
  public static void createFile(Path file) throws IOException {
    Files.createFile(file, attributes(FILE));
    if (hasOwners() && !permissions(file).equals(PosixFilePermissions.fromString(FILE))) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
    }
  }

  /**
   * Opens a regular file for writing, and never follows a link.
   *
   * @param fresh whether the file is created, and must not exist yet; else it must exist
   * @throws IOException when the name is taken, missing, or belongs to no regular file
   */
  public static RandomAccessFile open(Path path, boolean fresh) throws IOException {
    if (fresh) {
      createFile(path);
    }
    BasicFileAttributes before = regular(path);
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    // Race: this class of the JDK follows a link that replaces the file between both calls.
    try {
      if (!isSame(before.fileKey(), regular(path))) {
        throw new IOException(path + " was replaced by another file");
      }
    } catch (IOException replaced) {
      file.close();
      throw replaced;
    }
    return file;
  }

  /** Returns the attributes for a new file; none if the file system has no owners. */
  public static FileAttribute<?>[] fileAttributes() {
    return attributes(FILE);
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return hasOwners()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean hasOwners() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static Set<PosixFilePermission> permissions(Path path) throws IOException {
    return Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Describes who else can change files beside a file of this process.
   *
   * @return one clause; null if no other user can, or the file system does not tell
   */
  public static @Nullable String exposure(Path file) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory == null || !hasOwners()) {
        return null;
      }
      PosixFileAttributes found = Files.readAttributes(directory, PosixFileAttributes.class);
      UserPrincipal own = Files.getOwner(file, LinkOption.NOFOLLOW_LINKS);
      String owner = found.owner().getName();
      if (!found.owner().equals(own) && !owner.equals("root")) {
        return directory + " belongs to another user, " + owner;
      }
      Set<PosixFilePermission> may = found.permissions();
      boolean byGroup =
          may.contains(PosixFilePermission.GROUP_WRITE)
              && !found.group().getName().equals(owner)
              && !found.group().getName().equals(own.getName());
      return byGroup || may.contains(PosixFilePermission.OTHERS_WRITE)
          ? "other users can write " + directory + " (" + PosixFilePermissions.toString(may) + ")"
          : null;
    } catch (IOException | RuntimeException unknown) {
      return null;
    }
  }

  /**
   * Returns the attributes of a file.
   *
   * @throws IOException when there is no such file, or the name belongs to a link, a directory or
   *     anything else that is no regular file
   */
  public static BasicFileAttributes regular(Path file) throws IOException {
    BasicFileAttributes found =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!found.isRegularFile()) {
      throw new IOException(file + " is no regular file any more");
    }
    return found;
  }

  /** Whether both are attributes of one file; also if the file system gives files no identity. */
  public static boolean isSame(@Nullable Object key, BasicFileAttributes found) {
    return key == null || found.fileKey() == null || key.equals(found.fileKey());
  }
}
