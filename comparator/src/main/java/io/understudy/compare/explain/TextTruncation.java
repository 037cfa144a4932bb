package io.understudy.compare.explain;

import java.util.regex.Pattern;

/** Explains a text that is a piece of the other. */
final class TextTruncation {
  /** A shorter common end may be chance. Characters. */
  private static final int LEAST = 3;

  private static final Pattern ELLIPSIS = Pattern.compile("(\\.\\.\\.|\u2026)$");

  private TextTruncation() {}

  static void explainEmpty(String control, String candidate, ExplanationList found) {
    found.addIf(control.isEmpty() != candidate.isEmpty(), "empty");
  }

  static void explain(String control, String candidate, ExplanationList found) {
    String shorter = control.length() < candidate.length() ? control : candidate;
    String longer = control.length() < candidate.length() ? candidate : control;
    if (shorter.isEmpty() || shorter.length() == longer.length()) {
      return;
    }
    String by = shorter.equals(control) ? "control" : "candidate";
    String start = ELLIPSIS.matcher(shorter).replaceFirst("");
    boolean dots = start.length() < shorter.length() && !start.isEmpty();
    boolean cut = longer.startsWith(shorter) || (dots && longer.startsWith(start));
    found.addIf(cut, "cut text by " + by);
    found.addIf(
        !cut && shorter.length() >= LEAST && longer.endsWith(shorter), "cut at the front by " + by);
  }
}
