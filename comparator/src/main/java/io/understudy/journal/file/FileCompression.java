package io.understudy.journal.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.zip.GZIPOutputStream;

/** Compresses a complete file; at every moment one complete form of it exists. */
final class FileCompression {
  private FileCompression() {}

  /**
   * Replaces a file by its gzip form.
   *
   * @return whether it was replaced; if not, the plain file is unchanged
   */
  static boolean compress(Path plain) {
    Path compressed = FileNames.toCompressed(plain);
    Path partial = plain.resolveSibling(plain.getFileName() + FileNames.PARTIAL);
    try {
      Files.deleteIfExists(partial);
      Files.createFile(partial, FileOutput.ownerOnly("rw-------"));
      copyCompressed(plain, partial);
      Files.move(partial, compressed, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(plain);
      return true;
    } catch (IOException full) {
      discard(partial);
      return false;
    }
  }

  private static void copyCompressed(Path from, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        FileChannel file = FileChannel.open(to, EnumSet.of(StandardOpenOption.WRITE))) {
      OutputStream out = new GZIPOutputStream(Channels.newOutputStream(file), 1 << 16);
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
      ((GZIPOutputStream) out).finish();
      // The compressed file must be on the device before the plain file is deleted.
      file.force(true);
    }
  }

  private static void discard(Path partial) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException stays) {
      // Readers ignore files with this name.
    }
  }
}
