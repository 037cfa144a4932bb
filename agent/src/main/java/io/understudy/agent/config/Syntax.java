package io.understudy.agent.config;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says in a user's words why a text is not YAML. */
final class Syntax {
  private Syntax() {}

  /** Notes why the text of {@code file} could not be composed. */
  static void note(RuntimeException e, String file, String text, Problems problems) {
    Where where = where(e, file, text);
    Where tab = leadingTab(file, text, where);
    if (tab != null) {
      problems.add(tab, "", "a tab indents this line; YAML indents by spaces only");
    } else {
      problems.add(where, "", "this is not YAML: " + reason(e));
    }
  }

  private static Where where(RuntimeException e, String file, String text) {
    if (e instanceof MarkedYAMLException) {
      Mark mark = ((MarkedYAMLException) e).getProblemMark();
      if (mark != null) {
        return Where.at(file, mark.getLine() + 1, mark.getColumn() + 1);
      }
    }
    if (e instanceof ReaderException) {
      int points = Math.min(((ReaderException) e).getPosition(), text.length());
      return Where.ofIndex(file, text, Math.min(points, text.length()));
    }
    return Where.whole(file);
  }

  /** The first line up to the problem that a tab indents; null where there is none. */
  private static @Nullable Where leadingTab(String file, String text, Where problem) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < Math.min(problem.line, lines.length); i++) {
      String indent = lines[i].substring(0, lines[i].length() - lines[i].trim().length());
      for (int j = 0; j < lines[i].length() && Character.isWhitespace(lines[i].charAt(j)); j++) {
        if (lines[i].charAt(j) == '\t' && !indent.isEmpty()) {
          return Where.at(file, i + 1, j + 1);
        }
      }
    }
    return null;
  }

  /** What is wrong, with what to do where that is known. */
  static String reason(RuntimeException e) {
    if (e instanceof ReaderException) {
      int point = ((ReaderException) e).getCodePoint();
      return String.format("the character U+%04X cannot stand in a text file", point);
    }
    if (!(e instanceof MarkedYAMLException)) {
      return String.valueOf(e.getMessage());
    }
    MarkedYAMLException marked = (MarkedYAMLException) e;
    String context = marked.getContext();
    String problem = String.valueOf(marked.getProblem());
    return (context == null || problem.startsWith(context) ? "" : context + ", ")
        + problem
        + advice(problem);
  }

  private static String advice(String problem) {
    if (problem.startsWith("mapping values are not allowed")) {
      return "; check the indentation, and quote a value that contains a colon and a space";
    }
    if (problem.contains("undefined alias")) {
      return "; quote a text that begins with *";
    }
    if (problem.contains("another document")) {
      return "; a configuration is one document, without ---";
    }
    return "";
  }
}
