package io.understudy.agent.config.read;

import io.understudy.agent.config.yaml.YamlNode;

/** How one kind of single value is read. Stateless. */
interface ValueKind<T> {
  /** What is expected, to be read after "expected". */
  String expected();

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException saying what was expected and what was found
   */
  T read(YamlNode.Scalar scalar);
}
