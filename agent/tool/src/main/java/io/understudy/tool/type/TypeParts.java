package io.understudy.tool.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands inside the objects of a type: nothing, parts by name, elements, or who knows. */
public final class TypeParts {
  /** No parts: a number, a text, a date. */
  static final TypeParts NONE = new TypeParts(Collections.emptyMap(), null, false);

  /** Nobody can tell before the application runs. */
  public static final TypeParts UNKNOWN =
      new TypeParts(Collections.emptyMap(), StaticType.UNKNOWN, false);

  private final Map<String, StaticType> named;
  private final @Nullable StaticType element;
  private final boolean counted;

  private TypeParts(Map<String, StaticType> named, @Nullable StaticType element, boolean counted) {
    this.named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    this.element = element;
    this.counted = counted;
  }

  /** Parts by their names, in order. */
  static TypeParts named(Map<String, StaticType> parts) {
    return new TypeParts(parts, null, false);
  }

  /**
   * Elements of one type.
   *
   * @param counted whether they are counted from 0, as in a list; else any name leads to one
   */
  static TypeParts elements(StaticType element, boolean counted) {
    return new TypeParts(Collections.emptyMap(), element, counted);
  }

  /** Parts by their names; none where there are elements or nothing is known. Unmodifiable. */
  public Map<String, StaticType> byName() {
    return named;
  }

  /** The type of every element; null where there are none. */
  @Nullable
  public StaticType element() {
    return element;
  }

  /** Whether elements are counted from 0. */
  boolean counted() {
    return counted;
  }

  /** What the step of a path leads to; null where it leads to nothing. */
  @Nullable
  public StaticType step(String step) {
    boolean fits = element != null && (!counted || step.matches("\\*|[0-9]+|\\[.*"));
    return fits ? element : named.get(step);
  }
}
