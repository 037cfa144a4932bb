package io.understudy.compare.rule;

import io.understudy.value.view.ExactNumbers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The largest distance of two numbers, or of two dates or times, that still count as equal; the
 * limit is inclusive. Immutable.
 *
 * <p>Numbers are compared as exact decimals. A tolerance never covers NaN and the infinities: they
 * are equal only to themselves.
 */
public final class Tolerance {
  private static final int MAX_DECIMALS = 1_000;

  private static final Pattern WITH_UNIT =
      Pattern.compile("(\\S+)\\s+(relative|ulps?|decimals?)", Pattern.CASE_INSENSITIVE);

  private static final String BINARY_WORD = "decimal";

  private static final Pattern OR = Pattern.compile("\\s+or\\s+");

  private enum Measure {
    ABSOLUTE,
    RELATIVE,
    ULP,
    DECIMALS,
    BINARY,
    TIME,
    ANY_OF
  }

  private final Measure measure;
  private final BigDecimal limit;
  private final Duration span;

  /** The tolerances of which one suffices; empty for a single one. */
  private final List<Tolerance> alternatives;

  private Tolerance(Measure measure, BigDecimal limit, Duration span) {
    this(measure, limit, span, Collections.emptyList());
  }

  private Tolerance(
      Measure measure, BigDecimal limit, Duration span, List<Tolerance> alternatives) {
    this.alternatives = alternatives;
    this.measure = measure;
    // A rule is identified by its text, so equal numbers need equal texts: 0.50 is 0.5.
    this.limit = limit.stripTrailingZeros();
    this.span = span;
  }

  private Tolerance(Measure measure, BigDecimal limit) {
    this(measure, limit, Duration.ZERO);
  }

  /**
   * Creates a tolerance for numbers: {@code |a - b| <= limit}.
   *
   * @throws IllegalArgumentException when {@code limit} is negative
   */
  public static Tolerance absolute(BigDecimal limit) {
    if (limit.signum() < 0) {
      throw new IllegalArgumentException("a tolerance is 0 or more, not " + limit);
    }
    return new Tolerance(Measure.ABSOLUTE, limit);
  }

  /**
   * Creates a tolerance for numbers: {@code |a - b| <= limit * max(|a|, |b|)}.
   *
   * @throws IllegalArgumentException when {@code limit} is negative, or is 1 or more, so that any
   *     number would equal 0
   */
  public static Tolerance relative(BigDecimal limit) {
    if (limit.signum() < 0 || limit.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException(
          "a relative tolerance is a share, 0 or more and less than 1 (1e-9 for a billionth), not "
              + limit);
    }
    return new Tolerance(Measure.RELATIVE, limit);
  }

