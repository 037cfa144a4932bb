package io.understudy.journal.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file on disk that only its owner can read, if the file system has owners. It is no {@code
 * FileChannel}, because an interrupt of the writing thread would close a channel.
 */
final class FileOutput implements JournalOutput {
  private final RandomAccessFile file;

  private FileOutput(RandomAccessFile file) {
    this.file = file;
  }

  /** Opens a file. A fresh file must not exist yet, so that two JVMs never share one. */
  static FileOutput open(Path path, boolean fresh) throws IOException {
    if (fresh) {
      Files.createFile(path, ownerOnly("rw-------"));
    } else if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    return new FileOutput(new RandomAccessFile(path.toFile(), "rw"));
  }

  /**
   * Returns owner-only attributes for a file or directory; none if the file system has no owners.
   */
  static FileAttribute<?>[] ownerOnly(String permissions) {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public void append(byte[] bytes, int length) throws IOException {
    file.write(bytes, 0, length);
  }

  @Override
  public void truncate(long length) throws IOException {
    file.setLength(length);
    file.seek(length);
  }

  @Override
  public void force() throws IOException {
    file.getFD().sync();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
