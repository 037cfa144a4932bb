package io.understudy.agent.config.read;

import io.understudy.agent.config.SourcePosition;

/** A value with its place and its key. Immutable. */
final class PositionedValue<T> {
  final T value;
  final SourcePosition where;
  final String key;

  PositionedValue(T value, SourcePosition where, String key) {
    this.value = value;
    this.where = where;
    this.key = key;
  }
}
