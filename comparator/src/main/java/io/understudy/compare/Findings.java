package io.understudy.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Differences found so far: all of them counted, the first ones listed. */
final class Findings {
  /** Listing stops here, so that two long lists with nothing in common cost no memory. */
  private static final int LISTED = 64;

  private final int most;
  private final long enough;
  private @Nullable List<Difference> listed;
  private long count;

  private Findings(int most, long enough) {
    this.most = most;
    this.enough = enough;
  }

  /** Counts all and lists the first. */
  static Findings listing() {
    return new Findings(LISTED, Long.MAX_VALUE);
  }

  /** Lists none, and has seen enough when so many are counted. */
  static Findings counting(int enough) {
    return new Findings(0, enough);
  }

  /** Counts one more; whether it is to be listed too, for which a path must be made. */
  boolean count() {
    return ++count <= most;
  }

  void list(Difference difference) {
    if (listed == null) {
      listed = new ArrayList<>(4);
    }
    listed.add(difference);
  }

  long counted() {
    return count;
  }

  /** Whether paths are worth making. */
  boolean isListing() {
    return most > 0;
  }

  /** Whether nobody wants to know of any more. */
  boolean isEnough() {
    return count >= enough;
  }

  /** Forgets all but the first {@code to}. */
  void cut(long to) {
    count = to;
    if (listed != null && listed.size() > to) {
      listed.subList((int) to, listed.size()).clear();
    }
  }

  Comparison comparison() {
    return listed == null ? Comparison.equal() : Comparison.different(listed, count);
  }
}
