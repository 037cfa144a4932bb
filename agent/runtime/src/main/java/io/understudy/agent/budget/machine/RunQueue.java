package io.understudy.agent.budget.machine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Whether a processor is free at this moment: the kernel's number of tasks that run or wait for a
 * processor, in {@code /proc/loadavg}, is at most the number of processors. The task that asks is
 * one of them. A reading takes about 2 us. Where this process may not use all processors, that
 * number says nothing of those that it may use.
 *
 * <p>Thread-safe and without locks. Where the kernel does not tell, every moment counts as free.
 */
public final class RunQueue {
  private static final String FILE = "/proc/loadavg";

  private final AtomicBoolean isInUse = new AtomicBoolean();
  private final byte[] buffer = new byte[128];
  private @Nullable RandomAccessFile file;
  private int processors;
  private boolean isOpened;
  private volatile boolean isClosed;
  private volatile boolean wasFree = true;

  /** Creates a meter that is not opened yet. */
  public RunQueue() {}

  /** Whether a processor is free for the calling thread beside all other tasks. */
  public boolean isFree() {
    if (isClosed || !isInUse.compareAndSet(false, true)) {
      return wasFree;
    }
    try {
      RandomAccessFile open = open();
      if (open == null) {
        return true;
      }
      int running = running(KernelFile.read(open, buffer));
      wasFree = running <= processors;
      return wasFree;
    } catch (IOException | RuntimeException unreadable) {
      isClosed = true;
      wasFree = true;
      return true;
    } finally {
      isInUse.set(false);
      if (isClosed) {
        closeFile();
      }
    }
  }

  private @Nullable RandomAccessFile open() throws IOException {
    if (!isOpened) {
      isOpened = true;
      String stat = KernelFile.read("/proc/stat", 256 << 10);
      processors = stat == null || isConfined(stat) ? 0 : ProcessorTimes.count(stat);
      file = processors > 0 ? new RandomAccessFile(FILE, "r") : null;
    }
    return file;
  }

  private static boolean isConfined(String stat) {
    String status = KernelFile.read("/proc/self/status", 8 << 10);
    BitSet allowed = status == null ? null : ProcessorTimes.allowed(status);
    return allowed != null && !ProcessorTimes.areAll(stat, allowed);
  }

  /** Returns the tasks that run or wait, of {@code 0.20 0.18 0.12 1/80 11206}; 0 if unknown. */
  static int running(String loadavg) {
    int slash = loadavg.indexOf('/');
    int start = slash < 0 ? -1 : loadavg.lastIndexOf(' ', slash);
    try {
      return start < 0 ? 0 : Integer.parseInt(loadavg.substring(start + 1, slash));
    } catch (NumberFormatException otherFormat) {
      return 0;
    }
  }

  /** Closes the file; every moment counts as free from now on. */
  public void close() {
    isClosed = true;
    wasFree = true;
    closeFile();
  }

  // Race: whoever reads the file closes it after that, since the flag is set before this check.
  private void closeFile() {
    if (!isInUse.compareAndSet(false, true)) {
      return;
    }
    try {
      RandomAccessFile open = file;
      file = null;
      if (open != null) {
        open.close();
      }
    } catch (IOException closed) {
      // The process ends with it at the latest.
      return;
    } finally {
      isInUse.set(false);
    }
  }
}
