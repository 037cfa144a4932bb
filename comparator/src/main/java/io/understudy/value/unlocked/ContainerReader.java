package io.understudy.value.unlocked;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How the collections or maps of one class are read. Immutable and thread-safe. */
public final class ContainerReader {
  private final Function<Object, Collection<?>> contents;
  private final @Nullable Predicate<Object> foreign;

  private ContainerReader(
      Function<Object, Collection<?>> contents, @Nullable Predicate<Object> foreign) {
    this.contents = contents;
    this.foreign = foreign;
  }

  /** Reads objects without calling code outside of the JDK. */
  static ContainerReader quiet(Function<Object, Collection<?>> contents) {
    return new ContainerReader(contents, null);
  }

  /**
   * Reads objects whose contents may be behind objects of other classes.
   *
   * @param foreign whether reading an object calls code outside of the JDK
   */
  public static ContainerReader of(
      Function<Object, Collection<?>> contents, @Nullable Predicate<Object> foreign) {
    return new ContainerReader(contents, foreign);
  }

  /** The function that returns the elements of a collection or the entries of a map. */
  public Function<Object, Collection<?>> contents() {
    return contents;
  }

  /**
   * Whether reading an object of the class may call code outside of the JDK; null if it never does.
   */
  public @Nullable Predicate<Object> foreign() {
    return foreign;
  }

  /** Whether reading this object may call code outside of the JDK. */
  public boolean isForeign(Object live) {
    return foreign != null && foreign.test(live);
  }
}
