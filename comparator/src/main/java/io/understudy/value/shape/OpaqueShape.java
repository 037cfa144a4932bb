package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;

/** What cannot be looked into, and why. */
final class OpaqueShape extends Shape {
  private final String reason;
  private final boolean notLoaded;

  OpaqueShape(String typeName, String reason) {
    this(typeName, reason, false);
  }

  private OpaqueShape(String typeName, String reason, boolean notLoaded) {
    super(Kind.OPAQUE, typeName);
    this.reason = reason;
    this.notLoaded = notLoaded;
  }

  /**
   * What a persistence library has not loaded. Nothing failed, and that it is not there is all that
   * there is to see; so it does not spoil what it is a part of, whose rules may ignore it.
   */
  static OpaqueShape notLoaded(String typeName, String reason) {
    return new OpaqueShape(typeName, reason, true);
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  void freeze(Object live, Frozen frozen, FreezeWalk run) throws Uncapturable {
    if (notLoaded) {
      frozen.unreadable(this);
    } else {
      run.unreadable(frozen, reason);
    }
  }
}
