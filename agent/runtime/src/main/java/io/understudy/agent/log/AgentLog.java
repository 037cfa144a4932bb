package io.understudy.agent.log;

import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * The agent's log. What is said is handed over in memory, and written when the agent's timer thread
 * calls {@link #drain()}: the thread that says it may hold class-loading locks, and must not touch
 * files, load classes or wait.
 *
 * <p>What is said before the file is known waits for it. What finds no room is counted, and the
 * loss is told in the file.
 */
public final class AgentLog implements Log, Closeable {
  private static final int MOST_WAITING = 512;
  private static final int MOST_KEYS = 1_000;

  private final MpscAtomicArrayQueue<LogLine> waiting = new MpscAtomicArrayQueue<>(MOST_WAITING);
  private final AtomicLong lost = new AtomicLong();
  private final Set<String> said = ConcurrentHashMap.newKeySet();
  private final PrintStream operator;
  private @Nullable LogFile file;

  /** A log without a file, whose operator reads the process's stderr. */
  public AgentLog() {
    // Not System.err, which the application may have replaced by code of its own.
    this(new FileOutputStream(FileDescriptor.err));
  }

  /** A log without a file, whose operator reads {@code operator}. */
  AgentLog(OutputStream operator) {
    this.operator = new PrintStream(operator, true);
  }

  /**
   * Lets the log be written from the next {@link #drain()} on, to the file {@code
   * understudy-agent-PROCESS.log}. Where that cannot be written, the operator is told once, and
   * writing is tried again later.
   *
   * @param directory the journal's; created where it does not exist
   * @param process tells this JVM's file from another's, such as its process number
   */
  public synchronized void openIn(Path directory, String process) {
    String name = "understudy-agent-" + process.replaceAll("[^A-Za-z0-9._-]", "_");
    file = new LogFile(directory.resolve(name + ".log"), directory.resolve(name + ".1.log"));
  }

  @Override
  public void fatal(String text) {
    operator.println("understudy: " + oneLine(text));
    say(true, text);
  }

  @Override
  public void info(String text) {
    say(false, text);
  }

  @Override
  public void warn(String text) {
    say(true, text);
  }

  @Override
  public void warn(String text, Throwable cause) {
    offer(new LogLine(now(), threadName(), true, oneLine(text) + ": " + StackFrames.of(cause)));
  }

  @Override
  public void warnOnce(String key, String text) {
    warnOnce(key, text, null);
  }

  @Override
  public void warnOnce(String key, String text, @Nullable Throwable cause) {
    if (said.size() >= MOST_KEYS || !said.add(key)) {
      return;
    }
    if (cause == null) {
      warn(text);
    } else {
      warn(text, cause);
    }
  }

  private void say(boolean warning, String text) {
    offer(new LogLine(now(), threadName(), warning, oneLine(text)));
  }

  private void offer(LogLine line) {
    if (!waiting.relaxedOffer(line)) {
      lost.incrementAndGet();
    }
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  private static String threadName() {
    return Thread.currentThread().getName();
  }

  /** Nobody may forge a line of the log by what a class or file is called. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
  }

  /**
   * Writes what waits, if the file is known and can be written. For the agent's timer thread; never
   * throws.
   */
  public synchronized void drain() {
    LogFile to = file;
    if (to == null) {
      return;
    }
    String trouble = to.open();
    if (trouble != null) {
      reportOnce(trouble);
      return;
    }
    for (LogLine line = waiting.relaxedPoll(); line != null; line = waiting.relaxedPoll()) {
      to.write(line);
    }
    long count = lost.getAndSet(0);
    if (count > 0) {
      to.write(new LogLine(now(), threadName(), true, count + " messages before this were lost"));
    }
  }

  private void reportOnce(String trouble) {
    if (said.add("log file")) {
      operator.println("understudy: " + oneLine(trouble));
    }
  }

  /** Writes what waits and closes the file; what is said later is not written. */
  @Override
  public synchronized void close() {
    drain();
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
