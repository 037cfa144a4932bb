package io.understudy.report.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value as indented lines, those that differ marked. A long value is shown around its marked
 * lines: what is left out is said.
 */
final class ValueLines {
  /** A line to show. */
  record Line(String text, boolean marked) {}

  /** A whole value is shown up to so many lines. */
  static final int MOST_WHOLE = 48;

  /** Of a longer one, so many lines are shown at most. */
  static final int MOST = 80;

  private static final int AROUND = 2;

  /** A line that knows its parents, so that a marked one brings them along. */
  private record Draft(String text, boolean marked, int parent) {}

  private final List<Draft> drafts = new ArrayList<>();

  private ValueLines() {}

  /** The lines of a JSON text; the text itself, cut, where it is none. */
  static List<Line> of(String json, @Nullable Marks marks) {
    Tree tree = Tree.read(json);
    if (tree == null) {
      return List.of(new Line(Visible.line(json, 2_000), marks != null && marks.marked()));
    }
    return of(tree, marks);
  }

  /** The lines of a value. */
  static List<Line> of(Tree tree, @Nullable Marks marks) {
    ValueLines lines = new ValueLines();
    lines.add(tree, "", "", 0, marks, false, -1);
    return lines.shown();
  }

  private void add(
      Tree tree, String name, String end, int depth, @Nullable Marks marks, boolean in, int parent) {
    boolean marked = in || marks != null && marks.marked();
    String indent = "  ".repeat(Math.min(depth, 40));
    boolean object = tree.kind() == Tree.Kind.OBJECT;
    boolean list = tree.kind() == Tree.Kind.LIST;
    if (!tree.nested()) {
      String text = object ? "{}" : list ? "[]" : scalar(tree);
      drafts.add(new Draft(indent + name + text + end, marked, parent));
      return;
    }
    int self = drafts.size();
    drafts.add(new Draft(indent + name + (object ? "{" : "["), marked, parent));
    for (int i = 0; i < tree.parts().size(); i++) {
      Tree.Part part = tree.parts().get(i);
      Marks below =
          marks == null
              ? null
              : object ? marks.part(part.name()) : marks.element(i, part.value());
      add(
          part.value(),
          object ? quoted(part.name()) + ": " : "",
          i + 1 < tree.parts().size() ? "," : "",
          depth + 1,
          below,
          marked,
          self);
    }
    drafts.add(new Draft(indent + (object ? "}" : "]") + end, marked, self));
  }

  private static String scalar(Tree tree) {
    return tree.kind() == Tree.Kind.STRING ? quoted(tree.text()) : Visible.line(tree.text());
  }

  // First JSON's own escapes, so that a backslash in the value cannot pose as one of ours.
  private static String quoted(String text) {
    String some = text.length() > Visible.MOST ? text.substring(0, Visible.MOST) : text;
    String shown =
        Visible.line(some.replace("\\", "\\\\").replace("\"", "\\\""), Integer.MAX_VALUE);
    return "\"" + shown + "\"" + (some.length() < text.length() ? Visible.cut(text.length()) : "");
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
