package io.understudy.agent.log;

import io.understudy.value.CountText;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The agent's log. Messages wait in a bounded queue until the agent's timer thread calls {@link
 * #drain()} and writes them. A thread that logs may hold class-loading locks, so it must not touch
 * files, load classes or wait.
 *
 * <p>Messages also wait while the file is not known yet. Messages that find no room are counted,
 * and the file states their number.
 */
public final class AgentLog implements Log, Closeable {
  private static final int MOST_WAITING = 512;
  private static final int MOST_KEYS = 1_000;

  /** A line is in it at once or not at all, so a thread that dies there holds up no other. */
  private final Queue<LogLine> waiting = new ConcurrentLinkedQueue<>();

  /**
   * The number of lines offered since the queue was empty. An error may leave it too large until
   * the next {@link #drain()} sets it to 0.
   */
  private final AtomicInteger offered = new AtomicInteger();

  private final AtomicLong lost = new AtomicLong();
  private final Set<String> loggedKeys = ConcurrentHashMap.newKeySet();
  private final PrintStream operator;
  private final String unique = unique();
  private @Nullable LogFile file;
  private volatile @Nullable Path path;
  private String namePrefix = "";
  private boolean isPruned;

  /** Creates a log without a file; messages to the operator go to stderr. */
  public AgentLog() {
    // Not System.err, which the application may have replaced with its own stream.
    this(new FileOutputStream(FileDescriptor.err));
  }

  /** Creates a log without a file; messages to the operator go to {@code operator}. */
  AgentLog(OutputStream operator) {
    this.operator = new PrintStream(operator, true);
  }

  /**
   * Sets the file, {@code understudy-agent-APPLICATION-PROCESS-START-RANDOM.log}; the next {@link
   * #drain()} creates it and deletes old logs. If the file cannot be written, the operator gets one
   * message, and each {@link #drain()} tries again.
   *
   * <p>The name is not predictable, so that processes with one id, such as in containers that share
   * a volume, have a file each.
   *
   * @param directory the directory of the journal; created if it does not exist
   * @param application the application's name
   * @param process the process id
   */
  public synchronized void openIn(Path directory, String application, long process) {
    String prefix = "understudy-agent-" + application.replaceAll("[^A-Za-z0-9._-]", "_") + "-";
    LogFile before = file;
    if (before != null) {
      if (before.directory().equals(directory) && prefix.equals(namePrefix)) {
        return;
      }
      drain();
      before.close();
    }
    namePrefix = prefix;
    isPruned = false;
    file = new LogFile(directory, prefix + process + "-" + unique);
    path = file.path();
  }

  /** The file, or the name that it will have; null if it is not known yet. */
  @Override
  public @Nullable Path file() {
    return path;
  }

  /** Returns the time in UTC and a random part: {@code 20261120T143705Z-1f0c22ab}. */
  private static String unique() {
    String now = Instant.now().toString().substring(0, 19).replaceAll("[-:]", "");
    String random = Integer.toHexString(new SecureRandom().nextInt());
    return now + "Z-" + "00000000".substring(random.length()) + random;
  }

  @Override
  public void fatal(String text) {
    try {
      operator.println("understudy: " + oneLine(text));
    } catch (Throwable failure) {
      rethrowStop(failure);
    }
    enqueue(true, text, null);
  }

  /** Tells the operator what is expected, in one line on stderr and in the log. */
  public void announce(String text) {
    try {
      operator.println("understudy: " + oneLine(text));
    } catch (Throwable failure) {
      rethrowStop(failure);
    }
    enqueue(false, text, null);
  }

  @Override
  public void info(String text) {
    enqueue(false, text, null);
  }

  @Override
  public void warn(String text) {
    enqueue(true, text, null);
  }

  @Override
  public void warn(String text, Throwable cause) {
    enqueue(true, text, cause);
  }

  @Override
  public void warnOnce(String key, String text) {
    warnOnce(key, text, null);
  }

  @Override
  public void warnOnce(String key, String text, @Nullable Throwable cause) {
    if (isFirst(key)) {
      enqueue(true, text, cause);
    }
  }

  private boolean isFirst(String key) {
    try {
      return loggedKeys.size() < MOST_KEYS && loggedKeys.add(key);
    } catch (Throwable noMemory) {
      rethrowStop(noMemory);
      lose();
      return false;
    }
  }

  // Callers report failures here, also those of memory and stack, so a line that cannot be kept is
  // counted and nothing is thrown.
  private void enqueue(boolean isWarning, String text, @Nullable Throwable cause) {
    try {
      if (offered.get() < MOST_WAITING) {
        String frames = cause == null ? "" : ": " + StackFrames.of(cause);
        LogLine line = new LogLine(now(), threadName(), isWarning, oneLine(text) + frames);
        if (offered.getAndIncrement() < MOST_WAITING) {
          waiting.add(line);
          return;
        }
      }
    } catch (Throwable failure) {
      rethrowStop(failure);
    }
    lose();
  }

  private void lose() {
    try {
      lost.incrementAndGet();
    } catch (Throwable noStack) {
      rethrowStop(noStack);
    }
  }

  /** A thread that is stopped has to end, and the log does not delay it. */
  private static void rethrowStop(Throwable failure) {
    if (failure instanceof ThreadDeath) {
      throw (ThreadDeath) failure;
    }
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  private static String threadName() {
    return Thread.currentThread().getName();
  }

  /** Removes line breaks, so that the name of a class or file cannot forge a line of the log. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
  }

  /**
   * Writes the waiting messages, if the file is known and can be written. For the agent's timer
   * thread. An {@code Error} costs at most one message; the next call writes the others.
   */
  public synchronized void drain() {
    LogFile to = file;
    if (to == null) {
      return;
    }
    String failure = to.open();
    if (failure != null) {
      reportOnce(failure);
      return;
    }
    path = to.path();
    if (!isPruned) {
      isPruned = true;
      OldLogs.prune(to.directory(), namePrefix, to.path());
    }
    for (LogLine line = waiting.poll(); line != null; line = waiting.poll()) {
      write(line, to);
    }
    offered.set(0);
    long count = lost.getAndSet(0);
    if (count > 0) {
      to.write(
          new LogLine(
              now(),
              threadName(),
              true,
              CountText.of(count, "message")
                  + (count == 1 ? " before this was lost" : " before this were lost")));
    }
  }

  private void write(LogLine line, LogFile to) {
    boolean isWritten = false;
    try {
      to.write(line);
      isWritten = true;
    } finally {
      if (!isWritten) {
        lost.incrementAndGet();
      }
    }
  }

  private void reportOnce(String failure) {
    if (loggedKeys.add("log file")) {
      operator.println("understudy: " + oneLine(failure));
    }
  }

  /** Writes the waiting messages and closes the file; later messages are not written. */
  @Override
  public synchronized void close() {
    drain();
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
