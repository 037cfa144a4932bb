package io.understudy.journal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was counted for one call point and one minute since the last such entry: increments, so the
 * sum of all tallies is the books. The minute is that in which the calls were entered, however late
 * they ended. Immutable; made by a {@link Builder}.
 */
public final class TallyEntry {
  private final String point;
  private final long minute;
  private final long intercepted;
  private final EnumMap<Fate, Long> fates;
  private final Map<String, Long> reasons;
  private final Map<String, Long> signatures;
  private final LatencyCounts control;
  private final LatencyCounts candidate;
  private final LatencyCounts caller;

  private TallyEntry(Builder from) {
    this.point = from.point;
    this.minute = from.minute;
    this.intercepted = from.intercepted;
    this.fates = new EnumMap<>(from.fates);
    this.reasons = Collections.unmodifiableMap(new LinkedHashMap<>(from.reasons));
    this.signatures = Collections.unmodifiableMap(new LinkedHashMap<>(from.signatures));
    this.control = from.control;
    this.candidate = from.candidate;
    this.caller = from.caller;
  }

  /**
   * Starts with nothing counted.
   *
   * @param point the name of the call point
   * @param minute when the calls were entered, minutes since the epoch
   */
  public static Builder builder(String point, long minute) {
    return new Builder(point, minute);
  }

  /** The name of the call point. */
  public String point() {
    return point;
  }

  /** The minute that the calls were entered in: minutes since the epoch, UTC. */
  public long minute() {
    return minute;
  }

  /** How many calls were entered. */
  public long intercepted() {
    return intercepted;
  }

  /** How many calls ended so. */
  public long fate(Fate fate) {
    return fates.getOrDefault(fate, 0L);
  }

  /** Why calls ended as they did: {@code uncaptured: more than 100000 nodes}. Unmodifiable. */
  public Map<String, Long> reasons() {
    return reasons;
  }

  /** How many mismatched calls showed each signature. Unmodifiable. */
  public Map<String, Long> signatures() {
    return signatures;
  }

  /** Latencies of the control. */
  public LatencyCounts control() {
    return control;
  }

  /** Latencies of the candidate, of those that answered in time. */
  public LatencyCounts candidate() {
    return candidate;
  }

  /** What capturing cost the calling threads. */
  public LatencyCounts caller() {
    return caller;
  }

  /** Whether nothing was counted, so that it need not be written. */
  public boolean isEmpty() {
    return intercepted == 0
        && fates.isEmpty()
        && reasons.isEmpty()
        && signatures.isEmpty()
        && control.isEmpty()
        && candidate.isEmpty()
        && caller.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof TallyEntry)) {
      return false;
    }
    TallyEntry that = (TallyEntry) other;
    return point.equals(that.point)
        && minute == that.minute
        && intercepted == that.intercepted
        && fates.equals(that.fates)
        && reasons.equals(that.reasons)
        && signatures.equals(that.signatures)
        && control.equals(that.control)
        && candidate.equals(that.candidate)
        && caller.equals(that.caller);
  }

  @Override
  public int hashCode() {
    return Objects.hash(point, minute, intercepted);
  }

  @Override
  public String toString() {
    return point + " at minute " + minute + ": " + intercepted + " intercepted, " + fates;
  }

  /** Collects what was counted. Not thread-safe. */
  public static final class Builder {
    private final String point;
    private final long minute;
    private long intercepted;
    private final EnumMap<Fate, Long> fates = new EnumMap<>(Fate.class);
    private final Map<String, Long> reasons = new LinkedHashMap<>();
    private final Map<String, Long> signatures = new LinkedHashMap<>();
    private LatencyCounts control = LatencyCounts.empty();
    private LatencyCounts candidate = LatencyCounts.empty();
    private LatencyCounts caller = LatencyCounts.empty();

    private Builder(String point, long minute) {
      this.point = point;
      this.minute = minute;
    }

    /** Adds calls that were entered. */
    public Builder intercepted(long more) {
      intercepted += notNegative(more);
      return this;
    }

    /** Adds calls that ended so. */
    public Builder fate(Fate fate, long more) {
      add(fates, fate, more);
      return this;
    }

    /** Adds calls that ended for a reason; a text of more than 1,000 characters is clipped. */
    public Builder reason(String reason, long more) {
      add(reasons, Texts.clip(reason), more);
      return this;
    }

    /** Adds calls that showed a signature; a text of more than 1,000 characters is clipped. */
    public Builder signature(String signature, long more) {
      add(signatures, Texts.clip(signature), more);
      return this;
    }

    /** Latencies of the control. */
    public Builder control(LatencyCounts latencies) {
      control = control.merge(latencies);
      return this;
    }

    /** Latencies of the candidate, of those that answered in time. */
    public Builder candidate(LatencyCounts latencies) {
      candidate = candidate.merge(latencies);
      return this;
    }

    /** What capturing cost the calling threads. */
    public Builder caller(LatencyCounts latencies) {
      caller = caller.merge(latencies);
      return this;
    }

    /** The tally of what was collected so far. */
    public TallyEntry build() {
      return new TallyEntry(this);
    }

    private static <K> void add(Map<K, Long> counts, K key, long more) {
      if (notNegative(more) > 0) {
        counts.merge(key, more, Long::sum);
      }
    }

    private static long notNegative(long more) {
      if (more < 0) {
        throw new IllegalArgumentException("a tally counts upwards, not by " + more);
      }
      return more;
    }
  }
}
