package io.understudy.journal.file;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that a reading of many journals may keep until its end. What one file can say is
 * bounded; this bounds what all files say together, by number and by estimated bytes. So no set of
 * files exhausts the memory of the reader. Thread-safe.
 */
public final class ReadBudget {
  /** The greatest number of journal files in one reading. */
  public static final int MOST_FILES = 100_000;

  /** The greatest number of different names of call points in one reading. */
  public static final int MOST_POINTS = 100_000;

  /** The estimated size of an object with a place in a map. Bytes. */
  private static final int ENTRY = 100;

  /** What the program itself needs, whatever it reads. Bytes. */
  private static final long PROGRAM = 8L << 20;

  /** The least budget, enough for a few thousand call points. Bytes. */
  private static final long LEAST = 4L << 20;

  private final long most;
  private final AtomicLong kept = new AtomicLong();
  private final AtomicLong ofNames = new AtomicLong();
  private final AtomicInteger files = new AtomicInteger();
  private final ConcurrentHashMap<String, String> names = new ConcurrentHashMap<>();

  private ReadBudget(long most) {
    this.most = most;
  }

  /** Returns a budget of this many bytes. */
  public static ReadBudget of(long bytes) {
    return new ReadBudget(bytes);
  }

  /** Returns a budget that fits the memory of this JVM: two fifths, and room for the program. */
  public static ReadBudget ofThisJvm() {
    long heap = Runtime.getRuntime().maxMemory();
    return new ReadBudget(Math.max(LEAST, heap / 5 * 2 - PROGRAM));
  }

  /** Returns a budget without a limit of bytes, for what was counted before. */
  public static ReadBudget unlimited() {
    return new ReadBudget(Long.MAX_VALUE);
  }

  /** Returns the estimated size of a text with a place in a map. Bytes. */
  public static long entry(String text) {
    return ENTRY + 2L * text.length();
  }

  /**
   * Counts what is kept from now on.
   *
   * @param bytes the estimated size; less than 0 where something became smaller
   * @throws JournalTooLargeException when the budget is used up
   */
  public void take(long bytes) {
    if (kept.addAndGet(bytes) > most - ofNames.get()) {
      throw tooLarge();
    }
  }

  /**
   * Counts a file.
   *
   * @throws JournalTooLargeException when there are too many
   */
  void takeFile(long bytes) {
    if (files.incrementAndGet() > MOST_FILES) {
      throw new JournalTooLargeException("there are more than " + MOST_FILES + " journal files");
    }
    take(bytes);
  }

  /**
   * Returns the one copy of the name of a call point that all files share.
   *
   * @throws JournalTooLargeException when there are too many different names
   */
  public String name(String name) {
    String known = names.putIfAbsent(name, name);
    if (known != null) {
      return known;
    }
    ofNames.addAndGet(entry(name));
    if (names.size() > MOST_POINTS) {
      throw new JournalTooLargeException(
          "from here on the journals name more than " + MOST_POINTS + " different call points");
    }
    take(0);
    return name;
  }

  /** Returns what is kept now, without names. Bytes. */
  public long kept() {
    return kept.get();
  }

  /** Goes back to an earlier state, when everything since then was dropped. */
  public void reset(long earlier) {
    kept.set(earlier);
  }

  private JournalTooLargeException tooLarge() {
    return new JournalTooLargeException(
        "from here on the journals say more than this reader keeps, about "
            + (most / (1 << 20) + 1)
            + " MB of sums and texts");
  }

  @Override
  public String toString() {
    return kept + " of " + most + " bytes, " + files + " files, " + names.size() + " names";
  }
}
