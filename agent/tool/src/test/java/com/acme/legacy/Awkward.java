package com.acme.legacy;

import java.io.InputStream;
import java.sql.Connection;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Methods that cannot be shadowed. */
public abstract class Awkward {
  public abstract int size(String text);

  public native int nativeSize(String text);

  public Iterator<String> iterator() {
    return null;
  }

  public Stream<String> stream() {
    return null;
  }

  public int read(InputStream in, String name) {
    return 0;
  }

  public void store(Connection connection) {}

  public CompletableFuture<String> later() {
    return null;
  }

  public Future<String> future() {
    return null;
  }

  public Rows rows() {
    return null;
  }

  public Thread[] threads() {
    return null;
  }

  /** One-shot because of its superclass. */
  public abstract static class Rows extends InputStream {}
}
