package app;

import java.util.concurrent.atomic.AtomicInteger;

/** Releases a descriptor of the operating system when it is collected. */
public class Handle {
  public static final AtomicInteger CLOSED = new AtomicInteger();

  protected int descriptor = 7;

  @Override
  protected void finalize() {
    CLOSED.incrementAndGet();
    descriptor = 0;
  }
}
