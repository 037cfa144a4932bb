package io.understudy.compare.identity;

import org.jspecify.annotations.Nullable;

/**
 * The pairs of control ids and candidate ids, by namespace: one to one, and the same for the whole
 * run. Thread-safe.
 *
 * <p><b>Bounded.</b> Beyond the bounds the least recently used ids are forgotten, and a forgotten
 * id that occurs again is recognized: it is not taken for a new one. It cannot be compared, and no
 * call can be replayed with it. A Bloom filter holds the forgotten ids, so an unseen id is, rarely,
 * reported as forgotten; the opposite never happens.
 */
public interface Identities {
  /** The default limit of pairs in one namespace. */
  int MOST_PAIRS = 200_000;

  /** The default limit of bytes, estimated, of all namespaces together. */
  long MOST_BYTES = 64L << 20;

  /** The relation of a control id to a candidate id. */
  enum Relation {
    /** They are a pair. */
    PAIRED,
    /** Neither belongs to another pair; they can become a pair. */
    FREE,
    /** At least one of them belongs to another pair. */
    TAKEN,
    /** At least one of them was forgotten. */
    FORGOTTEN
  }

  /** Returns the relation of these two ids. */
  Relation relation(String namespace, Id control, Id candidate);

  /** Pairs two ids; no effect unless they are {@code FREE}. */
  void bind(String namespace, Id control, Id candidate);

  /** Records that the control has this id and that no id of the candidate is known for it. */
  void unpaired(String namespace, Id control);

  /** Returns the candidate's id for an id of the control, or the reason why there is none. */
  Counterpart counterpart(String namespace, Id control);

  /** Returns the control's id for an id of the candidate; null when it is unknown. */
  @Nullable Id controlOf(String namespace, Id candidate);

  /** Creates identities without pairs and with the default bounds. */
  static Identities empty() {
    return bounded(MOST_PAIRS, MOST_BYTES);
  }

  /**
   * Creates identities without pairs.
   *
   * @param pairs the most pairs of one namespace, at least 1
   * @param bytes the most bytes, estimated, of all namespaces together
   * @throws IllegalArgumentException when {@code pairs} is less than 1
   */
  static Identities bounded(int pairs, long bytes) {
    return new BoundedIdentities(pairs, bytes);
  }
}
