package io.understudy.journal.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A file on disk that only its owner can read, if the file system has owners. It is no {@code
 * FileChannel}, because an interrupt of the writing thread would close a channel.
 */
final class FileOutput implements JournalOutput {
  private final RandomAccessFile file;

  private FileOutput(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Opens a file. A fresh file must not exist yet, so that two JVMs never share one. Links are not
   * followed.
   */
  static FileOutput open(Path path, boolean fresh) throws IOException {
    return new FileOutput(PrivateFiles.open(path, fresh));
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