  /**
   * Creates a tolerance for numbers in units in the last place ({@code Math.ulp}) of the control's
   * {@code double} or {@code float}; of the candidate's where the control has neither. Where
   * neither side has one, nothing is tolerated.
   *
   * @throws IllegalArgumentException when {@code limit} is negative
   */
  public static Tolerance ulps(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("a tolerance is 0 ulp or more, not " + limit);
    }
    return new Tolerance(Measure.ULP, BigDecimal.valueOf(limit));
  }

  /**
   * Creates a tolerance for numbers that are equal when both are rounded half-even to {@code
   * decimals} decimals.
   *
   * @throws IllegalArgumentException when {@code decimals} is negative or more than 1,000
   */
  public static Tolerance decimals(int decimals) {
    if (decimals < 0 || decimals > MAX_DECIMALS) {
      throw new IllegalArgumentException(
          "numbers are rounded to 0 to " + MAX_DECIMALS + " decimals, not " + decimals);
    }
    return new Tolerance(Measure.DECIMALS, BigDecimal.valueOf(decimals));
  }

  /**
   * Creates a tolerance for decimals that passed through binary: a {@code double} or {@code float}
   * counts as its shortest decimal, so that the double 0.1 equals the decimal 0.1.
   */
  public static Tolerance binary() {
    return new Tolerance(Measure.BINARY, BigDecimal.ZERO);
  }

  /**
   * Creates a tolerance for dates and times of the same kind, and for durations. A day is 24 hours;
   * 23:59 and 00:01 are almost a day apart.
   *
   * @throws IllegalArgumentException when {@code limit} is negative
   */
  public static Tolerance time(Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("a span of time is 0 or more, not " + limit);
    }
    return new Tolerance(Measure.TIME, BigDecimal.ZERO, limit);
  }

  /**
   * Creates a tolerance that covers what one of several covers: {@code 0.01 or 1e-6 relative}.
   *
   * @throws IllegalArgumentException when there are fewer than two, or two of them are of one sort
   */
  public static Tolerance anyOf(Tolerance... alternatives) {
    List<Tolerance> all = new ArrayList<>();
    for (Tolerance each : alternatives) {
      all.addAll(each.alternatives.isEmpty() ? Collections.singletonList(each) : each.alternatives);
    }
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    for (Tolerance each : all) {
      if (!measures.add(each.measure)) {
        throw new IllegalArgumentException(
            "of two tolerances of one sort the larger is enough: state one of them");
      }
    }
    if (all.size() < 2) {
      throw new IllegalArgumentException("alternatives are two tolerances or more");
    }
    // A rule is identified by its text, so the order of the alternatives must not matter.
    all.sort(Comparator.comparing(each -> each.measure));
    return new Tolerance(
        Measure.ANY_OF, BigDecimal.ZERO, Duration.ZERO, Collections.unmodifiableList(all));
  }

  /**
   * Parses {@code 0.005}, {@code 1e-9 relative}, {@code 4 ulp}, {@code 2 decimals}, {@code
   * decimal}, {@code 5s}, {@code 100ms} or {@code 1 day}, or several of them, such as {@code 0.01
   * or 1e-6 relative}.
   *
   * @throws IllegalArgumentException with a message that states what is wrong with the text
   */
  public static Tolerance parse(String text) {
    String trimmed = text.trim();
    String[] parts = OR.split(trimmed, -1);
    if (parts.length > 1) {
      return anyOf(Arrays.stream(parts).map(Tolerance::parse).toArray(Tolerance[]::new));
    }
    if (trimmed.equalsIgnoreCase(BINARY_WORD)) {
      return binary();
    }
    Matcher unit = WITH_UNIT.matcher(trimmed);
    try {
      if (!unit.matches()) {
        Duration span = TimeSpans.parse(trimmed);
        return span == null ? absolute(new BigDecimal(trimmed)) : time(span);
      }
      String name = unit.group(2).toLowerCase(Locale.ROOT);
      BigDecimal limit = new BigDecimal(unit.group(1));
      if (name.equals("relative")) {
        return relative(limit);
      }
      return name.startsWith("ulp") ? ulps(limit.intValueExact()) : decimals(limit.intValueExact());
    } catch (NumberFormatException | ArithmeticException notOne) {
      throw new IllegalArgumentException(
          "a tolerance is a number (0.005), a share (1e-9 relative), 4 ulp, 2 decimals, decimal, or a"
              + (" span of time (5s, 100ms, 1 day), or several of them with an or between (0.01 or"
                  + " 1e-6 relative), not \""
                  + text
                  + "\""));
    }
  }

  /**
   * Whether numbers that are equal under this tolerance share a canonical form, so that equality is
   * transitive. True only for decimals.
   */
  boolean isCanonical() {
    return measure == Measure.DECIMALS;
  }

  /** Whether the tolerance is a span of time, for dates and times and not for numbers. */
  public boolean isOfTime() {
    return measure == Measure.TIME;
  }

  /** Whether both ends of the interval that the tolerance covers around a number grow with it. */
  public boolean isMonotonic() {
    return measure == Measure.ANY_OF
        ? alternatives.stream().allMatch(Tolerance::isMonotonic)
        : measure == Measure.ABSOLUTE || measure == Measure.RELATIVE;
  }

  /** Whether the tolerance applies to a scalar with this plain form. */
  boolean appliesTo(Object plain) {
    if (measure == Measure.ANY_OF) {
      return alternatives.stream().anyMatch(each -> each.appliesTo(plain));
    }
    return measure == Measure.TIME
        ? TimeSpans.isMeasurable(plain)
        : plain instanceof Number && ExactNumbers.finite(plain) != null;
  }

  /** Whether the tolerance covers the distance of two scalars, given their plain forms. */
  boolean covers(Object control, Object candidate) {
    if (measure == Measure.ANY_OF) {
      return alternatives.stream().anyMatch(each -> each.covers(control, candidate));
    }
    if (measure == Measure.TIME) {
      Duration apart = TimeSpans.between(control, candidate);
      return apart != null && apart.compareTo(span) <= 0;
    }
    if (!appliesTo(control) || !appliesTo(candidate)) {
      return false;
    }
    if (measure == Measure.BINARY) {
      return ShortestDecimals.of(control).compareTo(ShortestDecimals.of(candidate)) == 0;
    }
    BigDecimal a = Objects.requireNonNull(ExactNumbers.finite(control));
    BigDecimal b = Objects.requireNonNull(ExactNumbers.finite(candidate));
    if (measure == Measure.ULP) {
      BigDecimal ulp = ExactNumbers.ulp(ExactNumbers.isBinary(control) ? control : candidate);
      return ulp != null && ExactNumbers.distance(a, b).compareTo(limit.multiply(ulp)) <= 0;
    }
    return covers(a, b);
  }

  /** Whether an absolute, relative or rounding tolerance covers the distance of two numbers. */
  public boolean covers(BigDecimal a, BigDecimal b) {
    if (measure == Measure.ANY_OF) {
      return alternatives.stream().anyMatch(each -> each.covers(a, b));
    }
    if (measure == Measure.BINARY) {
      return a.compareTo(b) == 0;
    }
    if (measure == Measure.DECIMALS) {
      return canonical(a).compareTo(canonical(b)) == 0;
    }
    BigDecimal allowed = measure == Measure.RELATIVE ? limit.multiply(a.abs().max(b.abs())) : limit;
    return ExactNumbers.distance(a, b).compareTo(allowed) <= 0;
  }

  /** Returns the canonical form of a finite number; only where {@link #isCanonical()}. */
  BigDecimal canonical(Object number) {
    return ExactNumbers.rounded(
        Objects.requireNonNull(ExactNumbers.finite(number)), limit.intValue());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Tolerance)) {
      return false;
    }
    Tolerance that = (Tolerance) other;
    return measure == that.measure
        && limit.compareTo(that.limit) == 0
        && span.equals(that.span)
        && alternatives.equals(that.alternatives);
  }

  @Override
  public int hashCode() {
    return Objects.hash(measure, limit, span, alternatives);
  }

  /**
   * Returns text that {@link #parse} reads: {@code 0.005}, {@code 1E-9 relative}, {@code 1 day}.
   */
  @Override
  public String toString() {
    switch (measure) {
      case RELATIVE:
        return limit + " relative";
      case ULP:
        return limit.toPlainString() + " ulp";
      case DECIMALS:
        return limit.toPlainString() + (limit.intValue() == 1 ? " decimal" : " decimals");
      case BINARY:
        return BINARY_WORD;
      case TIME:
        return TimeSpans.text(span);
      case ANY_OF:
        return alternatives.stream().map(Tolerance::toString).collect(Collectors.joining(" or "));
      default:
        return limit.scale() < 0 && limit.precision() - limit.scale() < 10
            ? limit.toPlainString()
            : limit.toString();
    }
  }
}
