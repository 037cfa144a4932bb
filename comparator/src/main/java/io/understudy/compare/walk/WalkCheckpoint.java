package io.understudy.compare.walk;

/** A state of a walk, to which the walk can return. */
final class WalkCheckpoint {
  private final Walk walk;
  private final DifferenceCollector.Mark mark;
  private final long foundBefore;
  private final int deferredMark;
  private final int historyMark;
  private final int idMark;
  private final int hitMark;

  /** Stores the current state. */
  WalkCheckpoint(Walk walk) {
    this.walk = walk;
    this.mark = walk.mark();
    this.foundBefore = walk.differenceCount();
    this.deferredMark = walk.deferredCount();
    this.historyMark = walk.history.mark();
    this.idMark = walk.ids == null ? 0 : walk.ids.mark();
    this.hitMark = walk.hits.mark();
  }

  /** The number of differences found since then. */
  long foundSince() {
    return walk.differenceCount() - foundBefore;
  }

  /** Whether all differences found since then are accepted. */
  boolean isAccepted() {
    return walk.isAccepted(mark);
  }

  /** Discards the differences, pairs and hits since then. */
  void undo() {
    walk.undo(mark, deferredMark, historyMark, idMark);
    walk.hits.truncate(hitMark);
  }
}
