package io.understudy.agent.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What follows a command's name: words, and options with a value ({@code --classpath PATH}, {@code
 * --classpath=PATH}) or without ({@code --json}). Immutable.
 */
final class Arguments {
  private final List<String> words;
  private final Map<String, String> options;

  private Arguments(List<String> words, Map<String, String> options) {
    this.words = Collections.unmodifiableList(words);
    this.options = options;
  }

  /** The options that a command takes. */
  static final class Syntax {
    private final Map<String, String> canonical = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    /**
     * Takes an option that a value follows.
     *
     * @param value what the value is, for messages: "a class path"
     * @param spellings how it may be written; the first is its name
     */
    Syntax option(String value, String... spellings) {
      flag(spellings);
      values.put(spellings[0], value);
      return this;
    }

    /** Takes an option that is there or not; the first spelling is its name. */
    Syntax flag(String... spellings) {
      Arrays.asList(spellings).forEach(spelling -> canonical.put(spelling, spellings[0]));
      return this;
    }

    /** Reads what was typed. */
    Arguments parse(List<String> typed) throws Usage {
      List<String> words = new ArrayList<>();
      Map<String, String> options = new HashMap<>();
      for (int i = 0; i < typed.size(); i++) {
        String word = typed.get(i);
        if (!word.startsWith("-") || word.length() == 1) {
          words.add(word);
          continue;
        }
        String spelling = word.startsWith("--") ? word.split("=", 2)[0] : word;
        String name = canonical.get(spelling);
        if (name == null) {
          throw new Usage("there is no option " + word);
        }
        String inWord = spelling.length() < word.length() ? rest(word, spelling) : null;
        String follows = inWord == null && values.containsKey(name) ? next(typed, ++i) : null;
        String value = value(name, spelling, inWord, follows);
        if (options.putIfAbsent(name, value) != null) {
          throw new Usage(spelling + " is given twice");
        }
      }
      return new Arguments(words, options);
    }

    private static String rest(String word, String spelling) {
      return word.substring(spelling.length() + 1);
    }

    private static @Nullable String next(List<String> typed, int i) {
      return i < typed.size() ? typed.get(i) : null;
    }

    private String value(
        String name, String spelling, @Nullable String inWord, @Nullable String follows)
        throws Usage {
      String what = values.get(name);
      if (what == null) {
        if (inWord != null) {
          throw new Usage(spelling + " takes no value");
        }
        return "";
      }
      String value = inWord == null ? follows : inWord;
      if (value == null) {
        throw new Usage(spelling + " needs " + what + " after it");
      }
      return value;
    }
  }

  /** What is no option, in order. Unmodifiable. */
  List<String> words() {
    return words;
  }

  /** The value of an option, by its name; null where it is not given. */
  @Nullable String option(String name) {
    return options.get(name);
  }

  /** Whether an option is given, by its name. */
  boolean has(String name) {
    return options.containsKey(name);
  }
}
