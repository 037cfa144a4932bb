package io.understudy.report.summary;

import io.understudy.journal.RecordedAcceptance;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an accepted difference stands for, and what was accepted by it. Immutable.
 *
 * @param id its name in the call point
 * @param terms what was agreed, as the session that began last states it; null where no entry of a
 *     call point names it
 * @param present whether the session that began last has it
 * @param compared how many outcomes were compared while it stood in the configuration
 * @param since the first day of these; null where there was none
 * @param accepted calls that ended accepted by it, by day
 * @param expired calls that it would have covered, had it not expired, by day
 * @param breached calls that it would have covered, had its limit not been reached, by day
 * @param near how many times a JVM warned that its limit was nearly used up, by day
 * @param most the day on which one JVM accepted most calls by it; null where none did
 * @param mostShare the day on which one JVM accepted the greatest share by it
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
  /** States an acceptance's evidence. */
  public AcceptanceUse {
    accepted = Collections.unmodifiableSortedMap(new TreeMap<>(accepted));
    expired = Collections.unmodifiableSortedMap(new TreeMap<>(expired));
    breached = Collections.unmodifiableSortedMap(new TreeMap<>(breached));
    near = Collections.unmodifiableSortedMap(new TreeMap<>(near));
    examples = List.copyOf(examples);
  }

  /** What was agreed; empty where no entry of a call point names it. */
  public Optional<RecordedAcceptance> agreed() {
    return Optional.ofNullable(terms);
  }

  /** Calls that ended accepted by it. */
  public long calls() {
    return sum(accepted);
  }

  /** The day on which one JVM accepted most calls by it; empty where none did. */
  public Optional<AcceptancePeak> peak() {
    return Optional.ofNullable(most);
  }

  /** The day on which one JVM accepted the greatest share by it; empty where none did. */
  public Optional<AcceptancePeak> sharePeak() {
    return Optional.ofNullable(mostShare);
  }

  /** Whether it could have accepted something, and never did. */
  public boolean neverHit() {
    return compared > 0 && accepted.isEmpty() && expired.isEmpty() && breached.isEmpty();
  }

  /** The sum over all days. */
  public static long sum(SortedMap<LocalDate, Long> days) {
    return days.values().stream().mapToLong(Long::longValue).sum();
  }
}
