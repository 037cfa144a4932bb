package io.understudy.agent.budget.machine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of the kernel, whose content is made at each read. A {@code RandomAccessFile} has no
 * finalizer, and an interrupt does not close it. Stateless.
 */
final class KernelFile {
  private KernelFile() {}

  /**
   * Reads the beginning of a file.
   *
   * @param most maximal number of bytes
   * @return null if it cannot be read
   */
  static @Nullable String read(String path, int most) {
    try (RandomAccessFile file = new RandomAccessFile(path, "r")) {
      return read(file, new byte[most]);
    } catch (IOException | RuntimeException notThere) {
      return null;
    }
  }

  /** Reads an open file from its beginning, as far as the buffer reaches. */
  static String read(RandomAccessFile file, byte[] buffer) throws IOException {
    file.seek(0);
    int length = 0;
    while (length < buffer.length) {
      int more = file.read(buffer, length, buffer.length - length);
      if (more <= 0) {
        break;
      }
      length += more;
    }
    return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
  }
}
