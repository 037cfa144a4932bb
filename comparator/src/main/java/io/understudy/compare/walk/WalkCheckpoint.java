package io.understudy.compare.walk;

/** How far a walk had come, so that it can be taken back to there. */
final class WalkCheckpoint {
  private final Walk walk;
  private final DifferenceCollector.Mark mark;
  private final long found;
  private final int put;
  private final int met;
  private final int paired;
  private final int hits;

  /** Marks where the walk is now. */
  WalkCheckpoint(Walk walk) {
    this.walk = walk;
    this.mark = walk.mark();
    this.found = walk.differenceCount();
    this.put = walk.deferredCount();
    this.met = walk.pairMark();
    this.paired = walk.ids == null ? 0 : walk.ids.mark();
    this.hits = walk.hits.mark();
  }

  /** How many differences were found since. */
  long foundSince() {
    return walk.differenceCount() - found;
  }

  /** Whether all of them were accepted. */
  boolean isAccepted() {
    return walk.isAccepted(mark);
  }

  /** Takes back what was found, put aside, met, paired and counted since. */
  void undo() {
    walk.undo(mark, put, met, paired);
    walk.hits.truncate(hits);
  }
}
