package io.understudy.compare.identity;

import org.jspecify.annotations.Nullable;

/**
 * Which id of the candidate stands for which of the control, by namespaces: one to one, and the
 * same through a whole run. Thread-safe.
 *
 * <p><b>Bounded.</b> Beyond its bounds the ids that nobody has asked for longest are forgotten, and
 * that they are is known: a forgotten id that comes again is not taken for a new one. It cannot be
 * compared, and no call can be asked with it. (What was forgotten is remembered in a Bloom filter,
 * so an id that was never seen is, rarely, taken for a forgotten one; never the other way round.)
 */
public interface Identities {
  /** Most pairs of one namespace, unless stated. */
  int MOST_PAIRS = 200_000;

  /** Most bytes, estimated, of all namespaces together, unless stated. */
  long MOST_BYTES = 64L << 20;

  /** How an id of the control stands to an id of the candidate. */
  enum Relation {
    /** They stand for each other. */
    PAIRED,
    /** Neither stands for another; they may stand for each other. */
    FREE,
    /** One of them stands for another. */
    TAKEN,
    /** One of them stood for something that was forgotten. */
    FORGOTTEN
  }

  /** How these two stand to each other. */
  Relation relation(String namespace, Id control, Id candidate);

  /** Says that two ids stand for each other; without effect unless they are {@code FREE}. */
  void bind(String namespace, Id control, Id candidate);

  /** Says that the control has this id and the candidate, as far as is known, has none for it. */
  void unpaired(String namespace, Id control);

  /** The candidate's id for one of the control's, or why there is none. */
  Counterpart counterpart(String namespace, Id control);

  /** The control's id that this id of the candidate stands for; null where none is known. */
  @Nullable Id controlOf(String namespace, Id candidate);

  /** Identities without a pair, within the usual bounds. */
  static Identities empty() {
    return bounded(MOST_PAIRS, MOST_BYTES);
  }

  /**
   * Identities without a pair.
   *
   * @param pairs most pairs of one namespace, at least 1
   * @param bytes most bytes, estimated, of all namespaces together
   */
  static Identities bounded(int pairs, long bytes) {
    return new BoundedIdentities(pairs, bytes);
  }
}
