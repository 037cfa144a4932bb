package com.acme.legacy;

/** An interface, generic so that its implementations have bridge methods. */
public interface Auditing<T> {
  T entry(T key);

  default int level() {
    return 1;
  }
}
