package io.understudy.agent.config.read;

import io.understudy.agent.config.yaml.YamlNode;

/** Reads one kind of single value. Stateless. */
interface ValueKind<T> {
  /** Describes the expected value, for messages after "expected". */
  String expected();

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException when the value is wrong; the message says what was expected
   *     and found
   */
  T read(YamlNode.Scalar scalar);
}
