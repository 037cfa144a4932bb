package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A class whose objects stand for other objects: the results of a function. */
final class StandInShape extends Shape {
  /** A longer chain of stand-ins is taken for an endless one. */
  private static final int LONGEST_CHAIN = 8;

  private final Function<Object, @Nullable Object> function;

  private final @Nullable Predicate<Object> foreign;

  private final boolean sharable;

  /** Objects that may change, read by methods of their class. */
  StandInShape(String typeName, Function<Object, @Nullable Object> function) {
    this(typeName, function, Shape::hasForeignMethods);
  }

  /**
   * Objects that may change.
   *
   * @param foreign whether the function runs code outside of the JDK; null if it never does
   */
  StandInShape(
      String typeName,
      Function<Object, @Nullable Object> function,
      @Nullable Predicate<Object> foreign) {
    this(typeName, function, foreign, false);
  }

  private StandInShape(
      String typeName,
      Function<Object, @Nullable Object> function,
      @Nullable Predicate<Object> foreign,
      boolean sharable) {
    super(Kind.OPAQUE, typeName);
    this.function = function;
    this.foreign = foreign;
    this.sharable = sharable;
  }

  /** The shape of objects that never change. */
  static Shape ofSharable(String typeName, Function<Object, @Nullable Object> function) {
    return new StandInShape(typeName, function, Shape::hasForeignMethods, true);
  }

  @Override
  public boolean isByMethods() {
    return true;
  }

  @Override
  public boolean sharable() {
    return sharable;
  }

  @Override
  public String reason() {
    return typeName() + " cannot be copied";
  }

  /** The object that this one stands for is read too, and may be another stand-in. */
  @Override
  boolean isForeign(Object live, Shapes shapes) {
    StandInShape by = this;
    Object from = live;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      if (by.foreign != null) {
        return by.foreign.test(from); // An object of the JDK stands for values of the JDK.
      }
      Object target = by.function.apply(from);
      if (target == null || target instanceof Frozen) {
        return false;
      }
      Shape next = by.next(target, shapes);
      if (!(next instanceof StandInShape)) {
        return next.isForeign(target, shapes);
      }
      by = (StandInShape) next;
      from = target;
    }
    return true;
  }

  private Shape next(Object target, Shapes shapes) {
    Shape next = shapes.ofInstances(target.getClass());
    // If the function returned an object of the same class, it is read without the view.
    return next == this ? shapes.withoutView(target.getClass()) : next;
  }

  @Override
  Shape at(Object live, Shapes shapes) {
    StandInShape by = this;
    Object from = live;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      Object target;
      try {
        target = by.function.apply(from);
      } catch (VirtualMachineError fatal) {
        throw fatal;
      } catch (Throwable thrown) {
        return new OpaqueShape(typeName(), failure(typeName(), thrown));
      }
      if (target == null) {
        return OptionalShape.empty(typeName());
      }
      if (target instanceof Frozen) {
        return new OpaqueShape(typeName(), typeName() + " stands for a frozen object");
      }
      Shape next = by.next(target, shapes);
      if (!(next instanceof StandInShape)) {
        return ResolvedStandInShape.of(this, next.at(target, shapes), target);
      }
      by = (StandInShape) next;
      from = target;
    }
    return new OpaqueShape(typeName(), typeName() + " stands for itself");
  }

  /** Why an object cannot be read: its own method or the view's function threw an exception. */
  static String failure(String typeName, Throwable thrown) {
    try {
      return FreezeWalk.failure(typeName, thrown);
    } catch (LinkageError missing) {
      return "reading " + typeName + " threw " + missing.getClass().getName();
    }
  }

  @Override
  void freeze(Object live, Frozen frozen, FreezeWalk walk) throws Uncapturable {
    walk.reportUnreadable(frozen, reason());
  }
}
