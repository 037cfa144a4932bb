package io.understudy.agent.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Detects that a file has changed and is complete. Its content must differ from the last accepted
 * content and be the same at two consecutive checks, so that a file which is being written is not
 * accepted. A missing file counts as unchanged: some editors delete a file before they write it.
 *
 * <p>The content is read only if its size or time has changed, or if the time is too recent to
 * compare, since some file systems store whole seconds. Not thread-safe.
 */
public final class FileWatch {
  private static final long FRESH_MILLIS = 5_000;
  private static final long MOST_BYTES = 4 << 20;

  private final Path file;
  private State accepted;
  private @Nullable State previous;

  /** The state of the file at one check. */
  private static final class State {
    final long millis;
    final long size;
    final byte[] hash;

    State(long millis, long size, byte[] hash) {
      this.millis = millis;
      this.size = size;
      this.hash = hash;
    }

    boolean hasTimeAndSize(BasicFileAttributes now) {
      return millis == now.lastModifiedTime().toMillis() && size == now.size();
    }
  }

  /** Creates a watch that accepts the current content of the file. */
  public FileWatch(Path file) {
    this.file = file;
    this.accepted = new State(-1, -1, new byte[0]);
    State now = read(true);
    if (now != null) {
      accepted = now;
    }
  }

  /** Whether the file has changed and is complete; if so, accepts its content. */
  public boolean hasChanged() {
    State now = read(false);
    if (now == null || Arrays.equals(now.hash, accepted.hash)) {
      previous = null;
      return false;
    }
    State before = previous;
    previous = now;
    if (before == null
        || before.millis != now.millis
        || before.size != now.size
        || !Arrays.equals(before.hash, now.hash)) {
      return false;
    }
    accepted = now;
    previous = null;
    return true;
  }

  /** Reads the file; null if it is missing, or if it is certainly unchanged. */
  private @Nullable State read(boolean always) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      long millis = now.lastModifiedTime().toMillis();
      boolean isFresh = Math.abs(System.currentTimeMillis() - millis) < FRESH_MILLIS;
      if (!always && accepted.hasTimeAndSize(now) && !isFresh) {
        return null;
      }
      if (!now.isRegularFile() || now.size() > MOST_BYTES) {
        return null;
      }
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return new State(millis, now.size(), sha.digest(Files.readAllBytes(file)));
    } catch (IOException | RuntimeException notThere) {
      return null;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
