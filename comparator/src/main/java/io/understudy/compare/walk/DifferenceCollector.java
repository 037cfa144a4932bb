package io.understudy.compare.walk;

import io.understudy.compare.Comparison;
import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceListener;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The differences found so far. All are counted, and passed to a listener if there is one; the
 * first ones are listed, those that are not accepted before the others. Not thread-safe.
 */
final class DifferenceCollector {
  /**
   * The maximum length of each list, so that two long lists with nothing in common cost no memory.
   */
  private static final int MAX_LISTED = 64;

  private final int maxListed;
  private final long limit;
  private final @Nullable DifferenceListener listener;
  private @Nullable List<Difference> listed;
  private @Nullable List<Difference> acceptedListed;
  private long count;
  private long accepted;

  private DifferenceCollector(int maxListed, long limit, @Nullable DifferenceListener listener) {
    this.maxListed = maxListed;
    this.limit = limit;
    this.listener = listener;
  }

  /**
   * Creates a collector that counts all differences, lists the first ones and informs the listener.
   */
  static DifferenceCollector listing(@Nullable DifferenceListener listener) {
    return new DifferenceCollector(MAX_LISTED, Long.MAX_VALUE, listener);
  }

  /** Creates a collector that lists none, and reaches its limit at {@code limit} differences. */
  static DifferenceCollector counting(int limit) {
    return new DifferenceCollector(0, limit, null);
  }

  /** Counts a difference; returns whether the caller must build it and pass it to {@link #add}. */
  boolean count() {
    return ++count <= maxListed || listener != null;
  }

  /** Passes a counted difference to the listener, and lists it if it is one of the first. */
  void add(Difference difference) {
    String acceptedBy = listener == null ? null : listener.acceptanceIdOf(difference);
    if (acceptedBy == null) {
      listed = appended(difference, listed);
    } else {
      accepted++;
      acceptedListed = appended(difference.acceptedBy(acceptedBy), acceptedListed);
    }
  }

  /** Counts and lists a difference that no acceptance covers. */
  void addUnaccepted(Difference difference) {
    count++;
    if (listed != null && listed.size() == maxListed) {
      listed.remove(maxListed - 1);
    }
    listed = appended(difference, listed);
  }

  /** Whether there are differences, and all are accepted. */
  boolean isAllAccepted() {
    return count > 0 && accepted == count;
  }

  private List<Difference> appended(Difference difference, @Nullable List<Difference> list) {
    List<Difference> longer = list == null ? new ArrayList<>(4) : list;
    if (longer.size() < maxListed) {
      longer.add(difference);
    }
    return longer;
  }

  long totalCount() {
    return count;
  }

  /** The number of differences that are not accepted. */
  long unacceptedCount() {
    return count - accepted;
  }

  /** Whether differences are listed, so that their paths are needed. */
  boolean isListing() {
    return maxListed > 0;
  }

  /** Whether the limit of counted differences is reached. */
  boolean isLimitReached() {
    return count >= limit;
  }

  /** Marks the current state, for {@link #truncate}. */
  Mark mark() {
    return count == 0 ? Mark.START : new Mark(this);
  }

  /** Discards the differences found since a mark. */
  void truncate(Mark since) {
    count = since.count;
    accepted = since.accepted;
    truncate(listed, since.listed);
    truncate(acceptedListed, since.acceptedListed);
    if (listener != null) {
      listener.rollBack(since.listenerMark);
    }
  }

  /** Gives the differences listed since a mark a reason, unless they have one. */
  void addReason(Mark since, String reason) {
    addReason(listed, since.listed, reason);
    addReason(acceptedListed, since.acceptedListed, reason);
  }

  private static void addReason(@Nullable List<Difference> list, int from, String reason) {
    for (int i = from; list != null && i < list.size(); i++) {
      list.set(i, list.get(i).because(reason));
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
    List<Difference> first =
        new ArrayList<>(Math.min(MAX_LISTED, size(listed) + size(acceptedListed)));
    if (listed != null) {
      first.addAll(listed);
    }
    if (acceptedListed != null) {
      first.addAll(
          acceptedListed.subList(0, Math.min(MAX_LISTED - first.size(), size(acceptedListed))));
    }
    return Comparison.different(first, count, accepted);
  }

  /** A state of the collector. */
  static final class Mark {
    static final Mark START = new Mark(0, 0, 0, 0, null);

    final long count;
    final long accepted;
    final int listed;
    final int acceptedListed;
    final @Nullable Object listenerMark;

    private Mark(DifferenceCollector from) {
      this(
          from.count,
          from.accepted,
          size(from.listed),
          size(from.acceptedListed),
          from.listener == null ? null : from.listener.mark());
    }

    private Mark(
        long count, long accepted, int listed, int acceptedListed, @Nullable Object listenerMark) {
      this.count = count;
      this.accepted = accepted;
      this.listed = listed;
      this.acceptedListed = acceptedListed;
      this.listenerMark = listenerMark;
    }

    /** The number of differences that were not accepted then. */
    long unacceptedCount() {
      return count - accepted;
    }
  }
}
