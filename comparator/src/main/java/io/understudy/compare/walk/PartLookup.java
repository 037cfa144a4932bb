package io.understudy.compare.walk;

import io.understudy.compare.KeyLabel;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Kind;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a part by its name, in a record or in a map. */
final class PartLookup {
  /** The result for a part that does not exist; null is a value. */
  static final Object ABSENT = new Object();

  private PartLookup() {}

  /**
   * Returns the part at the end of these steps. A part of null is null; a part of an absent parent
   * is absent.
   *
   * @return the part, null, or {@link #ABSENT}
   */
  static @Nullable Object at(@Nullable Object from, List<String> steps) {
    Object found = from;
    for (String step : steps) {
      if (found == null || found == ABSENT) {
        return found;
      }
      found = part(found, step);
    }
    return found;
  }

  /**
   * Returns the only part whose name is this one in another style; {@link #ABSENT} where there is
   * none, or several.
   */
  static @Nullable Object similar(Object from, String name, RuleNode node) {
    String form = node.partName(name);
    EntryList parts = EntryList.of(from);
    Object found = ABSENT;
    for (int i = 0; i < parts.size(); i++) {
      if (node.partName(parts.label(i)).equals(form)) {
        if (found != ABSENT) {
          return ABSENT;
        }
        found = parts.values.get(i);
      }
    }
    return found;
  }

  private static @Nullable Object part(Object from, String name) {
    Shape shape = StandardShapes.of(from);
    if (shape.kind() == Kind.OPTIONAL) {
      Object content = OptionalContent.innermost(from);
      return content == null ? null : part(content, name);
    }
    if (shape.kind() == Kind.RECORD) {
      int i = shape.names().indexOf(name);
      return i < 0 ? ABSENT : shape.part(from, i);
    }
    if (shape.kind() == Kind.MAP) {
      Elements entries = shape.elements(from);
      while (entries.next()) {
        if (KeyLabel.of(entries.key()).equals(name)) {
          return entries.value();
        }
      }
    }
    return ABSENT;
  }
}
