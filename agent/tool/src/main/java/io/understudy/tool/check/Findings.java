package io.understudy.tool.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found at one call point. Errors mean that it does not fit. Not thread-safe. */
final class Findings {
  private final List<String> facts = new ArrayList<>();
  private final Set<String> remarks = new LinkedHashSet<>();
  private final Set<String> errors = new LinkedHashSet<>();

  /** Notes what is, under a word of at most nine letters. */
  void fact(String word, String text) {
    facts.add(line(word, text));
  }

  /** Notes why the call point does not fit. */
  void error(String text) {
    errors.add(text);
    remarks.add(line("error", text));
  }

  /** Notes what may go wrong with some of the calls. */
  void warning(String text) {
    remarks.add(line("warning", text));
  }

  /** Whether nothing was found that must go wrong. */
  boolean fits() {
    return errors.isEmpty();
  }

  /** The errors alone, each once and without a word before it. */
  List<String> errors() {
    return new ArrayList<>(errors);
  }

  /** The facts, then the errors and warnings, each once and beginning with its word. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(facts);
    lines.addAll(remarks);
    return lines;
  }

  private static String line(String word, String text) {
    return String.format("%-10s %s", word, text);
  }
}
