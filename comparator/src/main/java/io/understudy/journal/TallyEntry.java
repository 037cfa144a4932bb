package io.understudy.journal;

import io.understudy.journal.latency.LatencyCounts;
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
  private final Map<TallyField, Map<String, Long>> texts;
  private final long leaves;
  private final long repeated;
  private final LatencyCounts control;
  private final LatencyCounts candidate;
  private final LatencyCounts caller;

  private TallyEntry(Builder from) {
    this.point = from.point;
    this.minute = from.minute;
    this.intercepted = from.intercepted;
    this.fates = new EnumMap<>(from.fates);
    this.texts = new EnumMap<>(TallyField.class);
    from.texts.forEach(
        (what, counts) ->
            texts.put(what, Collections.unmodifiableMap(new LinkedHashMap<>(counts))));
    this.leaves = from.leaves;
    this.repeated = from.repeated;
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

  /** What was counted by text. Unmodifiable; empty where nothing was. */
  public Map<String, Long> counted(TallyField what) {
    return texts.getOrDefault(what, Collections.emptyMap());
  }

  /** Why calls ended as they did: {@code uncaptured: more than 100000 nodes}. Unmodifiable. */
  public Map<String, Long> reasons() {
    return counted(TallyField.REASONS);
  }

  /** How many mismatched calls showed each signature. Unmodifiable. */
  public Map<String, Long> signatures() {
    return counted(TallyField.SIGNATURES);
  }

  /** At how many places each rule held and mattered, by its line. Unmodifiable. */
  public Map<String, Long> rules() {
    return counted(TallyField.RULES);
  }

  /** How many leaves each ignore hid in watched comparisons, by its line. Unmodifiable. */
  public Map<String, Long> hidden() {
    return counted(TallyField.HIDDEN);
  }

  /** How many leaves there were in all watched comparisons, hidden ones included. */
  public long leaves() {
    return leaves;
  }

  /** How many calls ended accepted, by the id of each acceptance that took part. Unmodifiable. */
  public Map<String, Long> accepted() {
    return counted(TallyField.ACCEPTED);
  }

  /** How often an expired, breached or nearly used up limit of an acceptance mattered. */
  public Map<String, Long> limits() {
    return counted(TallyField.LIMITS);
  }

  /** How many calls each explanation holds for, by {@code signature · explanation}. */
  public Map<String, Long> explained() {
    return counted(TallyField.EXPLAINED);
  }

  /** In how many calls the control was asked twice and compared with itself. */
  public long repeated() {
    return repeated;
  }

  /** In how many repeated calls the control disagreed with itself, by signature. Unmodifiable. */
  public Map<String, Long> noise() {
    return counted(TallyField.NOISE);
  }

  /** Why controls that were to be asked again were not compared with themselves. Unmodifiable. */
  public Map<String, Long> unrepeated() {
    return counted(TallyField.UNREPEATED);
  }

  /** How many mismatched calls had exactly these signatures, joined by {@code " + "}. */
  public Map<String, Long> together() {
    return counted(TallyField.TOGETHER);
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
        && texts.isEmpty()
        && leaves == 0
        && repeated == 0
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
        && texts.equals(that.texts)
        && leaves == that.leaves
        && repeated == that.repeated
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
    private final Map<TallyField, Map<String, Long>> texts = new EnumMap<>(TallyField.class);
    private long leaves;
    private long repeated;
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

    /** Adds to what is counted by text; one of more than 1,000 characters is clipped. */
    public Builder count(TallyField what, String text, long more) {
      if (notNegative(more) > 0) {
        add(texts.computeIfAbsent(what, w -> new LinkedHashMap<>()), EntryText.clip(text), more);
      }
      return this;
    }

    /** Adds calls that ended for a reason; a text of more than 1,000 characters is clipped. */
    public Builder reason(String reason, long more) {
      return count(TallyField.REASONS, reason, more);
    }

    /** Adds calls that showed a signature; a text of more than 1,000 characters is clipped. */
    public Builder signature(String signature, long more) {
      return count(TallyField.SIGNATURES, signature, more);
    }

    /** Adds leaves of watched comparisons. */
    public Builder leaves(long more) {
      leaves += notNegative(more);
      return this;
    }

    /** Adds calls that the control was asked for twice. */
    public Builder repeated(long more) {
      repeated += notNegative(more);
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
