package io.understudy.value.view;

import io.understudy.value.Origin;
import io.understudy.value.RacyReads;
import io.understudy.value.unlocked.ContainerReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of sorted maps, and sorted maps in descending order. Their methods compare keys
 * with the bounds. Those without bounds are read by the map behind them.
 */
final class SubMaps {
  /** Comparators that call only {@code compareTo} of their arguments. */
  private static final Set<String> NATURAL =
      new HashSet<>(
          Arrays.asList(
              "java.util.Collections$ReverseComparator",
              "java.util.Comparators$NaturalOrderComparator",
              "java.lang.String$CaseInsensitiveComparator"));

  private final Class<?> whole;
  private final RacyReads.Ref map;
  private final RacyReads.Ref low;
  private final RacyReads.Ref high;
  private final RacyReads.Ref comparator;

  /** Whether there is no bound, as a Boolean; null if the bounds themselves show it. */
  private final RacyReads.@Nullable Ref fromStart;

  private final RacyReads.@Nullable Ref toEnd;

  /** Whether the order is descending, as a Boolean; null if the class shows it. */
  private final RacyReads.@Nullable Ref descending;

  private SubMaps(
      Class<?> whole,
      RacyReads.Ref map,
      RacyReads.Ref low,
      RacyReads.Ref high,
      RacyReads.Ref comparator,
      Class<?> type) {
    this.whole = whole;
    this.map = map;
    this.low = low;
    this.high = high;
    this.comparator = comparator;
    this.fromStart = RacyReads.refField(type, "fromStart");
    this.toEnd = RacyReads.refField(type, "toEnd");
    this.descending = RacyReads.refField(type, "isDescending");
  }

  /** The reader of a class; null if its objects are no part of a sorted map. */
  static @Nullable ContainerReader of(Class<?> type) {
    String name = type.getName();
    if (name.equals("java.util.TreeMap$AscendingSubMap")
        || name.equals("java.util.TreeMap$DescendingSubMap")) {
      return of(type.getSuperclass(), TreeMap.class, name.contains("Descending"));
    }
    return name.equals("java.util.concurrent.ConcurrentSkipListMap$SubMap")
        ? of(type, ConcurrentSkipListMap.class, false)
        : null;
  }

  private static @Nullable ContainerReader of(Class<?> type, Class<?> whole, boolean isDescending) {
    RacyReads.Ref map = RacyReads.refField(type, "m");
    RacyReads.Ref low = RacyReads.refField(type, "lo");
    RacyReads.Ref high = RacyReads.refField(type, "hi");
    RacyReads.Ref comparator = RacyReads.refField(whole, "comparator");
    if (map == null || low == null || high == null || comparator == null) {
      return null;
    }
    SubMaps maps = new SubMaps(whole, map, low, high, comparator, type);
    return ContainerReader.of(
        live -> maps.entries(live, isDescending), live -> maps.isForeign(live));
  }

  private Collection<?> entries(Object live, boolean isDescending) {
    if (!isUnbounded(live)) {
      return ((Map<?, ?>) live).entrySet();
    }
    Collection<?> all = Unlocked.entries((Map<?, ?>) Objects.requireNonNull(map.get(live)));
    boolean reversed = descending == null ? isDescending : isTrue(descending, live);
    return reversed ? new ReversedContents(all) : all;
  }

  private boolean isUnbounded(Object live) {
    if (fromStart != null && toEnd != null) {
      return isTrue(fromStart, live) && isTrue(toEnd, live);
    }
    return low.get(live) == null && high.get(live) == null;
  }

  private static boolean isTrue(RacyReads.Ref field, Object live) {
    return Boolean.TRUE.equals(field.get(live));
  }

  private boolean isForeign(Object live) {
    Object all = map.get(live);
    if (all == null) {
      return true;
    }
    return isUnbounded(live)
        ? Unlocked.isForeign(all)
        : all.getClass() != whole
            || !isNatural(comparator.get(all))
            || !isOfJdk(low.get(live))
            || !isOfJdk(high.get(live));
  }

  private static boolean isNatural(@Nullable Object comparator) {
    return comparator == null || NATURAL.contains(comparator.getClass().getName());
  }

  private static boolean isOfJdk(@Nullable Object bound) {
    return bound == null || Origin.isJdk(bound.getClass());
  }
}
