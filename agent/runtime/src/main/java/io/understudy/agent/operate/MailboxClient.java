package io.understudy.agent.operate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The command line's side of a {@link Mailbox}: finds attached agents, and sends requests to them,
 * without an attachment. Not thread-safe.
 */
public final class MailboxClient {
  static final String AGENT = ".agent";
  static final String ANSWER = ".answer";

  /** How long an agent may take to claim a request; it looks once a second. In milliseconds. */
  private static final long CLAIM_MILLIS = 5_000;

  /** How long it may take to answer: a reload waits for calls in progress. In milliseconds. */
  private static final long ANSWER_MILLIS = 660_000;

  /** How long it may take from the end of the registration on: a detachment ends it first. */
  private static final long END_MILLIS = 30_000;

  private static final long LOOK_MILLIS = 20;

  private final @Nullable MailboxDirectory directory;
  private final long claimMillis;

  /** Creates a client of this user's mailboxes. */
  public MailboxClient() {
    this(MailboxDirectory.ofThisUser(), CLAIM_MILLIS);
  }

  MailboxClient(@Nullable MailboxDirectory directory, long claimMillis) {
    this.directory = directory;
    this.claimMillis = claimMillis;
  }

  /** Returns the descriptions of the JVMs with an attached agent, by their process ids. */
  public Map<String, Map<String, String>> agents() {
    Map<String, Map<String, String>> agents = new TreeMap<>();
    if (directory == null || !directory.isPrivate()) {
      return agents;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.path(), "*" + AGENT)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (isAlive(file)) {
          agents.put(
              name.substring(0, name.length() - AGENT.length()),
              MailboxText.parse(directory.read(file)));
        }
      }
    } catch (IOException | RuntimeException unreadable) {
      // Then none is known; a request attaches.
    }
    return agents;
  }

  /** Whether an agent holds the lock of its registration; removes what a killed JVM has left. */
  static boolean isAlive(Path file) {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        return true;
      }
      Files.deleteIfExists(file);
      return false;
    } catch (OverlappingFileLockException thisJvm) {
      return true;
    } catch (IOException | RuntimeException unreadable) {
      return false;
    }
  }

  /**
   * Sends a request.
   *
   * @return the answer; null if no agent of this user has claimed the request, so that nothing was
   *     done
   * @throws IOException when an agent has claimed the request and gives no answer
   */
  public @Nullable String send(String pid, Map<String, String> words) throws IOException {
    MailboxDirectory in = directory;
    if (in == null || !in.isPrivate()) {
      return null;
    }
    Path agent = in.path().resolve(pid + AGENT);
    if (!isAlive(agent)) {
      return null;
    }
    String id = pid + "." + UUID.randomUUID();
    Path request = in.path().resolve(id + ".request");
    Path answer = in.path().resolve(id + ANSWER);
    try {
      in.write(request, MailboxText.of(words));
    } catch (IOException | RuntimeException unwritable) {
      return null;
    }
    // Whoever interrupts this command withdraws its request.
    request.toFile().deleteOnExit();
    if (!awaits(claimMillis, () -> !Files.exists(request, LinkOption.NOFOLLOW_LINKS))
        && Files.deleteIfExists(request)) {
      return null;
    }
    Condition isThere = () -> Files.exists(answer, LinkOption.NOFOLLOW_LINKS);
    if (!awaits(ANSWER_MILLIS, () -> isThere.holds() || !isAlive(agent))
        || !awaits(END_MILLIS, isThere)) {
      throw new IOException("the agent in " + pid + " has taken the request and gives no answer");
    }
    String text = in.read(answer);
    Files.deleteIfExists(answer);
    return text;
  }

  /** A condition that files fulfil. */
  private interface Condition {
    boolean holds();
  }

  private static boolean awaits(long millis, Condition condition) {
    long start = System.nanoTime();
    while (!condition.holds()) {
      if (System.nanoTime() - start > millis * 1_000_000) {
        return false;
      }
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
