package io.understudy.agent.config.read;

import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.NearestWord;
import io.understudy.agent.config.yaml.YamlNode;
import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The kinds of single values of all keys but rules. Stateless. */
final class ValueKinds {
  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]{0,17})");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,3})?");

  private ValueKinds() {}

  /** Creates a kind that refuses an empty value and reads any other with {@code reader}. */
  static <T> ValueKind<T> kind(String expected, Function<YamlNode.Scalar, T> reader) {
    return new ValueKind<T>() {
      @Override
      public String expected() {
        return expected;
      }

      @Override
      public T read(YamlNode.Scalar scalar) {
        if (scalar.isNothing()) {
          throw unexpected(expected, scalar, "; remove the key to take its default");
        }
        return reader.apply(scalar);
      }
    };
  }

  static IllegalArgumentException unexpected(
      String expected, YamlNode.Scalar found, String advice) {
    return new IllegalArgumentException(
        "expected " + expected + ", found " + found.describe() + advice);
  }

  /** A whole number in a range, including both ends. */
  static ValueKind<Integer> whole(int least, int most) {
    String expected = "a whole number from " + least + " to " + most;
    return kind(
        expected,
        scalar -> {
          if (!WHOLE.matcher(scalar.text()).matches()) {
            throw unexpected(expected, scalar, "");
          }
          if (scalar.isQuoted()) {
            throw unexpected(expected, scalar, "; write it without quotes");
          }
          long value = Long.parseLong(scalar.text());
          if (value < least || value > most) {
            throw unexpected(expected, scalar, "");
          }
          return (int) value;
        });
  }

  /** Reads an exact number. */
  static BigDecimal number(String expected, YamlNode.Scalar scalar, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw unexpected(expected, scalar, "");
    }
    return new BigDecimal(text);
  }

  /** {@code true} or {@code false}; YAML's other words for them are refused, and so are quotes. */
  static ValueKind<Boolean> flag() {
    String expected = "true or false";
    return kind(
        expected,
        scalar -> {
          switch (scalar.isQuoted() ? "" : scalar.text()) {
            case "true":
              return true;
            case "false":
              return false;
            default:
              throw unexpected(expected, scalar, "");
          }
        });
  }

  /** One of the constants, in lower case. */
  static <E extends Enum<E>> ValueKind<E> choice(Class<E> type) {
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      words.add(word(constant));
    }
    String expected = String.join(" or ", words);
    return kind(
        expected,
        scalar -> {
          for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(scalar.text())) {
              return constant;
            }
          }
          throw unexpected(expected, scalar, NearestWord.didYouMean(scalar.text(), words));
        });
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A text that matches {@code pattern}. */
  static ValueKind<String> text(String expected, String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return kind(
        expected,
        scalar -> {
          if (!compiled.matcher(scalar.text()).matches()) {
            throw unexpected(expected, scalar, "");
          }
          return scalar.text();
        });
  }

  /** The name of a directory, which may not exist yet. */
  static ValueKind<Path> directory() {
    return named("the name of a directory");
  }

  /** The name of a file or directory. */
  static ValueKind<Path> named(String expected) {
    return kind(
        expected,
        scalar -> {
          if (scalar.text().isEmpty()) {
            throw unexpected(expected, scalar, "");
          }
          try {
            return Paths.get(scalar.text());
          } catch (InvalidPathException e) {
            throw unexpected(expected, scalar, " (" + e.getReason() + ")");
          }
        });
  }

  /** A path into a value. The empty text is the root. */
  static ValueKind<PathPattern> path() {
    String expected = "a path such as \"/lines/*/price\"";
    return new ValueKind<PathPattern>() {
      @Override
      public String expected() {
        return expected;
      }

      @Override
      public PathPattern read(YamlNode.Scalar scalar) {
        if (scalar.isNothing()) {
          throw unexpected(expected, scalar, "");
        }
        return PathPattern.parse(scalar.text());
      }
    };
  }

  /** A method reference, parsed by {@link MethodRef#parse}. */
  static ValueKind<MethodRef> method() {
    return kind(
        "a method such as com.acme.Pricing#quote", scalar -> MethodRef.parse(scalar.text()));
  }
}
