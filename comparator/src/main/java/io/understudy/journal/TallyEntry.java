package io.understudy.journal;

import io.understudy.journal.latency.LatencyCounts;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one call point and one minute since the previous such entry. Tallies are
 * increments: their sum is the complete count. The minute is that of the entry of the calls, even
 * if they ended much later. Immutable; a {@link Builder} creates it.
 */
public final class TallyEntry {
  private static final Fate[] FATES = Fate.values();

  private final String point;
  private final long minute;
  private final long intercepted;
  private final long[] fates;
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
    this.fates = from.fates.clone();
    this.texts = from.texts.isEmpty() ? Collections.emptyMap() : copy(from.texts);
    this.leaves = from.leaves;
    this.repeated = from.repeated;
    this.control = from.control;
    this.candidate = from.candidate;
    this.caller = from.caller;
  }

  private static Map<TallyField, Map<String, Long>> copy(Map<TallyField, Map<String, Long>> from) {
    Map<TallyField, Map<String, Long>> texts = new EnumMap<>(TallyField.class);
    from.forEach(
        (what, counts) ->
            texts.put(what, Collections.unmodifiableMap(new LinkedHashMap<>(counts))));
    return texts;
  }

  /**
   * Starts a tally with all counts 0.
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

  /** The minute in which the calls were entered: minutes since the epoch, UTC. */
  public long minute() {
    return minute;
  }

  /** The number of calls entered. */
  public long intercepted() {
    return intercepted;
  }

  /** The number of calls with this fate. */
  public long fate(Fate fate) {
    return fates[fate.ordinal()];
  }

  /** The counts of one text field, by text. Unmodifiable; may be empty. */
  public Map<String, Long> counted(TallyField what) {
    return texts.getOrDefault(what, Collections.emptyMap());
  }

  /**
   * Calls by the reason for their fate: {@code uncaptured: more than 100000 nodes}. Unmodifiable.
   */
  public Map<String, Long> reasons() {
    return counted(TallyField.REASONS);
  }

  /** Mismatched calls by signature. Unmodifiable. */
  public Map<String, Long> signatures() {
    return counted(TallyField.SIGNATURES);
  }

  /** Places where a rule applied and made a difference, by the text of the rule. Unmodifiable. */
  public Map<String, Long> rules() {
    return counted(TallyField.RULES);
  }

  /**
   * Leaves hidden by each ignore rule in watched comparisons, by the text of the rule.
   * Unmodifiable.
   */
  public Map<String, Long> hidden() {
    return counted(TallyField.HIDDEN);
  }

  /** The number of leaves in all watched comparisons, hidden ones included. */
  public long leaves() {
    return leaves;
  }

  /** Accepted calls by the id of each acceptance that covered a difference. Unmodifiable. */
  public Map<String, Long> accepted() {
    return counted(TallyField.ACCEPTED);
  }

  /** Expired, breached and nearly used up acceptances, by {@code ID · state}. Unmodifiable. */
  public Map<String, Long> limits() {
    return counted(TallyField.LIMITS);
  }

  /** Mismatched calls by {@code signature · explanation}. Unmodifiable. */
  public Map<String, Long> explained() {
    return counted(TallyField.EXPLAINED);
  }

  /** The number of calls whose control was repeated and compared with itself. */
  public long repeated() {
    return repeated;
  }

  /** Repeated calls whose control differed from itself, by signature. Unmodifiable. */
  public Map<String, Long> noise() {
    return counted(TallyField.NOISE);
  }

  /**
   * Calls whose control should have been repeated but was not compared, by reason. Unmodifiable.
   */
  public Map<String, Long> unrepeated() {
    return counted(TallyField.UNREPEATED);
  }

  /** Mismatched calls by all their signatures, joined by {@code " + "}. Unmodifiable. */
  public Map<String, Long> together() {
    return counted(TallyField.TOGETHER);
  }

  /** What candidates did besides answering, by the texts of {@link Conduct}. Unmodifiable. */
  public Map<String, Long> conduct() {
    return counted(TallyField.CONDUCT);
  }

  /** Verdicts that follow a break of their order, by the fate that broke it. Unmodifiable. */
  public Map<String, Long> broken() {
    return counted(TallyField.BROKEN);
  }

  /** The latencies of the control. */
  public LatencyCounts control() {
    return control;
  }

  /** The latencies of the candidate, without calls that exceeded the time limit. */
  public LatencyCounts candidate() {
    return candidate;
  }

  /** The time that capturing took on the calling threads. */
  public LatencyCounts caller() {
    return caller;
  }

  /** Whether all counts are 0, so that the tally need not be written. */
  public boolean isEmpty() {
    return intercepted == 0
        && !hasFates()
        && texts.isEmpty()
        && leaves == 0
        && repeated == 0
        && !hasLatencies();
  }

  private boolean hasFates() {
    for (long count : fates) {
      if (count != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether any latency is recorded. */
  public boolean hasLatencies() {
    return !control.isEmpty() || !candidate.isEmpty() || !caller.isEmpty();
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
        && Arrays.equals(fates, that.fates)
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
    Map<Fate, Long> some = new EnumMap<>(Fate.class);
    for (Fate fate : FATES) {
      if (fate(fate) != 0) {
        some.put(fate, fate(fate));
      }
    }
    return point + " at minute " + minute + ": " + intercepted + " intercepted, " + some;
  }

  /** Collects counts. Not thread-safe. */
  public static final class Builder {
    private final String point;
    private final long minute;
    private long intercepted;
    private final long[] fates = new long[FATES.length];
    private Map<TallyField, Map<String, Long>> texts = Collections.emptyMap();
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
      intercepted = Sums.plus(intercepted, notNegative(more));
      return this;
    }

    /** Adds calls with this fate. */
    public Builder fate(Fate fate, long more) {
      fates[fate.ordinal()] = Sums.plus(fates[fate.ordinal()], notNegative(more));
      return this;
    }

    /** Adds to a text field; a text of more than 1,000 characters is clipped. */
    public Builder count(TallyField what, String text, long more) {
      if (notNegative(more) > 0) {
        if (texts.isEmpty()) {
          texts = new EnumMap<>(TallyField.class);
        }
        add(texts.computeIfAbsent(what, w -> new LinkedHashMap<>()), EntryText.clip(text), more);
      }
      return this;
    }

    /** Adds calls with a reason; a text of more than 1,000 characters is clipped. */
    public Builder reason(String reason, long more) {
      return count(TallyField.REASONS, reason, more);
    }

    /** Adds calls with a signature; a text of more than 1,000 characters is clipped. */
    public Builder signature(String signature, long more) {
      return count(TallyField.SIGNATURES, signature, more);
    }

    /** Adds leaves of watched comparisons. */
    public Builder leaves(long more) {
      leaves = Sums.plus(leaves, notNegative(more));
      return this;
    }

    /** Adds calls whose control was repeated. */
    public Builder repeated(long more) {
      repeated = Sums.plus(repeated, notNegative(more));
      return this;
    }

    /** Adds latencies of the control. */
    public Builder control(LatencyCounts latencies) {
      control = control.merge(latencies);
      return this;
    }

    /** Adds latencies of the candidate, without calls that exceeded the time limit. */
    public Builder candidate(LatencyCounts latencies) {
      candidate = candidate.merge(latencies);
      return this;
    }

    /** Adds the time that capturing took on the calling threads. */
    public Builder caller(LatencyCounts latencies) {
      caller = caller.merge(latencies);
      return this;
    }

    /** Creates the tally. */
    public TallyEntry build() {
      return new TallyEntry(this);
    }

    private static <K> void add(Map<K, Long> counts, K key, long more) {
      if (notNegative(more) > 0) {
        counts.merge(key, more, Sums::plus);
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
