package io.understudy.value;

/** What cannot be looked into, and why. */
final class OpaqueShape extends Shape {
  private final String reason;

  OpaqueShape(String typeName, String reason) {
    super(Kind.OPAQUE, typeName);
    this.reason = reason;
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public int size(Object object) {
    return 0;
  }

  @Override
  public Elements elements(Object object) {
    return Elements.NONE;
  }

  @Override
  void freeze(Object live, Frozen frozen, Freezing run) throws Uncapturable {
    run.unreadable(frozen, reason);
  }
}
