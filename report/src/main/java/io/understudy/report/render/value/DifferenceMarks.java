package io.understudy.report.render.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The places of a value that differ, as a tree of path steps. A step is a name, an index or a key
 * ({@code /lines}), or an element with the value of one of its parts ({@code [sku=A7]}).
 */
public final class DifferenceMarks {
  private final Map<String, DifferenceMarks> below = new LinkedHashMap<>();
  private boolean marked;

  /** Creates the marks of these paths; paths have the form of the journal. */
  public static DifferenceMarks of(Collection<String> paths) {
    DifferenceMarks root = new DifferenceMarks();
    for (String path : paths) {
      DifferenceMarks at = root;
      for (String step : steps(path)) {
        at = at.below.computeIfAbsent(step, s -> new DifferenceMarks());
      }
      at.marked = true;
    }
    return root;
  }

  /** Whether the place itself differs. */
  public boolean isMarked() {
    return marked;
  }

  /** Returns the marks below a name, a key or an index; null where there is none. */
  @Nullable
  public DifferenceMarks part(String name) {
    return below.get("/" + name);
  }

  /** Returns the marks below a list element, by its index or by one of its parts; null if none. */
  @Nullable DifferenceMarks element(int index, JsonTree element) {
    DifferenceMarks byIndex = below.get("/" + index);
    if (byIndex != null) {
      return byIndex;
    }
    for (Map.Entry<String, DifferenceMarks> step : below.entrySet()) {
      String label = step.getKey();
      int equals = label.indexOf('=');
      if (label.charAt(0) == '[' && equals > 0) {
        JsonTree part = element.part(label.substring(1, equals));
        if (part != null && ValueNotation.plain(part).equals(label.substring(equals + 1))) {
          return step.getValue();
        }
      }
    }
    return null;
  }

  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    StringBuilder step = new StringBuilder();
    boolean element = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean begins = c == '/' || c == '[' && looksLikeElement(path, i);
      if (begins && !element) {
        add(steps, step);
        element = c == '[';
        step.append(c);
      } else if (element && c == ']' && (i + 1 == path.length() || isStart(path.charAt(i + 1)))) {
        element = false;
      } else {
        step.append(c);
      }
    }
    add(steps, step);
    return steps;
  }

  private static boolean isStart(char c) {
    return c == '/' || c == '[';
  }

  private static boolean looksLikeElement(String path, int at) {
    return path.indexOf('=', at) > 0 && path.indexOf(']', at) > 0;
  }

  private static void add(List<String> steps, StringBuilder step) {
    if (step.length() > 0) {
      steps.add(step.toString().replace("~1", "/").replace("~0", "~"));
      step.setLength(0);
    }
  }
}
