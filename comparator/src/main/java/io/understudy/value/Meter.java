package io.understudy.value;

/**
 * Counts what the capture of one call costs and stops it at its {@link Bounds}. One meter serves
 * the arguments and the result of one call. Not thread-safe: it stays on the calling thread.
 */
public final class Meter {
  /** The clock is read once in so many nodes: a read costs more than a node. */
  private static final int CLOCK_EVERY = 1024;

  private final Bounds bounds;
  private int nodes;
  private int untilClock = CLOCK_EVERY;
  private long bytes;
  private long spent;
  private long resumed;
  private boolean running;

  /** A meter that stands at zero, its clock not running. */
  public Meter(Bounds bounds) {
    this.bounds = bounds;
  }

  /** Starts or continues the clock, given the current {@code System.nanoTime()}. */
  public void resume(long now) {
    resumed = now;
    running = true;
  }

  /** Stops the clock, given the current {@code System.nanoTime()}. */
  public void pause(long now) {
    spent += now - resumed;
    running = false;
  }

  /**
   * Counts one object of about {@code size} bytes.
   *
   * @throws Uncapturable when a bound is passed
   */
  public void node(long size) throws Uncapturable {
    nodes(1, size);
  }

  /**
   * Counts {@code count} objects of about {@code size} bytes together.
   *
   * @throws Uncapturable when a bound is passed
   */
  public void nodes(int count, long size) throws Uncapturable {
    nodes += count;
    bytes += size;
    if (nodes > bounds.nodes() || nodes < 0) {
      throw new Uncapturable("more than " + bounds.nodes() + " nodes");
    }
    if (bytes > bounds.bytes()) {
      throw new Uncapturable("more than " + bounds.bytes() + " bytes");
    }
    untilClock -= count;
    if (untilClock <= 0) {
      untilClock = CLOCK_EVERY;
      if (running && spent + (System.nanoTime() - resumed) > bounds.nanos()) {
        throw new Uncapturable("more than " + bounds.nanos() / 1_000 + " us on the calling thread");
      }
    }
  }

  /**
   * Checks whether so much could still be counted, and counts nothing.
   *
   * @throws Uncapturable when a bound would be passed
   */
  public void afford(int count, long size) throws Uncapturable {
    if ((long) nodes + count > bounds.nodes()) {
      throw new Uncapturable("more than " + bounds.nodes() + " nodes");
    }
    if (bytes + size > bounds.bytes()) {
      throw new Uncapturable("more than " + bounds.bytes() + " bytes");
    }
  }

  /**
   * Counts bytes that belong to an object counted already.
   *
   * @throws Uncapturable when a bound is passed
   */
  public void bytes(long size) throws Uncapturable {
    bytes += size;
    if (bytes > bounds.bytes()) {
      throw new Uncapturable("more than " + bounds.bytes() + " bytes");
    }
  }

  /**
   * Counts a text that is held on to: two bytes for each character, which is what it takes on Java
   * 8, and beyond Latin-1 everywhere.
   *
   * @throws Uncapturable when a bound is passed
   */
  public void text(CharSequence text) throws Uncapturable {
    bytes((long) Character.BYTES * text.length());
  }

  /** Objects counted so far. */
  public int nodes() {
    return nodes;
  }

  /** Estimated bytes counted so far. */
  public long bytes() {
    return bytes;
  }

  /** Nanoseconds between the resumes and pauses so far. */
  public long nanos() {
    return spent;
  }
}
