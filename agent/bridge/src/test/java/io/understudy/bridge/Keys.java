package io.understudy.bridge;

import java.util.Objects;

/** The key of the bridge in this JVM, for all tests. */
final class Keys {
  static final Object KEY = Objects.requireNonNull(Bridge.claim());

  private Keys() {}
}
