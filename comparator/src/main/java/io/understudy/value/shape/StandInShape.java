package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A class whose objects stand for other objects: for what a function makes of each. */
final class StandInShape extends Shape {
  /** More than this stands for itself, or for ever something else. */
  private static final int LONGEST = 8;

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

  /** Objects that never change. */
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
    for (int i = 0; i < LONGEST; i++) {
      Object meant;
      try {
        meant = by.function.apply(from);
      } catch (VirtualMachineError fatal) {
        throw fatal;
      } catch (Throwable thrown) {
        return new OpaqueShape(typeName(), why(typeName(), thrown));
      }
      if (meant == null) {
        return OptionalShape.empty(typeName());
      }
      if (meant instanceof Frozen) {
        return new OpaqueShape(typeName(), typeName() + " stands for a frozen object");
      }
      Shape next = shapes.ofInstances(meant.getClass());
      if (next == by) {
        // A function that makes another object of the same class: that one is what it is.
        next = shapes.withoutView(meant.getClass());
      }
      if (!(next instanceof StandInShape)) {
        return ResolvedStandInShape.of(this, next.at(meant, shapes), meant);
      }
      by = (StandInShape) next;
      from = meant;
    }
    return new OpaqueShape(typeName(), typeName() + " stands for itself");
  }

  /** Why an object cannot be seen: what its own or its view's methods threw. */
  static String why(String typeName, Throwable thrown) {
    try {
      return FreezeWalk.reason(typeName, thrown);
    } catch (LinkageError missing) {
      return "reading " + typeName + " threw " + missing.getClass().getName();
    }
  }

  @Override
  void freeze(Object live, Frozen frozen, FreezeWalk run) throws Uncapturable {
    run.unreadable(frozen, reason());
  }
}
