package io.understudy.agent.config;

import io.understudy.compare.Scope;
import io.understudy.compare.Tolerance;
import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The kinds of single values in rules, as {@link Values} has those of the other keys. */
final class RuleValues {
  private static final String BINARY_NAME =
      "[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*";

  /** What may be parsed: no number of a size that takes long to calculate with. */
  private static final Pattern TOLERANCE =
      Pattern.compile(
          "[-+]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,3})?( +relative)?"
              + "|[-+]?[0-9]{1,9} +(ulps?|decimals?)"
              + "|[0-9]{1,9}(\\.[0-9]{1,9})? *(ns|us|ms|s|min|m|h|d|days?)");

  private RuleValues() {}

  /** Where a rule holds: a path, or the name of a class. */
  static ValueKind<Scope> scope() {
    String expected = "a path such as \"/lines/*/price\", or a class such as com.acme.Money";
    return new ValueKind<Scope>() {
      @Override
      public String expected() {
        return expected;
      }

      @Override
      public Scope read(Tree.Scalar scalar) {
        if (scalar.isNothing()) {
          throw Values.unexpected(expected, scalar, "");
        }
        // A class without a package would be an odd one: a path whose slash was forgotten is not.
        boolean bare = scalar.text().matches("[\\p{Ll}_][^./]*");
        return bare ? Scope.at(PathPattern.parse(scalar.text())) : Scope.parse(scalar.text());
      }
    };
  }

  /** The name of a class. */
  static ValueKind<String> className() {
    return Values.text("the name of a class such as com.acme.Money", BINARY_NAME);
  }

  /** How far numbers or times may lie apart. */
  static ValueKind<Tolerance> tolerance() {
    String expected = "a tolerance such as 0.005, 1e-9 relative, 4 ulp, 2 decimals or 5s";
    return Values.kind(
        expected,
        scalar -> {
          if (!TOLERANCE.matcher(scalar.text()).matches()) {
            throw Values.unexpected(expected, scalar, "");
          }
          return Tolerance.parse(scalar.text());
        });
  }

  /** One of these, by the words of the configuration. */
  static <T> ValueKind<T> word(T[] all, Function<T, String> word) {
    List<String> words = new ArrayList<>();
    for (T each : all) {
      words.add(word.apply(each));
    }
    String expected = String.join(" or ", words);
    return Values.kind(
        expected,
        scalar -> {
          int index = words.indexOf(scalar.text());
          if (index < 0) {
            throw Values.unexpected(expected, scalar, Nearest.didYouMean(scalar.text(), words));
          }
          return all[index];
        });
  }

  /** A day, as ISO 8601 writes it. */
  static ValueKind<LocalDate> date() {
    String expected = "a date such as 2027-01-31";
    return Values.kind(
        expected,
        scalar -> {
          try {
            return LocalDate.parse(scalar.text());
          } catch (DateTimeException e) {
            throw Values.unexpected(expected, scalar, "");
          }
        });
  }

  /** A share that limits something: more than nothing, less than all. */
  static ValueKind<BigDecimal> rate() {
    String expected = "a share of more than 0% and less than 100%";
    ValueKind<Double> share = Units.share();
    return Values.kind(
        expected,
        scalar -> {
          BigDecimal rate = BigDecimal.valueOf(share.read(scalar));
          if (rate.signum() == 0 || rate.compareTo(BigDecimal.ONE) >= 0) {
            throw Values.unexpected(expected, scalar, "");
          }
          return rate;
        });
  }

  /** An amount, in whatever unit the numbers have. */
  static ValueKind<BigDecimal> amount() {
    String expected = "an amount of more than 0";
    return Values.kind(
        expected,
        scalar -> {
          BigDecimal amount = Values.number(expected, scalar, scalar.text());
          if (amount.signum() <= 0) {
            throw Values.unexpected(expected, scalar, "");
          }
          return amount;
        });
  }

  /** A regular expression; what is wrong with it is told with its column. */
  static ValueKind<Pattern> regex() {
    String expected = "a regular expression such as \"[0-9]{8}\"";
    return Values.kind(
        expected,
        scalar -> {
          if (scalar.text().isEmpty()) {
            throw Values.unexpected(expected, scalar, "");
          }
          try {
            return Pattern.compile(scalar.text());
          } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                "expected a regular expression, found "
                    + scalar.described()
                    + ": "
                    + e.getDescription()
                    + (e.getIndex() < 0 ? "" : " at column " + (e.getIndex() + 1) + " of it"));
          }
        });
  }
}
