package io.understudy.value;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where in a graph something stands: steps from the root, printed as a JSON Pointer (RFC 6901).
 *
 * <p>A step leads to a named part, to the element of a list by its index, to the value of a map by
 * its key, or to an element that is known by a part of its own ({@code /lines[sku=A7]}). Immutable;
 * a child shares its parent.
 */
public final class Path {
  /** What a step stands for, which decides whether a signature keeps it. */
  public enum Step {
    /** A named part of a record. */
    PART,
    /** An index in a list, or a place in a set. */
    INDEX,
    /** The key of a map. */
    KEY,
    /** An element known by its own part, printed {@code [sku=A7]} without a slash. */
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

  /** The value under a map's key, as the key prints itself. */
  public Path key(String key) {
    return new Path(this, Step.KEY, key);
  }

  /** The element known by {@code label}, such as {@code sku=A7}. */
  public Path element(String label) {
    return new Path(this, Step.ELEMENT, label);
  }

  /** The path one step shorter; null at the root. */
  public @Nullable Path parent() {
    return parent;
  }

  /** What the last step stands for; {@link Step#PART} at the root. */
  public Step step() {
    return step;
  }

  /** The last step's name, index, key or label, not escaped; empty at the root. */
  public String text() {
    return text;
  }

  /**
   * This path with every index, key and element replaced by {@code *}: the place in the shape
   * rather than in one object. {@code /lines/3/price} becomes {@code /lines/*}{@code /price}.
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

  /** The paths from the first step to this one; empty at the root. */
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

  /** The JSON Pointer: {@code /lines/3/price}, or {@code /lines[sku=A7]/price} where keyed. */
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
