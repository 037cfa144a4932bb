package io.understudy.compare.walk;

import io.understudy.compare.Comparison;
import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceListener;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Differences found so far: all of them counted, and heard where somebody may accept them; the
 * first ones listed, those that nobody accepted before the others.
 */
final class DifferenceCollector {
  /** Listing stops here, so that two long lists with nothing in common cost no memory. */
  private static final int LISTED = 64;

  private final int most;
  private final long enough;
  private final @Nullable DifferenceListener hearing;
  private @Nullable List<Difference> listed;
  private @Nullable List<Difference> acceptedListed;
  private long count;
  private long accepted;

  private DifferenceCollector(int most, long enough, @Nullable DifferenceListener hearing) {
    this.most = most;
    this.enough = enough;
    this.hearing = hearing;
  }

  /** Counts all, lists the first, and lets all be heard. */
  static DifferenceCollector listing(@Nullable DifferenceListener hearing) {
    return new DifferenceCollector(LISTED, Long.MAX_VALUE, hearing);
  }

  /** Lists none, and has seen enough when so many are counted. */
  static DifferenceCollector counting(int enough) {
    return new DifferenceCollector(0, enough, null);
  }

  /** Counts one more; whether it is to be told to {@link #add} too, for which a path is made. */
  boolean count() {
    return ++count <= most || hearing != null;
  }

  /** Hears a difference that was counted, and lists it if it is one of the first. */
  void add(Difference difference) {
    String acceptedBy = hearing == null ? null : hearing.acceptanceIdOf(difference);
    if (acceptedBy == null) {
      listed = with(difference, listed);
    } else {
      accepted++;
      acceptedListed = with(difference.acceptedBy(acceptedBy), acceptedListed);
    }
  }

  private List<Difference> with(Difference difference, @Nullable List<Difference> list) {
    List<Difference> longer = list == null ? new ArrayList<>(4) : list;
    if (longer.size() < most) {
      longer.add(difference);
    }
    return longer;
  }

  long totalCount() {
    return count;
  }

  /** How many were counted that nobody accepted. */
  long unacceptedCount() {
    return count - accepted;
  }

  /** Whether paths are worth making. */
  boolean isListing() {
    return most > 0;
  }

  /** Whether nobody wants to know of any more. */
  boolean isLimitReached() {
    return count >= enough;
  }

  /** What has been found so far, for {@link #truncate}. */
  Mark mark() {
    return count == 0 ? Mark.START : new Mark(this);
  }

  /** Forgets what has been found since. */
  void truncate(Mark since) {
    count = since.count;
    accepted = since.accepted;
    truncate(listed, since.listed);
    truncate(acceptedListed, since.acceptedListed);
    if (hearing != null) {
      hearing.rollBack(since.heard);
    }
  }

  private static void truncate(@Nullable List<Difference> list, int to) {
    if (list != null) {
      list.subList(to, list.size()).clear();
    }
  }

  private static int size(@Nullable List<Difference> list) {
    return list == null ? 0 : list.size();
  }

  Comparison comparison() {
    if (count == 0) {
      return Comparison.equal();
    }
    List<Difference> first = new ArrayList<>(Math.min(LISTED, size(listed) + size(acceptedListed)));
    if (listed != null) {
      first.addAll(listed);
    }
    if (acceptedListed != null) {
      first.addAll(
          acceptedListed.subList(0, Math.min(LISTED - first.size(), size(acceptedListed))));
    }
    return Comparison.different(first, count, accepted);
  }

  /** How much had been found. */
  static final class Mark {
    static final Mark START = new Mark(0, 0, 0, 0, null);

    final long count;
    final long accepted;
    final int listed;
    final int acceptedListed;
    final @Nullable Object heard;

    private Mark(DifferenceCollector from) {
      this(
          from.count,
          from.accepted,
          size(from.listed),
          size(from.acceptedListed),
          from.hearing == null ? null : from.hearing.mark());
    }

    private Mark(
        long count, long accepted, int listed, int acceptedListed, @Nullable Object heard) {
      this.count = count;
      this.accepted = accepted;
      this.listed = listed;
      this.acceptedListed = acceptedListed;
      this.heard = heard;
    }

    /** How many had been counted that nobody accepted. */
    long unacceptedCount() {
      return count - accepted;
    }
  }
}
