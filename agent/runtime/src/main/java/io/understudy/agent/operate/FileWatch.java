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
  private State taken;
  private @Nullable State seen;

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

    boolean mayBe(BasicFileAttributes now) {
      return millis == now.lastModifiedTime().toMillis() && size == now.size();
    }
  }

  /** Creates a watch that accepts the current content of the file. */
  public FileWatch(Path file) {
    this.file = file;
    this.taken = new State(-1, -1, new byte[0]);
    State now = look(true);
    if (now != null) {
      taken = now;
    }
  }

  /** Whether the file has changed and is complete; if so, accepts its content. */
  public boolean hasChanged() {
    State now = look(false);
    if (now == null || Arrays.equals(now.hash, taken.hash)) {
      seen = null;
      return false;
    }
    State before = seen;
    seen = now;
    if (before == null
        || before.millis != now.millis
        || before.size != now.size
        || !Arrays.equals(before.hash, now.hash)) {
      return false;
    }
    taken = now;
    seen = null;
    return true;
  }

  /** Reads the file; null if it is missing, or if it is certainly unchanged. */
  private @Nullable State look(boolean anyway) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      long millis = now.lastModifiedTime().toMillis();
      boolean isFresh = Math.abs(System.currentTimeMillis() - millis) < FRESH_MILLIS;
      if (!anyway && taken.mayBe(now) && !isFresh) {
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
