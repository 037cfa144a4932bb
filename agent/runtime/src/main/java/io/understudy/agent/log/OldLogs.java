package io.understudy.agent.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the logs of JVMs that have ended, so that restarts do not fill the disk: the oldest ones,
 * until at most {@value #MOST} logs of the application remain. A JVM that runs holds a lock on its
 * log. Stateless.
 */
final class OldLogs {
  static final int MOST = 20;

  private static final int MOST_FILES = 100_000;
  private static final Pattern NAME = Pattern.compile("\\d+-\\d{8}T\\d{6}Z-[0-9a-f]{8}\\.log");

  private OldLogs() {}

  /**
   * Deletes old logs.
   *
   * @param prefix what the names of the application's logs begin with; the process id follows
   * @param own the log of this JVM, which is never touched: closing it would release its lock
   */
  static void prune(Path directory, String prefix, Path own) {
    List<Path> logs = new ArrayList<>();
    int left = MOST_FILES;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith(prefix)
            && NAME.matcher(name.substring(prefix.length())).matches()
            && !file.equals(own)
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          logs.add(file);
        }
        if (--left == 0) {
          break;
        }
      }
    } catch (IOException | RuntimeException unreadable) {
      return;
    }
    logs.sort(Comparator.comparing(OldLogs::modified).thenComparing(Path::toString));
    int excess = logs.size() + 1 - MOST;
    for (Path log : logs) {
      if (excess <= 0) {
        return;
      }
      if (isOfAnEndedProcess(log)) {
        delete(log);
        delete(log.resolveSibling(String.valueOf(log.getFileName()).replace(".log", ".1.log")));
        excess--;
      }
    }
  }

  private static Long modified(Path log) {
    try {
      return Files.getLastModifiedTime(log, LinkOption.NOFOLLOW_LINKS).toMillis();
    } catch (IOException gone) {
      return 0L;
    }
  }

  private static boolean isOfAnEndedProcess(Path log) {
    try (FileChannel channel =
        FileChannel.open(log, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      return lock(channel) != null;
    } catch (IOException | RuntimeException notOurs) {
      return false;
    }
  }

  /** Locks a file until its channel is closed; null if another has a lock, or locks do not work. */
  static @Nullable FileLock lock(FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (IOException | OverlappingFileLockException | UnsupportedOperationException e) {
      return null;
    }
  }

  private static void delete(Path log) {
    try {
      Files.deleteIfExists(log);
    } catch (IOException | RuntimeException stays) {
      // Another JVM deletes it, or it stays.
    }
  }
}
