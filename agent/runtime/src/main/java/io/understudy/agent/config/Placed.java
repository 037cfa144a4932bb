package io.understudy.agent.config;

/** A value with the place and the key where it was configured. Immutable. */
final class Placed<T> {
  final T value;
  final Where where;
  final String key;

  Placed(T value, Where where, String key) {
    this.value = value;
    this.where = where;
    this.key = key;
  }
}
