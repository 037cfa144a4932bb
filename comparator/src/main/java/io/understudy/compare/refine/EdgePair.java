package io.understudy.compare.refine;

/** The two edges of a state that stands for no single object: a key and its value. Immutable. */
final class EdgePair {
  final int key;
  final int value;

  EdgePair(int key, int value) {
    this.key = key;
    this.value = value;
  }
}
