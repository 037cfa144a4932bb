package io.understudy.tool.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of the objects of a type: none, named parts, elements, or unknown. Immutable. */
public final class TypeParts {
  /** No parts: a number, a text, a date. */
  static final TypeParts NONE = new TypeParts(Collections.emptyMap(), null, false);

  /** Parts that are unknown before the application runs. */
  public static final TypeParts UNKNOWN =
      new TypeParts(Collections.emptyMap(), StaticType.UNKNOWN, false);

  private final Map<String, StaticType> named;
  private final @Nullable StaticType element;
  private final boolean isCounted;

  private TypeParts(
      Map<String, StaticType> named, @Nullable StaticType element, boolean isCounted) {
    this.named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    this.element = element;
    this.isCounted = isCounted;
  }

  /** Creates named parts, in order. */
  static TypeParts named(Map<String, StaticType> parts) {
    return new TypeParts(parts, null, false);
  }

  /**
   * Creates elements of one type.
   *
   * @param isCounted whether they are counted from 0, as in a list; otherwise any name leads to
   *     one, as in a map
   */
  static TypeParts elements(StaticType element, boolean isCounted) {
    return new TypeParts(Collections.emptyMap(), element, isCounted);
  }

  /** The named parts; empty if there are elements or the parts are unknown. Unmodifiable. */
  public Map<String, StaticType> byName() {
    return named;
  }

  /** The type of every element; null if there are no elements. */
  @Nullable
  public StaticType element() {
    return element;
  }

  /** Whether elements are counted from 0. */
  boolean isCounted() {
    return isCounted;
  }

  /** Returns the type that the step of a path leads to; null if it leads to no part. */
  @Nullable
  public StaticType step(String step) {
    boolean fits = element != null && (!isCounted || step.matches("\\*|[0-9]+|\\[.*"));
    return fits ? element : named.get(step);
  }
}
