package io.understudy.bridge;

import org.jspecify.annotations.Nullable;

/** Everything that woven code depends on, replaced as one: nobody sees half of a new gate. */
final class Gate {
  static final Gate CLOSED = new Gate(null, 0);

  /** Null only while no agent is there; then nothing is armed. */
  final @Nullable Handler handler;

  /** By call point. Plain on purpose: a thread may see a change late, never wrongly. */
  final boolean[] armed;

  /**
   * A thread's marks: by call point, not 0 while the thread is inside of it; and a last one, not 0
   * while the thread works for the agent and nothing that it enters is a call of the application.
   *
   * <p>The marks stay with their threads, since removing them at each call costs more than all else
   * here. They are JDK types, so they hold no class loader.
   */
  final ThreadLocal<int[]> marks;

  Gate(@Nullable Handler handler, int points) {
    this.handler = handler;
    this.armed = new boolean[points];
    this.marks = new Marks(points + 1);
  }

  private static final class Marks extends ThreadLocal<int[]> {
    private final int size;

    Marks(int size) {
      this.size = size;
    }

    @Override
    protected int[] initialValue() {
      return new int[size];
    }
  }
}
