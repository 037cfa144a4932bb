package io.understudy.agent.convert;

import io.understudy.value.Kind;
import io.understudy.value.Path;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.Views;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Sets and maps whose contents are added last, because an object in them belongs to a cycle and its
 * hash code would change while its parts are set. Not thread-safe.
 */
final class LateContents {
  private final Views views;
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Object> unfilled = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Filling> fillings = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private int hits;

  LateContents(Views views) {
    this.views = views;
  }

  /** Adds the contents of one set or map. */
  interface Filling {
    void fill() throws ConversionException;
  }

  /** Proves that an object has kept a set or map, and no copy of it without its contents. */
  private interface Check {
    void check() throws ConversionException;
  }

  /** An object exists, and its parts are not set yet. */
  void opened(Object made) {
    open.add(made);
  }

  /** All parts of an object are set. */
  void closed(Object made) {
    open.remove(made);
  }

  /** Whether parts of an object are still to be set. */
  boolean isOpen(Object made) {
    return open.contains(made);
  }

  /**
   * A reference leads back to an object that is not complete.
   *
   * @throws ConversionException if it is a collection or map, which a setter might copy
   */
  void hit(Object made, Path path) throws ConversionException {
    if (made instanceof Collection || made instanceof java.util.Map || made.getClass().isArray()) {
      throw ConversionException.at(path, "leads back to a collection that contains it");
    }
    hits++;
  }

  /** A reference leads to a complete object, which may lead on to an incomplete one. */
  void reused() {
    hits += hits > 0 && !open.isEmpty() ? 1 : 0;
  }

  /** How often a reference may have led back to an incomplete object. */
  int hits() {
    return hits;
  }

  /**
   * Fills a set or map: at once, or at the end if its objects may lead back to incomplete ones.
   *
   * @param hitsBefore {@link #hits()} before the objects were converted
   * @param hashed the objects whose hash codes it uses
   */
  void fill(Object container, int hitsBefore, Collection<?> hashed, Filling filling)
      throws ConversionException {
    boolean isSorted = container instanceof SortedSet || container instanceof SortedMap;
    if (hits == hitsBefore || (!isSorted && haveIdentityHashes(hashed))) {
      filling.fill();
    } else {
      unfilled.add(container);
      fillings.add(filling);
    }
  }

  /**
   * Refuses objects of a cycle in a set or map that cannot be filled last.
   *
   * @param hitsBefore as for {@link #fill}
   */
  void requireComplete(int hitsBefore, Collection<?> hashed, Path path) throws ConversionException {
    if (hits != hitsBefore && !haveIdentityHashes(hashed)) {
      throw ConversionException.at(
          path, "belongs to a cycle, and the candidate takes a set or map that never changes");
    }
  }

  private static boolean haveIdentityHashes(Collection<?> hashed) {
    return hashed.stream().allMatch(LateContents::hasIdentityHash);
  }

  private static boolean hasIdentityHash(@Nullable Object object) {
    try {
      return object == null
          || object.getClass().getMethod("hashCode").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException | LinkageError unknown) {
      return false;
    }
  }

  /** A part was given to an object; if it is filled last, the object must keep it itself. */
  void given(Object owner, String part, @Nullable Object value, Path path) {
    if (value != null && unfilled.contains(value)) {
      checks.add(
          () -> {
            Shape shape = views.shapeOf(owner);
            int index = shape.kind() == Kind.RECORD ? shape.names().indexOf(part) : -1;
            if (index < 0 || shape.part(owner, index) != value) {
              throw ConversionException.at(
                  path.part(part),
                  "belongs to a cycle, and "
                      + owner.getClass().getName()
                      + " copies it before it is complete");
            }
          });
    }
  }

  /** Fills what is left, at the end of the conversion. */
  void finish() throws ConversionException {
    for (Filling filling : fillings) {
      filling.fill();
    }
    for (Check check : checks) {
      check.check();
    }
  }
}
