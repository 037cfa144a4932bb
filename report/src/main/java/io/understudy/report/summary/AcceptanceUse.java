package io.understudy.report.summary;

import io.understudy.journal.RecordedAcceptance;
import io.understudy.journal.Sums;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One acceptance of a call point and how it was used. Immutable.
 *
 * @param id the name of the acceptance in its call point
 * @param terms what was agreed, from the latest session that has the acceptance; null where no
 *     session describes it
 * @param present whether the latest session has the acceptance
 * @param compared how many outcomes were compared by sessions that have the acceptance
 * @param since the first day of these comparisons; null where there is none
 * @param accepted the accepted calls by day
 * @param expired the calls by day that were mismatched because the acceptance had expired
 * @param breached the calls by day that were mismatched because the limit was reached
 * @param near how often a JVM warned by day that 80 % of the limit was used
 * @param most the JVM's day with most accepted calls; null where there is none
 * @param mostShare the JVM's day with the largest share of accepted calls; null where there is none
 * @param examples a few accepted calls, the simplest first
 */
public record AcceptanceUse(
    String id,
    @Nullable RecordedAcceptance terms,
    boolean present,
    long compared,
    @Nullable LocalDate since,
    SortedMap<LocalDate, Long> accepted,
    SortedMap<LocalDate, Long> expired,
    SortedMap<LocalDate, Long> breached,
    SortedMap<LocalDate, Long> near,
    @Nullable AcceptancePeak most,
    @Nullable AcceptancePeak mostShare,
    List<ExampleCall> examples) {
  /** Creates the value with copies of the collections. */
  public AcceptanceUse {
    accepted = Collections.unmodifiableSortedMap(new TreeMap<>(accepted));
    expired = Collections.unmodifiableSortedMap(new TreeMap<>(expired));
    breached = Collections.unmodifiableSortedMap(new TreeMap<>(breached));
    near = Collections.unmodifiableSortedMap(new TreeMap<>(near));
    examples = List.copyOf(examples);
  }

  /** Returns what was agreed; empty where no session describes the acceptance. */
  public Optional<RecordedAcceptance> agreed() {
    return Optional.ofNullable(terms);
  }

  /** Returns the number of accepted calls. */
  public long calls() {
    return sum(accepted);
  }

  /** Returns the JVM's day with most accepted calls; empty where there is none. */
  public Optional<AcceptancePeak> peak() {
    return Optional.ofNullable(most);
  }

  /** Returns the JVM's day with the largest share of accepted calls; empty where there is none. */
  public Optional<AcceptancePeak> sharePeak() {
    return Optional.ofNullable(mostShare);
  }

  /** Whether outcomes were compared and the acceptance never covered a difference. */
  public boolean neverHit() {
    return compared > 0 && accepted.isEmpty() && expired.isEmpty() && breached.isEmpty();
  }

  /** Returns the sum over all days. */
  public static long sum(SortedMap<LocalDate, Long> days) {
    return Sums.of(days.values().stream().mapToLong(Long::longValue));
  }
}
