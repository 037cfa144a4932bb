package io.understudy.agent.operate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes the operator's requests from files, since each attachment prints warnings on newer JVMs.
 * The files are in the {@link MailboxDirectory}, and their names begin with the process id:
 *
 * <ul>
 *   <li>{@code PID.agent}: exists, and is locked, while an agent is attached; it tells the version
 *       and the application;
 *   <li>{@code PID.ID.request}: a request. Who deletes it has claimed it: the agent that answers,
 *       or the command line that waits no longer;
 *   <li>{@code PID.ID.answer}: the answer to it.
 * </ul>
 *
 * <p>Without a private directory there are no requests by file, and the command line attaches. For
 * the operator's thread, which looks for requests once a second.
 */
public final class Mailbox implements Closeable {
  private static final String REQUEST = ".request";
  private static final int MOST_REQUESTS = 16;

  private final @Nullable MailboxDirectory directory;
  private final long pid;
  private final Function<Map<String, String>, String> answers;
  private @Nullable FileChannel registration;
  private boolean isClosed;
  private boolean isBroken;
  private boolean wasOpen;

  /**
   * Creates a mailbox of this user.
   *
   * @param answers answers the words of a request; see {@link CommandReply}
   */
  public Mailbox(long pid, Function<Map<String, String>, String> answers) {
    this(MailboxDirectory.ofThisUser(), pid, answers);
  }

  Mailbox(
      @Nullable MailboxDirectory directory,
      long pid,
      Function<Map<String, String>, String> answers) {
    this.directory = directory;
    this.pid = pid;
    this.answers = answers;
  }

  /**
   * Registers the agent, if it is not registered yet, or if its registration was removed, as the
   * cleaner of {@code /tmp} does after some days.
   *
   * @param description what the command line shows of it
   */
  public synchronized void open(Map<String, String> description) {
    if (directory == null || isBroken || isClosed || pid <= 0) {
      return;
    }
    Path file = directory.path().resolve(pid + MailboxClient.AGENT);
    if (registration != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      if (registration != null) {
        registration.close();
        registration = null;
      }
      directory.create();
      if (MailboxClient.isAlive(file)) {
        return; // A JVM of another container has the same process id and the same /tmp.
      }
      if (!wasOpen) {
        removeLeft(directory.path());
        wasOpen = true;
      }
      registration = directory.writeLocked(file, MailboxText.of(description));
    } catch (IOException | RuntimeException unusable) {
      isBroken = true;
      close();
    }
  }

  /** Removes the requests and answers of an earlier JVM with this process id. */
  private void removeLeft(Path in) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(in, pid + ".*.*")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Answers the requests that are there. */
  public void answerRequests() {
    for (Path request : requests()) {
      // The request before may have detached the agent.
      if (isRegistered()) {
        answer(request);
      }
    }
  }

  private synchronized boolean isRegistered() {
    return registration != null;
  }

  private synchronized List<Path> requests() {
    List<Path> found = new ArrayList<>();
    if (directory == null || registration == null || !directory.isPrivate()) {
      return found;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory.path(), pid + ".*" + REQUEST)) {
      for (Path file : files) {
        if (found.size() < MOST_REQUESTS) {
          found.add(file);
        }
      }
    } catch (IOException | RuntimeException unreadable) {
      // The next look may succeed; the command line attaches meanwhile.
    }
    return found;
  }

  private void answer(Path request) {
    MailboxDirectory in = directory;
    if (in == null) {
      return;
    }
    String text;
    try {
      text = in.read(request);
      Files.delete(request);
    } catch (IOException | RuntimeException refused) {
      // Not a private file of this user, or the command line has given up and deleted it.
      return;
    }
    String name = String.valueOf(request.getFileName());
    String id = name.substring(0, name.length() - REQUEST.length());
    String answer;
    try {
      answer = answers.apply(MailboxText.parse(text));
    } catch (RuntimeException failure) {
      answer = CommandReply.refused("the agent failed: " + failure.getClass().getName());
    }
    try {
      in.write(in.path().resolve(id + MailboxClient.ANSWER), answer);
    } catch (IOException | RuntimeException unwritable) {
      // The command line reports that there is no answer.
    }
  }

  /** Removes the registration. */
  @Override
  public synchronized void close() {
    isClosed = true;
    FileChannel channel = registration;
    registration = null;
    try {
      if (channel != null && directory != null) {
        Files.deleteIfExists(directory.path().resolve(pid + MailboxClient.AGENT));
        channel.close();
      }
    } catch (IOException | RuntimeException left) {
      // The lock ends with the JVM, and the command line removes what is not locked.
    }
  }
}
