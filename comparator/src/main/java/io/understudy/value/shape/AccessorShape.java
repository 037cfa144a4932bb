package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A RECORD whose parts are read by functions, for example the getters of a JDK class. */
final class AccessorShape extends Shape {
  private final List<String> names;
  private final List<Function<Object, @Nullable Object>> accessors;

  private final @Nullable Predicate<Object> foreign;

  private final boolean sharable;

  /** Objects that may change, read by methods of their class. */
  AccessorShape(
      String typeName, List<String> names, List<Function<Object, @Nullable Object>> accessors) {
    this(typeName, names, accessors, Shape::hasForeignMethods);
  }

  /**
   * Objects that may change.
   *
   * @param foreign whether the functions run code outside of the JDK; null if they never do
   */
  AccessorShape(
      String typeName,
      List<String> names,
      List<Function<Object, @Nullable Object>> accessors,
      @Nullable Predicate<Object> foreign) {
    this(typeName, names, accessors, foreign, false);
  }

  private AccessorShape(
      String typeName,
      List<String> names,
      List<Function<Object, @Nullable Object>> accessors,
      @Nullable Predicate<Object> foreign,
      boolean sharable) {
    super(Kind.RECORD, typeName);
    this.foreign = foreign;
    this.names = names;
    this.accessors = accessors;
    this.sharable = sharable;
  }

  /** The shape of objects that never change. */
  static AccessorShape ofSharable(
      String typeName, List<String> names, List<Function<Object, @Nullable Object>> accessors) {
    return new AccessorShape(typeName, names, accessors, Shape::hasForeignMethods, true);
  }

  @Override
  boolean isForeign(Object live, Shapes shapes) {
    return foreign != null && foreign.test(live);
  }

  @Override
  public boolean sharable() {
    return sharable;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public int size(Object object) {
    return names.size();
  }

  @Override
  public @Nullable Object part(Object record, int i) {
    return record instanceof Frozen ? ((Frozen) record).part(i) : accessors.get(i).apply(record);
  }

  @Override
  void freeze(Object live, Frozen frozen, FreezeWalk walk) throws Uncapturable {
    @Nullable Object[] parts = new @Nullable Object[names.size()];
    frozen.fill(parts);
    for (int i = 0; i < parts.length; i++) {
      @Nullable Object part;
      try {
        part = accessors.get(i).apply(live);
      } catch (RuntimeException | Error thrown) {
        walk.reportUnreadable(frozen, FreezeWalk.failure(typeName(), thrown));
        return;
      }
      parts[i] = walk.freezePart(part);
    }
  }
}
