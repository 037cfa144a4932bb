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
 * Tells when a file has changed and is whole again: its content is another than the last one that
 * was taken, and has been the same for two looks, so that a file that is being written is not
 * taken. A file that is not there, as between the two steps of an editor, has not changed.
 *
 * <p>The content is read only where size and time say that it may have changed, or where the time
 * is too fresh to say so: some file systems keep seconds. Not thread-safe.
 */
public final class FileWatch {
  private static final long FRESH_MILLIS = 5_000;
  private static final long MOST_BYTES = 4 << 20;

  private final Path file;
  private State taken;
  private @Nullable State seen;

  /** What is known of the file at one look. */
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

  /** Takes the file as it is now. */
  public FileWatch(Path file) {
    this.file = file;
    this.taken = new State(-1, -1, new byte[0]);
    State now = look(true);
    if (now != null) {
      taken = now;
    }
  }

  /** Whether the file is another than the last that was taken, and whole; it is taken then. */
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

  /** The file now; null where it is not there, or surely the one that was taken. */
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
