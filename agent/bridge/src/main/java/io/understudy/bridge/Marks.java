package io.understudy.bridge;

import org.jspecify.annotations.Nullable;

/**
 * Which call points the current thread is inside of.
 *
 * <p>A thread has a chain of arrays: a head, and arrays of marks by slot, of which each has a last
 * cell that is not 0 while the thread works for the agent and nothing that it enters is a call of
 * the application. A frame of woven code keeps the array that it was given and clears its mark in
 * that one, whatever has happened since. So an array can neither grow nor move while a frame may
 * hold it: a thread that enters a point for which its arrays are too short, as a reload has added
 * it, gets a further array. A slot belongs to the first array that is long enough; arrays that no
 * frame has marks in are let go.
 *
 * <p>Threads keep their chains, since removing them at each call costs more than all else here.
 * They are JDK types, so they hold no class loader. Confined to its thread.
 */
final class Marks {
  private static final int BASE = 0;
  private static final int SUPPRESSED = 1;

  private static final ThreadLocal<int[][]> CHAINS = new Chains();

  private Marks() {}

  private static final class Chains extends ThreadLocal<int[][]> {
    @Override
    protected int[][] initialValue() {
      return new int[][] {{-1, 0}};
    }
  }

  /** Lets nothing that the thread enters be a call, until {@link #leave} with the same array. */
  static int[] quiet() {
    // While it is not 0 the head stays where it is: nothing is entered.
    int[] head = CHAINS.get()[0];
    head[SUPPRESSED]++;
    return head;
  }

  /** Ends what {@link #quiet} began and returned. */
  static void leave(int[] head) {
    head[SUPPRESSED]--;
  }

  /** Marks the thread as the agent's own, whatever is attached later. */
  static void suppress() {
    CHAINS.get()[0][SUPPRESSED] = 1;
  }

  /**
   * Marks the slot, as its last step.
   *
   * @return the array that holds the mark; null when the thread is inside already, or works for the
   *     agent
   */
  static int @Nullable [] enter(Gate gate, int slot) {
    int[][] chain = CHAINS.get();
    int[] head = chain[0];
    if (head[SUPPRESSED] != 0) {
      return null;
    }
    if (chain.length != 2 || head[BASE] != gate.base || slot >= chain[1].length - 1) {
      return enter(gate, slot, chain);
    }
    int[] marks = chain[1];
    if ((marks[slot] | marks[marks.length - 1]) != 0) {
      return null;
    }
    marks[slot] = 1;
    return marks;
  }

  /** The rare case: the first call of the thread, or of the attachment, or after a reload. */
  private static int @Nullable [] enter(Gate gate, int slot, int[][] before) {
    for (int i = 1; i < before.length; i++) {
      // Of an earlier attachment too: its agent may be at work in this very thread.
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
    if (marks[slot] != 0) {
      return null;
    }
    marks[slot] = 1;
    return marks;
  }

  private static int @Nullable [] owner(int[][] chain, int slot) {
    for (int i = 1; i < chain.length; i++) {
      if (slot < chain[i].length - 1) {
        return chain[i];
      }
    }
    return null;
  }

  /** Without the arrays that no frame has marks in, but for the longest; those of others go. */
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
    // A few cells more than needed: most reloads add few call points.
    longer[longer.length - 1] = new int[(gate.armed.length | 15) + 2];
    return longer;
  }

  // By hand: no class may have to be loaded here, where the stack may be short.
  private static int[][] first(int[][] chain, int count) {
    int[][] first = new int[count][];
    for (int i = 0; i < count && i < chain.length; i++) {
      first[i] = chain[i];
    }
    return first;
  }
}
