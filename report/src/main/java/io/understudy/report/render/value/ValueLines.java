package io.understudy.report.render.value;

import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays out a value as indented lines and marks the lines that differ. Of a long value only the
 * lines around the marks are shown, with a remark for each gap.
 */
public final class ValueLines {
  /**
   * A line.
   *
   * @param text the line with its indent
   * @param marked whether it differs
   */
  public record Line(String text, boolean marked) {}

  /** A value with at most this many lines is shown completely. */
  static final int MOST_WHOLE = 48;

  /** The largest number of lines of a longer value. */
  static final int MOST = 80;

  private static final int AROUND = 2;
  private static final int MOST_INLINE = 400;

  /** A line with its parent, because the parents of a shown line are shown too. */
  private record DraftLine(String text, boolean marked, int parent) {}

  private final List<DraftLine> drafts = new ArrayList<>();

  private ValueLines() {}

  /** Returns the lines of a JSON text; the text itself, cut, where it is not JSON. */
  public static List<Line> of(String json, @Nullable DifferenceMarks marks) {
    JsonTree tree = JsonTree.read(json);
    if (tree == null) {
      return List.of(new Line(VisibleText.line(json, 2_000), marks != null && marks.isMarked()));
    }
    return of(tree, marks);
  }

  /** Returns a value on one line, cut. */
  public static String inline(String json) {
    StringBuilder out = new StringBuilder();
    for (Line line : of(json, null)) {
      out.append(out.length() == 0 ? "" : " ").append(line.text().strip());
      if (out.length() > MOST_INLINE) {
        return out.substring(0, MOST_INLINE) + "…";
      }
    }
    return out.toString();
  }

  /** Returns the lines of a value. */
  static List<Line> of(JsonTree tree, @Nullable DifferenceMarks marks) {
    ValueLines lines = new ValueLines();
    lines.add(tree, "", "", 0, marks, false, -1);
    return lines.shown();
  }

  private void add(
      JsonTree tree,
      String name,
      String end,
      int depth,
      @Nullable DifferenceMarks marks,
      boolean in,
      int parent) {
    boolean marked = in || marks != null && marks.isMarked();
    String indent = "  ".repeat(Math.min(depth, 40));
    ValueNotation notation = ValueNotation.of(tree);
    boolean named = notation.form() == ValueNotation.Form.PARTS;
    if (notation.form() == ValueNotation.Form.WRAPPER) {
      add(notation.parts().get(0).value(), name + notation.before(), end, depth, marks, in, parent);
      return;
    }
    if (notation.parts().isEmpty()) {
      boolean text = notation.form() == ValueNotation.Form.TEXT;
      String whole = notation.before() + (text ? "" : named ? "{}" : "[]");
      // A mark below a text, such as on one char of an array, marks the whole text.
      drafts.add(
          new DraftLine(
              indent + name + whole + end, marked || text && depth > 0 && marks != null, parent));
      return;
    }
    int self = drafts.size();
    drafts.add(
        new DraftLine(indent + name + notation.before() + (named ? "{" : "["), marked, parent));
    List<JsonTree.Part> parts = notation.parts();
    for (int i = 0; i < parts.size(); i++) {
      JsonTree.Part part = parts.get(i);
      String comma = i + 1 < parts.size() ? "," : "";
      String label = part.name().isEmpty() && !isKey(named, part) ? "" : label(part.name());
      add(part.value(), label, comma, depth + 1, below(marks, named, i, part), marked, self);
    }
    drafts.add(new DraftLine(indent + (named ? "}" : "]") + end, marked, self));
  }

  // A map can have the empty text as a key. Only a remark has no name.
  private static boolean isKey(boolean named, JsonTree.Part part) {
    return named && part.value().part("$more") == null;
  }

  private static String label(String name) {
    return ValueNotation.quoted(name, name.length()) + ": ";
  }

  private static @Nullable DifferenceMarks below(
      @Nullable DifferenceMarks marks, boolean named, int index, JsonTree.Part part) {
    if (marks == null) {
      return null;
    }
    return named ? marks.part(part.name()) : marks.element(index, part.value());
  }

  private List<Line> shown() {
    boolean[] keep = new boolean[drafts.size()];
    if (drafts.size() <= MOST_WHOLE) {
      Arrays.fill(keep, true);
    } else {
      choose(keep);
    }
    List<Line> lines = new ArrayList<>();
    int left = 0;
    for (int i = 0; i < keep.length; i++) {
      if (keep[i]) {
        skipped(lines, left);
        left = 0;
        lines.add(new Line(drafts.get(i).text(), drafts.get(i).marked()));
      } else {
        left++;
      }
    }
    skipped(lines, left);
    return lines;
  }

  private static void skipped(List<Line> lines, int left) {
    if (left > 0) {
      lines.add(new Line("⋯ " + Figures.count(left, "line", "lines") + " left out", false));
    }
  }

  private void choose(boolean[] keep) {
    int kept = 0;
    for (int i = 0; i < keep.length && kept < MOST; i++) {
      if (drafts.get(i).marked()) {
        kept += with(keep, i);
      }
    }
    for (int i = 0; i < keep.length && kept < MOST_WHOLE / 2; i++) {
      kept += keep[i] ? 0 : 1;
      keep[i] = true;
    }
    keep[keep.length - 1] = true;
  }

  private int with(boolean[] keep, int line) {
    int added = 0;
    for (int i = Math.max(0, line - AROUND); i <= Math.min(keep.length - 1, line + AROUND); i++) {
      added += keep[i] ? 0 : 1;
      keep[i] = true;
    }
    for (int up = drafts.get(line).parent(); up >= 0; up = drafts.get(up).parent()) {
      added += keep[up] ? 0 : 1;
      keep[up] = true;
    }
    return added;
  }
}
