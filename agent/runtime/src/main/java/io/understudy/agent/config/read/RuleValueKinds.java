package io.understudy.agent.config.read;

import io.understudy.agent.config.ForeignClasses;
import io.understudy.agent.config.NearestWord;
import io.understudy.agent.config.yaml.YamlNode;
import io.understudy.compare.rule.DayZone;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Tolerance;
import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The kinds of single values in rules; {@link ValueKinds} has those of the other keys. Stateless.
 */
final class RuleValueKinds {
  private static final String BINARY_NAME =
      "[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*";

  private static final String ONE_TOLERANCE =
      "([-+]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,3})?( +relative)?"
          + "|[-+]?[0-9]{1,9} +(ulps?|decimals?)"
          + "|decimal"
          + "|[0-9]{1,9}(\\.[0-9]{1,9})? *(ns|us|ms|s|min|m|h|d|days?))";

  /** The accepted forms. They exclude numbers so large that arithmetic with them is slow. */
  private static final Pattern TOLERANCE =
      Pattern.compile(ONE_TOLERANCE + "( +or +" + ONE_TOLERANCE + ")*");

  private RuleValueKinds() {}

  /** The scope of a rule: a path, or the name of a class. */
  static ValueKind<RuleScope> scope() {
    String expected = "a path such as \"/lines/*/price\", or a class such as com.acme.Money";
    return new ValueKind<RuleScope>() {
      @Override
      public String expected() {
        return expected;
      }

      @Override
      public RuleScope read(YamlNode.Scalar scalar) {
        if (scalar.isNothing()) {
          throw ValueKinds.unexpected(expected, scalar, "");
        }
        // A lower-case word is more likely a path without its slash than a class without a package.
        boolean bare = scalar.text().matches("[\\p{Ll}_][^./]*");
        return bare
            ? RuleScope.at(PathPattern.parse(scalar.text()))
            : RuleScope.parse(scalar.text());
      }
    };
  }

  /** The name of a class. */
  static ValueKind<String> className() {
    return ValueKinds.text("the name of a class such as com.acme.Money", BINARY_NAME);
  }

  /** A class whose code is called: not one of the JDK or the agent. */
  static ValueKind<String> calledClass() {
    ValueKind<String> name = className();
    return ValueKinds.kind(
        name.expected(),
        scalar -> {
          String found = name.read(scalar);
          String refusal = ForeignClasses.refusal(found);
          if (refusal != null) {
            throw new IllegalArgumentException(
                refusal + ", which is never called; name a class of your own");
          }
          return found;
        });
  }

  /** A tolerance for numbers or times. */
  static ValueKind<Tolerance> tolerance() {
    String expected =
        "a tolerance such as 0.005, 1e-9 relative, 4 ulp, 2 decimals or 5s, or several with or"
            + " between them";
    return ValueKinds.kind(
        expected,
        scalar -> {
          if (!TOLERANCE.matcher(scalar.text()).matches()) {
            throw ValueKinds.unexpected(expected, scalar, "");
          }
          return Tolerance.parse(scalar.text());
        });
  }

  /** A time zone in which points in time mean days. */
  static ValueKind<DayZone> zone() {
    return ValueKinds.kind(
        "a time zone such as Europe/Berlin", scalar -> DayZone.parse(scalar.text()));
  }

  /** One of the given values, by its word in the configuration. */
  static <T> ValueKind<T> word(T[] all, Function<T, String> word) {
    List<String> words = new ArrayList<>();
    for (T each : all) {
      words.add(word.apply(each));
    }
    String expected = String.join(" or ", words);
    return ValueKinds.kind(
        expected,
        scalar -> {
          int index = words.indexOf(scalar.text());
          if (index < 0) {
            throw ValueKinds.unexpected(
                expected, scalar, NearestWord.didYouMean(scalar.text(), words));
          }
          return all[index];
        });
  }

  /** A day in ISO 8601. */
  static ValueKind<LocalDate> date() {
    String expected = "a date such as 2027-01-31";
    return ValueKinds.kind(
        expected,
        scalar -> {
          try {
            return LocalDate.parse(scalar.text());
          } catch (DateTimeException e) {
            throw ValueKinds.unexpected(expected, scalar, "");
          }
        });
  }

  /** A share that limits an acceptance: more than 0 and less than 1. */
  static ValueKind<BigDecimal> rate() {
    String expected = "a share of more than 0% and less than 100%";
    ValueKind<Double> share = UnitValueKinds.share();
    return ValueKinds.kind(
        expected,
        scalar -> {
          BigDecimal rate = BigDecimal.valueOf(share.read(scalar));
          if (rate.signum() == 0 || rate.compareTo(BigDecimal.ONE) >= 0) {
            throw ValueKinds.unexpected(expected, scalar, "");
          }
          return rate;
        });
  }

  /** An amount in the unit of the compared numbers. */
  static ValueKind<BigDecimal> amount() {
    String expected = "an amount of more than 0";
    return ValueKinds.kind(
        expected,
        scalar -> {
          BigDecimal amount = ValueKinds.number(expected, scalar, scalar.text());
          if (amount.signum() <= 0) {
            throw ValueKinds.unexpected(expected, scalar, "");
          }
          return amount;
        });
  }

  /** A regular expression; the message about an error names the column. */
  static ValueKind<Pattern> regex() {
    String expected = "a regular expression such as \"[0-9]{8}\"";
    return ValueKinds.kind(
        expected,
        scalar -> {
          if (scalar.text().isEmpty()) {
            throw ValueKinds.unexpected(expected, scalar, "");
          }
          try {
            return Pattern.compile(scalar.text());
          } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                "expected a regular expression, found "
                    + scalar.describe()
                    + ": "
                    + e.getDescription()
                    + (e.getIndex() < 0 ? "" : " at column " + (e.getIndex() + 1) + " of it"));
          }
        });
  }
}
