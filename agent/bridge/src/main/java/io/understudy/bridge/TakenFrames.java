package io.understudy.bridge;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames of threads that have taken a task of a candidate from a queue; see {@link Tasks}. Such
 * a thread may end without taking another task, and then it does not remove its frame. Thread-safe.
 * Holds no thread strongly. Uses no queue of the JDK, since their methods call {@link Tasks}.
 */
final class TakenFrames {
  /** A power of two: how many elements are taken from queues between two sweeps. */
  private static final int PERIOD = 256;

  /** Also the lock of the list. */
  private static final List<Entry> ENTRIES = new ArrayList<Entry>();

  /** Lost updates only shift the next sweep. */
  private static int visits;

  private TakenFrames() {}

  /** A frame and its thread. */
  private static final class Entry {
    final WeakReference<Thread> thread;
    final Object[] frame;

    Entry(Thread thread, Object[] frame) {
      this.thread = new WeakReference<Thread>(thread);
      this.frame = frame;
    }

    boolean isDead() {
      Thread owner = thread.get();
      return owner == null || !owner.isAlive();
    }
  }

  /** Adds a frame of the current thread. */
  static void add(Object[] frame) {
    Entry added = new Entry(Thread.currentThread(), frame);
    synchronized (ENTRIES) {
      ENTRIES.add(added);
    }
  }

  /** Removes a frame, which its thread no longer needs. */
  static void remove(Object[] frame) {
    synchronized (ENTRIES) {
      for (int i = 0; i < ENTRIES.size(); i++) {
        if (ENTRIES.get(i).frame == frame) {
          ENTRIES.remove(i);
          return;
        }
      }
    }
  }

  /** Forgets the frames of threads that have ended, at some of the calls. */
  static void sweepAtTimes() {
    if ((++visits & (PERIOD - 1)) == 0) {
      sweep();
    }
  }

  /** Forgets the frames of threads that have ended. */
  static void sweep() {
    int dead = 0;
    synchronized (ENTRIES) {
      for (int i = ENTRIES.size() - 1; i >= 0; i--) {
        if (ENTRIES.get(i).isDead()) {
          ENTRIES.remove(i);
          dead++;
        }
      }
    }
    Tasks.forgetFrames(dead);
  }
}
