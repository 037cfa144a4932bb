package io.understudy.compare.walk;

/** A state of a walk, to which the walk can return. */
final class WalkCheckpoint {
  private final Walk walk;
  private final DifferenceCollector.Mark mark;
  private final long found;
  private final int put;
  private final int met;
  private final int paired;
  private final int hits;

  /** Stores the current state. */
  WalkCheckpoint(Walk walk) {
    this.walk = walk;
    this.mark = walk.mark();
    this.found = walk.differenceCount();
    this.put = walk.deferredCount();
    this.met = walk.pairMark();
    this.paired = walk.ids == null ? 0 : walk.ids.mark();
    this.hits = walk.hits.mark();
  }

  /** The number of differences found since then. */
  long foundSince() {
    return walk.differenceCount() - found;
  }

  /** Whether all differences found since then are accepted. */
  boolean isAccepted() {
    return walk.isAccepted(mark);
  }

  /** Discards the differences, pairs and hits since then. */
  void undo() {
    walk.undo(mark, put, met, paired);
    walk.hits.truncate(hits);
  }
}
