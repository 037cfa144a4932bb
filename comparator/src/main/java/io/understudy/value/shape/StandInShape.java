package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A class whose objects stand for other objects: the results of a function. */
final class StandInShape extends Shape {
  /** A longer chain of stand-ins is taken for an endless one. */
  private static final int LONGEST_CHAIN = 8;

  private final Function<Object, @Nullable Object> function;

  private final boolean sharable;

  StandInShape(String typeName, Function<Object, @Nullable Object> function) {
    this(typeName, function, false);
  }

  private StandInShape(
      String typeName, Function<Object, @Nullable Object> function, boolean sharable) {
    super(Kind.OPAQUE, typeName);
    this.function = function;
    this.sharable = sharable;
  }

  /** The shape of objects that never change. */
  static Shape ofSharable(String typeName, Function<Object, @Nullable Object> function) {
    return new StandInShape(typeName, function, true);
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
      Shape next = shapes.ofInstances(target.getClass());
      if (next == by) {
        // The function returned an object of the same class: read it without the view.
        next = shapes.withoutView(target.getClass());
      }
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
