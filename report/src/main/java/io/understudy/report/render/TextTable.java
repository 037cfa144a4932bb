package io.understudy.report.render;

import java.util.ArrayList;
import java.util.List;

/**
 * A table with aligned columns for a terminal: the first column is left-aligned, the others
 * right-aligned. Every character counts as one column, so a name in wide characters shifts its row.
 */
final class TextTable {
  private static final String GAP = "   ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row; the first row is the head. */
  TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** Returns the lines without line ends and trailing spaces. */
  List<String> lines() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String pad = " ".repeat(widths[i] - length(row.get(i)));
        line.append(i == 0 ? row.get(i) + pad : GAP + pad + row.get(i));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
