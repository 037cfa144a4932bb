package io.understudy.agent.config.yaml;

import io.understudy.agent.config.SourcePosition;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Explains to the user why a text is not YAML. Stateless. */
final class SyntaxMessage {
  private SyntaxMessage() {}

  /** Adds the problem why the text of {@code file} could not be parsed. */
  static void note(RuntimeException e, String file, String text, ConfigProblems problems) {
    SourcePosition where = where(e, file, text);
    SourcePosition tab = leadingTab(file, text, where);
    if (tab != null) {
      problems.add(tab, "", "a tab indents this line; YAML indents by spaces only");
    } else {
      problems.add(where, "", "this is not YAML: " + reason(e));
    }
  }

  private static SourcePosition where(RuntimeException e, String file, String text) {
    if (e instanceof MarkedYAMLException) {
      Mark mark = ((MarkedYAMLException) e).getProblemMark();
      if (mark != null) {
        return SourcePosition.at(file, mark.getLine() + 1, mark.getColumn() + 1);
      }
    }
    if (e instanceof ReaderException) {
      int points = Math.min(((ReaderException) e).getPosition(), text.length());
      return SourcePosition.ofIndex(file, text, Math.min(points, text.length()));
    }
    return SourcePosition.whole(file);
  }

  /** The tab that indents the line of the problem or the line above; null if there is none. */
  private static @Nullable SourcePosition leadingTab(
      String file, String text, SourcePosition problem) {
    String[] lines = text.split("\n", -1);
    for (int line = Math.max(1, problem.line() - 1); line <= problem.line(); line++) {
      String content = line <= lines.length ? lines[line - 1] : "";
      int tab = content.indexOf('\t');
      if (tab >= 0 && content.substring(0, tab).trim().isEmpty() && !content.trim().isEmpty()) {
        return SourcePosition.at(file, line, tab + 1);
      }
    }
    return null;
  }

  /** Describes the error, with advice if there is any. */
  static String reason(RuntimeException e) {
    if (e instanceof ReaderException) {
      int point = ((ReaderException) e).getCodePoint();
      return String.format("the character U+%04X is not allowed in a text file", point);
    }
    if (!(e instanceof MarkedYAMLException)) {
      return bound(String.valueOf(e.getMessage()));
    }
    MarkedYAMLException marked = (MarkedYAMLException) e;
    String context = marked.getContext();
    String problem = String.valueOf(marked.getProblem());
    return (context == null || problem.startsWith(context) ? "" : context + ", ")
        + problem
        + advice(String.valueOf(context) + problem);
  }

  private static String bound(String message) {
    if (message.startsWith("Number of aliases")) {
      return "more than 50 aliases of lists and mappings; write them out";
    }
    return message.startsWith("Nesting Depth") ? "more than 50 levels of nesting" : message;
  }

  private static String advice(String problem) {
    if (problem.contains("mapping values are not allowed")) {
      return "; check the indentation, and quote a value that contains a colon and a space";
    }
    if (problem.contains("alias")) {
      return "; quote a text that begins with *";
    }
    if (problem.contains("Global tag")) {
      return "; give a plain value";
    }
    if (problem.contains("another document")) {
      return "; a configuration is one document, without ---";
    }
    return "";
  }
}
