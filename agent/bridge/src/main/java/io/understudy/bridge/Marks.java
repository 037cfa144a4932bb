package io.understudy.bridge;

import org.jspecify.annotations.Nullable;

/**
 * Records which call points the current thread is inside of.
 *
 * <p>A thread has a chain of arrays: a head, and arrays of marks by slot. The last cell of each
 * array is not 0 while the thread works for the agent; then no call that it enters is captured. A
 * frame of woven code keeps the array that it received, and sets and clears its mark there, even if
 * the chain has changed. So an array must not grow or move while a frame may refer to it. If a
 * reload adds a point for which the arrays of a thread are too short, the thread gets a further
 * array. A slot belongs to the first array that is long enough. Arrays without marks are dropped.
 *
 * <p>Threads of the {@link Shadow} scope are suppressed from their first call on.
 *
 * <p>Threads keep their chains, since to remove them at each call costs more than everything else
 * here. The chains are JDK types, so they refer to no class loader. Each chain is confined to its
 * thread.
 */
final class Marks {
  private static final int BASE = 0;

  /** The cell of the {@link #head} that suppresses captures. */
  static final int SUPPRESSED = 1;

  private static final ThreadLocal<int[][]> CHAINS = new Chains();

  private Marks() {}

  private static final class Chains extends ThreadLocal<int[][]> {
    @Override
    protected int[][] initialValue() {
      return new int[][] {{-1, Shadow.isIn(Thread.currentThread()) ? 1 : 0}};
    }
  }

  /**
   * Returns the array whose cell {@link #SUPPRESSED} is not 0 while captures on this thread are
   * suppressed. Callers restore its earlier value by a store, not by a call, since the stack may be
   * used up. While it is not 0, no point is entered, so the array is not replaced.
   */
  static int[] head() {
    return CHAINS.get()[0];
  }

  /** Marks the thread as a thread of the agent, also for later attachments. */
  static void suppress() {
    CHAINS.get()[0][SUPPRESSED] = 1;
  }

  /**
   * Sets whether captures are suppressed on this thread.
   *
   * @param value 0 to capture; else to suppress
   * @return the value before, to set again
   */
  static int suppress(int value) {
    int[] head = CHAINS.get()[0];
    int before = head[SUPPRESSED];
    head[SUPPRESSED] = value;
    return before;
  }

  /**
   * Returns the array in which the caller marks the slot.
   *
   * @return null if the thread is inside the point already or works for the agent
   */
  static int @Nullable [] enter(Gate gate, int slot, int site) {
    int[][] chain = CHAINS.get();
    int[] head = chain[0];
    if (head[SUPPRESSED] != 0 && isSuppressed(head)) {
      try {
        Shadow.entered(slot + gate.base, site);
      } catch (OutOfMemoryError failure) {
        // Otherwise the call would be counted as one of the application.
        Bridge.escaped++;
      }
      return null;
    }
    if (chain.length != 2 || head[BASE] != gate.base || slot >= chain[1].length - 1) {
      return enter(gate, slot, chain);
    }
    int[] marks = chain[1];
    return (marks[slot] | marks[marks.length - 1]) == 0 ? marks : null;
  }

  /** Whether the thread is still suppressed when no task holds it that has ended. */
  private static boolean isSuppressed(int[] head) {
    if (Tasks.isAnyRunning()) {
      try {
        Tasks.removeEnded();
      } catch (OutOfMemoryError failure) { // the next call tries it again
        Bridge.escaped++;
      }
    }
    return head[SUPPRESSED] != 0;
  }

  /**
   * Handles the rare cases: the first call of the thread or of the attachment, and calls after a
   * reload.
   */
  private static int @Nullable [] enter(Gate gate, int slot, int[][] before) {
    for (int i = 1; i < before.length; i++) {
      // Also in an earlier attachment: its agent may be running on this thread.
      if (before[i][before[i].length - 1] != 0) {
        return null;
      }
    }
    int[][] chain = shortened(gate, before);
    int[] marks = owner(chain, slot);
    if (marks == null) {
      chain = longer(gate, chain);
      marks = chain[chain.length - 1];
    }
    if (chain != before) {
      CHAINS.set(chain);
    }
    return marks[slot] == 0 ? marks : null;
  }

  private static int @Nullable [] owner(int[][] chain, int slot) {
    for (int i = 1; i < chain.length; i++) {
      if (slot < chain[i].length - 1) {
        return chain[i];
      }
    }
    return null;
  }

  /** Drops arrays without marks, except the longest one, and all arrays of other attachments. */
  private static int[][] shortened(Gate gate, int[][] before) {
    if (before[0][BASE] != gate.base) {
      return new int[][] {{gate.base, 0}};
    }
    int kept = 0;
    int[][] chain = new int[before.length][];
    for (int i = 0; i < before.length; i++) {
      if (i == 0 || i == before.length - 1 || isMarked(before[i])) {
        chain[kept++] = before[i];
      }
    }
    return kept == before.length ? before : first(chain, kept);
  }

  private static boolean isMarked(int[] marks) {
    for (int mark : marks) {
      if (mark != 0) {
        return true;
      }
    }
    return false;
  }

  private static int[][] longer(Gate gate, int[][] chain) {
    int[] last = chain[chain.length - 1];
    boolean replaces = chain.length > 1 && !isMarked(last);
    int[][] longer = first(chain, replaces ? chain.length : chain.length + 1);
    // A few spare cells, since most reloads add few call points.
    longer[longer.length - 1] = new int[(gate.armed.length | 15) + 2];
    return longer;
  }

  // A loop, since the call of a library method may load a class, and the stack may be too short for
  // that.
  private static int[][] first(int[][] chain, int count) {
    int[][] first = new int[count][];
    for (int i = 0; i < count && i < chain.length; i++) {
      first[i] = chain[i];
    }
    return first;
  }
}
