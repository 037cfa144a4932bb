package io.understudy.inject;

import java.util.ArrayList;
import java.util.List;

/** The sites of one jar in the order of their numbers, one line for each. Not thread-safe. */
final class SiteTable {
  private final List<String> lines = new ArrayList<>();

  /** Adds a site and returns its number. */
  int add(String owner, String method, int line, SiteKind kind, String detail) {
    int number = lines.size();
    lines.add(
        number
            + "\t"
            + owner.replace('/', '.')
            + "\t"
            + method
            + "\t"
            + line
            + "\t"
            + kind
            + "\t"
            + kind.faults()
            + "\t"
            + detail);
    return number;
  }

  /** Sets the line of a site that was added before its line was known. */
  void setLine(int number, int line) {
    String[] words = lines.get(number).split("\t", -1);
    words[3] = String.valueOf(line);
    lines.set(number, String.join("\t", words));
  }

  /** The lines: number, class, method, line, kind, faults and detail, separated by tabs. */
  List<String> lines() {
    return lines;
  }
}
