package io.understudy.journal.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses a complete file; at every moment one complete form of it exists. */
final class FileCompression {
  private FileCompression() {}

  /**
   * Replaces a file by its gzip form. The plain file is deleted only after the compressed file was
   * read back and has the same content.
   *
   * @return whether it was replaced; if not, the plain file is unchanged
   */
  static boolean compress(Path plain) {
    Path compressed = FileNames.toCompressed(plain);
    Path partial = plain.resolveSibling(plain.getFileName() + FileNames.PARTIAL);
    // A file with that name is no work of this journal. Replacing it would remove a trace.
    if (Files.exists(compressed, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try {
      Files.deleteIfExists(partial);
      byte[] content = copyCompressed(plain, partial);
      if (!MessageDigest.isEqual(content, contentOf(partial))) {
        throw new IOException(partial + " has another content than " + plain);
      }
      Files.move(partial, compressed, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(plain);
      return true;
    } catch (IOException full) {
      discard(partial);
      return false;
    }
  }

  /** Writes the gzip form, and returns the hash of what was read. */
  private static byte[] copyCompressed(Path from, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(from, LinkOption.NOFOLLOW_LINKS);
        FileChannel file =
            FileChannel.open(
                to,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PrivateFiles.fileAttributes())) {
      OutputStream out = new GZIPOutputStream(Channels.newOutputStream(file), 1 << 16);
      MessageDigest digest = Sha256.digest();
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
      ((GZIPOutputStream) out).finish();
      // The compressed file must be on the device before the plain file is deleted.
      file.force(true);
      return digest.digest();
    }
  }

  private static byte[] contentOf(Path compressed) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream file = Files.newInputStream(compressed, LinkOption.NOFOLLOW_LINKS);
        InputStream in = new GZIPInputStream(file, 1 << 16)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return digest.digest();
  }

  private static void discard(Path partial) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException stays) {
      // Readers ignore files with this name.
    }
  }
}
