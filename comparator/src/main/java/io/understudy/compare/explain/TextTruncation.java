package io.understudy.compare.explain;

import java.util.regex.Pattern;

/** Explains a text that is a piece of the other. */
final class TextTruncation {
  /** A shorter common end may be chance. Characters. */
  private static final int LEAST = 3;

  private static final Pattern ELLIPSIS =
      Pattern.compile("\\s*(\\.\\.\\.|\u2026|\\[\\.\\.\\.\\]|\\[\u2026\\])$");

  private TextTruncation() {}

  static void explainEmpty(String control, String candidate, ExplanationList found) {
    found.addIf(control.isEmpty() != candidate.isEmpty(), "empty");
  }

  static void explain(String control, String candidate, ExplanationList found) {
    String shorter = control.length() < candidate.length() ? control : candidate;
    String longer = control.length() < candidate.length() ? candidate : control;
    if (shorter.isEmpty()) {
      return;
    }
    // A text with dots may be as long as the text from which it was cut, or longer.
    boolean controlCut = isCut(control, candidate);
    boolean candidateCut = isCut(candidate, control);
    found.addIf(controlCut, "cut text by control");
    found.addIf(candidateCut, "cut text by candidate");
    boolean cut = controlCut || candidateCut;
    found.addIf(
        !cut
            && shorter.length() >= LEAST
            && shorter.length() < longer.length()
            && longer.endsWith(shorter),
        "cut at the front by " + (shorter.equals(control) ? "control" : "candidate"));
  }

  /** Whether a text is the beginning of another, also with dots at its end. */
  private static boolean isCut(String text, String whole) {
    if (text.length() < whole.length() && whole.startsWith(text)) {
      return true;
    }
    String start = ELLIPSIS.matcher(text).replaceFirst("");
    return start.length() < text.length()
        && !start.isEmpty()
        && start.length() < whole.length()
        && whole.startsWith(start)
        && !text.startsWith(whole);
  }
}
