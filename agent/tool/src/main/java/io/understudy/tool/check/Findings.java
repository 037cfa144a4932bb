package io.understudy.tool.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The results of the check of one call point. It fits if there are no errors. Not thread-safe. */
final class Findings {
  private final List<String> facts = new ArrayList<>();
  private final Set<String> remarks = new LinkedHashSet<>();
  private final Set<String> errors = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  /** Adds a fact, under a word of at most nine letters. */
  void fact(String word, String text) {
    facts.add(line(word, text));
  }

  /** Adds a reason why the call point does not fit. */
  void error(String text) {
    errors.add(text);
    remarks.add(line("error", text));
  }

  /** Adds a problem that affects only some calls or one rule. */
  void warning(String text) {
    warnings.add(text);
    remarks.add(line("warning", text));
  }

  /** Whether there are no errors. */
  boolean fits() {
    return errors.isEmpty();
  }

  /** The errors, each once and without the word before it. */
  List<String> errors() {
    return new ArrayList<>(errors);
  }

  /** The warnings, each once and without the word before it. */
  List<String> warnings() {
    return new ArrayList<>(warnings);
  }

  /** The facts, then the errors and warnings, each once, with the word before it. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(facts);
    lines.addAll(remarks);
    return lines;
  }

  private static String line(String word, String text) {
    return String.format("%-10s %s", word, text);
  }
}
