package io.understudy.agent.config.read;

import io.understudy.agent.config.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values with a unit: durations ({@code 500ms}), sizes ({@code 64MB}; a KB is 1,024 bytes) and
 * shares ({@code 25%}). A number without a unit is refused, because a guessed unit may be wrong by
 * a factor of a thousand. Stateless.
 */
final class UnitValueKinds {
  private static final Pattern AMOUNT =
      Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?) ?([A-Za-z%]*)");
  private static final Map<String, Long> NANOS = new LinkedHashMap<>();
  private static final Map<String, Long> BYTES = new LinkedHashMap<>();

  static {
    NANOS.put("us", 1_000L);
    NANOS.put("ms", 1_000_000L);
    NANOS.put("s", 1_000_000_000L);
    NANOS.put("m", 60_000_000_000L);
    NANOS.put("h", 3_600_000_000_000L);
    NANOS.put("d", 86_400_000_000_000L);
    BYTES.put("B", 1L);
    BYTES.put("KB", 1L << 10);
    BYTES.put("MB", 1L << 20);
    BYTES.put("GB", 1L << 30);
    BYTES.put("TB", 1L << 40);
  }

  private UnitValueKinds() {}

  /** A duration in a range, including both ends. */
  static ValueKind<Duration> duration(String least, String most) {
    String expected = "a duration from " + least + " to " + most;
    List<String> examples = Arrays.asList("500ms", "2s", "1m");
    return ValueKinds.kind(
        expected,
        scalar ->
            Duration.ofNanos(
                amount(
                    scalar, expected, NANOS, examples, number(least, NANOS), number(most, NANOS))));
  }

  /** A size in bytes in a range, including both ends. */
  static ValueKind<Long> size(String least, String most) {
    String expected = "a size from " + least + " to " + most;
    List<String> examples = Arrays.asList("16KB", "64MB", "1GB");
    return ValueKinds.kind(
        expected,
        scalar ->
            amount(scalar, expected, BYTES, examples, number(least, BYTES), number(most, BYTES)));
  }

  /** A share from 0 to 1, written as a percentage. */
  static ValueKind<Double> share() {
    String expected = "a share from 0% to 100%";
    return ValueKinds.kind(
        expected,
        scalar -> {
          Matcher matcher = AMOUNT.matcher(scalar.text());
          if (!matcher.matches() || !matcher.group(2).equals("%")) {
            throw ValueKinds.unexpected(expected, scalar, percentAdvice(scalar.text()));
          }
          BigDecimal percent = new BigDecimal(matcher.group(1));
          if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw ValueKinds.unexpected(expected, scalar, "");
          }
          return percent.movePointLeft(2).doubleValue();
        });
  }

  /** A share from 0 to 1, written as a percentage, or {@code unlimited} for {@code none}. */
  static ValueKind<Double> shareOrUnlimited(double none) {
    ValueKind<Double> share = share();
    String expected = "a share from 0% to 100%, or unlimited";
    return ValueKinds.kind(
        expected,
        scalar -> {
          if (scalar.text().equals("unlimited")) {
            return none;
          }
          if (!AMOUNT.matcher(scalar.text()).matches()) {
            throw ValueKinds.unexpected(expected, scalar, "");
          }
          return share.read(scalar);
        });
  }

  private static String percentAdvice(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.signum() < 0 || number.compareTo(BigDecimal.ONE) > 0) {
        return "; write it with its sign, as in 25%";
      }
      String percent = number.movePointRight(2).stripTrailingZeros().toPlainString();
      return "; write " + percent + "% for this share of all";
    } catch (NumberFormatException e) {
      return "";
    }
  }

  private static long amount(
      YamlNode.Scalar scalar,
      String expected,
      Map<String, Long> units,
      List<String> examples,
      long least,
      long most) {
    Matcher matcher = AMOUNT.matcher(scalar.text());
    if (!matcher.matches()) {
      throw ValueKinds.unexpected(expected, scalar, ", written as " + String.join(", ", examples));
    }
    Long unit = units.get(matcher.group(2));
    if (unit == null) {
      throw ValueKinds.unexpected(expected, scalar, unitAdvice(matcher, units));
    }
    BigDecimal amount = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
    if (amount.compareTo(BigDecimal.valueOf(least)) < 0
        || amount.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw ValueKinds.unexpected(expected, scalar, "");
    }
    if (amount.stripTrailingZeros().scale() > 0) {
      throw ValueKinds.unexpected(expected, scalar, "; use a smaller unit for a part of one");
    }
    return amount.longValueExact();
  }

  private static String unitAdvice(Matcher matcher, Map<String, Long> units) {
    String unit = matcher.group(2);
    if (unit.isEmpty()) {
      return "; add its unit, one of " + String.join(", ", units.keySet());
    }
    for (String known : units.keySet()) {
      String plain = unit.toLowerCase(Locale.ROOT).replace("ib", "b");
      if (plain.equalsIgnoreCase(known) || (plain + "b").equalsIgnoreCase(known)) {
        return "; write " + matcher.group(1) + known;
      }
    }
    return "; its unit is one of " + String.join(", ", units.keySet());
  }

  private static long number(String text, Map<String, Long> units) {
    Matcher matcher = AMOUNT.matcher(text);
    Long unit = matcher.matches() ? units.get(matcher.group(2)) : null;
    if (unit == null) {
      throw new IllegalArgumentException(text);
    }
    return Long.parseLong(matcher.group(1)) * unit;
  }
}
