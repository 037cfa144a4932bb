package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;

/** An object that cannot be read, and the reason. */
final class OpaqueShape extends Shape {
  private final String reason;
  private final boolean notLoaded;
  private final boolean copyable;

  OpaqueShape(String typeName, String reason) {
    this(typeName, reason, false, false);
  }

  private OpaqueShape(String typeName, String reason, boolean notLoaded, boolean copyable) {
    super(Kind.OPAQUE, typeName);
    this.reason = reason;
    this.notLoaded = notLoaded;
    this.copyable = copyable;
  }

  /** An object that cannot be compared but can be copied by its fields. */
  static OpaqueShape unseen(String typeName, String reason) {
    return new OpaqueShape(typeName, reason, false, true);
  }

  /**
   * An object that a persistence library has not loaded. Reading it is no failure, so it does not
   * make the object that contains it uncapturable. Rules may ignore the path.
   */
  static OpaqueShape notLoaded(String typeName, String reason) {
    return new OpaqueShape(typeName, reason, true, false);
  }

  /** {@inheritDoc} A copy by fields is possible where only the comparison is not. */
  @Override
  public boolean isByMethods() {
    return copyable;
  }

  @Override
  boolean isForeign(Object live, Shapes shapes) {
    return false;
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  void freeze(Object live, Frozen frozen, FreezeWalk walk) throws Uncapturable {
    if (notLoaded) {
      frozen.setUnreadable(this);
    } else {
      walk.reportUnreadable(frozen, reason);
    }
  }
}
