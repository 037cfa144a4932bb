package io.understudy.agent.convert;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How objects of one class are built from objects of one shape. Immutable and thread-safe. */
final class RecordPlan {
  final TargetType type;

  /** Calls the constructor or returns a new builder: {@code (Object[]) -> Object}. */
  final MethodHandle maker;

  /** Ends a builder: {@code (Object) -> Object}; null for a constructor. */
  final @Nullable MethodHandle build;

  final List<Slot> parameters;
  final List<Slot> settings;

  /** The parts without a place. */
  final List<Slot> unplaced;

  RecordPlan(
      TargetType type,
      MethodHandle maker,
      @Nullable MethodHandle build,
      List<Slot> parameters,
      List<Slot> settings,
      List<Slot> unplaced) {
    this.type = type;
    this.maker = maker;
    this.build = build;
    this.parameters = parameters;
    this.settings = settings;
    this.unplaced = unplaced;
  }

  /** Whether the object exists before its parts are converted, so that a cycle may lead to it. */
  boolean isMadeFirst() {
    return parameters.isEmpty() && build == null;
  }

  /** A part of the new object and its source. Immutable. */
  static final class Slot {
    /** The index of the part in the shape of the source; -1 for a constant. */
    final int part;

    /** The name of the part in the new class. */
    final String name;

    final TargetType type;
    final @Nullable Object constant;

    /** Sets the part; null for a parameter of the constructor. */
    final @Nullable PartSetter setter;

    Slot(
        int part,
        String name,
        TargetType type,
        @Nullable Object constant,
        @Nullable PartSetter setter) {
      this.part = part;
      this.name = name;
      this.type = type;
      this.constant = constant;
      this.setter = setter;
    }
  }
}
