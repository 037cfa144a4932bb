package io.understudy.agent.log;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The log's file, with a bound on its size: a full file takes the place of the one full file that
 * is kept. Not thread-safe.
 *
 * <p>A stream and no logging library: six objects of Logback did no more than this class does, and
 * had to be kept from the application's {@code slf4j.provider} and {@code
 * logback.configurationFile}. Logback's rolling policies are of no use here: they read a file name
 * as a pattern, in which a per cent sign of a directory has another meaning.
 */
final class LogFile {
  private static final long MOST_BYTES = 4 << 20;

  private final Path path;
  private final Path full;
  private final long mostBytes;
  private @Nullable OutputStream out;
  private long bytes;

  LogFile(Path path, Path full) {
    this(path, full, MOST_BYTES);
  }

  LogFile(Path path, Path full, long mostBytes) {
    this.path = path;
    this.full = full;
    this.mostBytes = mostBytes;
  }

  /** Opens the file if it is not open; returns null, or why that was not possible. */
  @Nullable String open() {
    if (out != null) {
      return null;
    }
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      if (!Files.exists(path)) {
        Files.createFile(path, ownerOnly());
      }
      bytes = Files.size(path);
      // Not a channel: an interrupt of the writing thread would close it.
      out = new FileOutputStream(path.toFile(), true);
      return null;
    } catch (IOException | RuntimeException e) {
      return "cannot write the agent's log " + path + " (" + e + "); going on without it";
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Writes a line; only while the file is open. What the disk refuses is lost, and not retried. */
  void write(Line line) {
    if (bytes > mostBytes) {
      roll();
    }
    OutputStream to = out;
    if (to == null) {
      return;
    }
    byte[] encoded = line.toString().getBytes(StandardCharsets.UTF_8);
    try {
      to.write(encoded);
      bytes += encoded.length;
    } catch (IOException refused) {
      // A later open() tries again.
      close();
    }
  }

  private void roll() {
    close();
    try {
      Files.move(path, full, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      // The bound matters more than what was said: start again from an empty file.
      try {
        Files.write(path, new byte[0]);
      } catch (IOException | RuntimeException ignored) {
        // Then it is the disk that bounds it; the next line is lost as well.
      }
    }
    open();
    bytes = 0;
  }

  /** Closes the file if it is open; it can be opened again. */
  void close() {
    OutputStream open = out;
    out = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException refused) {
        // Each line was written at once: nothing is lost here.
      }
    }
  }
}
