package io.understudy.value;

/**
 * Counts the cost of capturing one call and stops the capture at its {@link Bounds}. One meter
 * counts the arguments and the result of one call. Confined to one thread: the calling thread, or a
 * thread of the agent.
 */
public final class Meter {
  /** The clock is read once per this many nodes, because a read costs more than a node. */
  private static final int CLOCK_EVERY = 1024;

  private final Bounds bounds;
  private final String place;
  private int nodes;
  private int untilClock = CLOCK_EVERY;
  private long bytes;
  private long spent;
  private long resumed;
  private boolean running;

  /** A meter of the calling thread, at zero with a stopped clock. */
  public Meter(Bounds bounds) {
    this(bounds, "on the calling thread");
  }

  private Meter(Bounds bounds, String place) {
    this.bounds = bounds;
    this.place = place;
  }

  /** A meter of a thread of the agent, at zero with a stopped clock. */
  public static Meter ofAgentThread(Bounds bounds) {
    return new Meter(bounds, "on the agent's thread");
  }

  /** Starts or continues the clock; {@code now} is the current {@code System.nanoTime()}. */
  public void resume(long now) {
    resumed = now;
    running = true;
  }

  /** Stops the clock; {@code now} is the current {@code System.nanoTime()}. */
  public void pause(long now) {
    spent += now - resumed;
    running = false;
  }

  /**
   * Counts one object of about {@code size} bytes.
   *
   * @throws Uncapturable when a bound is exceeded
   */
  public void node(long size) throws Uncapturable {
    nodes(1, size);
  }

  /**
   * Counts {@code count} objects that have about {@code size} bytes together.
   *
   * @throws Uncapturable when a bound is exceeded
   */
  public void nodes(int count, long size) throws Uncapturable {
    nodes += count;
    bytes += size;
    if (nodes > bounds.nodes() || nodes < 0) {
      throw new Uncapturable("more than " + CountText.of(bounds.nodes(), "node"));
    }
    if (bytes > bounds.bytes()) {
      throw new Uncapturable("more than " + bounds.bytes() + " bytes");
    }
    untilClock -= count;
    if (untilClock <= 0) {
      untilClock = CLOCK_EVERY;
      if (running && spent + (System.nanoTime() - resumed) > bounds.nanos()) {
        throw new Uncapturable("more than " + bounds.nanos() / 1_000 + " us " + place);
      }
    }
  }

  /**
   * Checks whether this many objects and bytes are still allowed; counts nothing.
   *
   * @throws Uncapturable when they would exceed a bound
   */
  public void afford(int count, long size) throws Uncapturable {
    if ((long) nodes + count > bounds.nodes()) {
      throw new Uncapturable("more than " + CountText.of(bounds.nodes(), "node"));
    }
    if (bytes + size > bounds.bytes()) {
      throw new Uncapturable("more than " + bounds.bytes() + " bytes");
    }
  }

  /**
   * Counts bytes of an object that is counted already.
   *
   * @throws Uncapturable when a bound is exceeded
   */
  public void bytes(long size) throws Uncapturable {
    bytes += size;
    if (bytes > bounds.bytes()) {
      throw new Uncapturable("more than " + bounds.bytes() + " bytes");
    }
  }

  /**
   * Counts a text that stays in memory: two bytes for each character. That is its size on Java 8,
   * and on every version if a character is outside Latin-1.
   *
   * @throws Uncapturable when a bound is exceeded
   */
  public void text(CharSequence text) throws Uncapturable {
    bytes((long) Character.BYTES * text.length());
  }

  /** The number of counted objects. */
  public int nodes() {
    return nodes;
  }

  /** The number of counted bytes, estimated. */
  public long bytes() {
    return bytes;
  }

  /** The time between each resume and pause, nanoseconds; without an interval that still runs. */
  public long nanos() {
    return spent;
  }
}
