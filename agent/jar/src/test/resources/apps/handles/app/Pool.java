package app;

import java.util.ArrayList;

/** A collection that inherits nothing but adds a finalizer of its own. */
public class Pool extends ArrayList<String> {
  @Override
  protected void finalize() {
    Handle.CLOSED.incrementAndGet();
  }
}
