package io.understudy.value;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The position of an object in a graph: the steps from the root, printed as a JSON Pointer (RFC
 * 6901).
 *
 * <p>A step is the name of a part, the index of a list element, the key of a map value, or the
 * identity of an element ({@code /lines[sku=A7]}). Immutable; a child shares its parent.
 */
public final class Path {
  /** The sorts of steps. A signature keeps only steps of sort PART. */
  public enum Step {
    /** A named part of a record. */
    PART,
    /** An index in a list, or the position of an element of a set. */
    INDEX,
    /** The key of a map. */
    KEY,
    /** An element identified by one of its parts; printed as {@code [sku=A7]} without a slash. */
    ELEMENT
  }

  private static final Path ROOT = new Path(null, Step.PART, "");

  private final @Nullable Path parent;
  private final Step step;
  private final String text;

  private Path(@Nullable Path parent, Step step, String text) {
    this.parent = parent;
    this.step = step;
    this.text = text;
  }

  /** The path without steps, printed as the empty text. */
  public static Path root() {
    return ROOT;
  }

  /** The named part below this path. */
  public Path part(String name) {
    return new Path(this, Step.PART, name);
  }

  /** The element at {@code index}, from 0, below this path. */
  public Path index(int index) {
    return new Path(this, Step.INDEX, Integer.toString(index));
  }

  /** The value under a key of a map; {@code key} is the key as text. */
  public Path key(String key) {
    return new Path(this, Step.KEY, key);
  }

  /** The element identified by {@code label}, such as {@code sku=A7}. */
  public Path element(String label) {
    return new Path(this, Step.ELEMENT, label);
  }

  /** This path without its last step; null for the root. */
  public @Nullable Path parent() {
    return parent;
  }

  /** The sort of the last step; {@link Step#PART} for the root. */
  public Step step() {
    return step;
  }

  /** The name, index, key or label of the last step, not escaped; empty for the root. */
  public String text() {
    return text;
  }

  /**
   * This path with {@code *} for every index, key and element. It is the position in the shape
   * instead of in one object. {@code /lines/3/price} becomes {@code /lines/*}{@code /price}.
   */
  public String generalised() {
    StringBuilder out = new StringBuilder();
    for (Path p : fromRoot()) {
      if (p.step == Step.PART) {
        escape(out.append('/'), p.text);
      } else {
        out.append("/*");
      }
    }
    return out.toString();
  }

  /** The paths from the first step to this one; empty for the root. */
  Iterable<Path> fromRoot() {
    Deque<Path> steps = new ArrayDeque<>();
    for (Path p = this; p.parent != null; p = p.parent) {
      steps.push(p);
    }
    return steps;
  }

  private static void escape(StringBuilder out, String text) {
    out.append(text.replace("~", "~0").replace("/", "~1"));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Path)) {
      return false;
    }
    Path a = this;
    Path b = (Path) other;
    while (a.parent != null && b.parent != null) {
      if (a == b) {
        return true;
      }
      if (a.step != b.step || !a.text.equals(b.text)) {
        return false;
      }
      a = a.parent;
      b = b.parent;
    }
    return a.parent == null && b.parent == null;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (Path p = this; p.parent != null; p = p.parent) {
      hash = 31 * hash + p.text.hashCode();
    }
    return hash;
  }

  /** The JSON Pointer: {@code /lines/3/price}, or {@code /lines[sku=A7]/price} with a label. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Path p : fromRoot()) {
      if (p.step == Step.ELEMENT) {
        escape(out.append('['), p.text);
        out.append(']');
      } else {
        escape(out.append('/'), p.text);
      }
    }
    return out.toString();
  }
}
