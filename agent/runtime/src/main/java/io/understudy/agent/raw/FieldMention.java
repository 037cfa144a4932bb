package io.understudy.agent.raw;

/** A field that the code of a class reads or writes. Immutable. */
public final class FieldMention {
  private final String owner;
  private final String descriptor;

  FieldMention(String owner, String descriptor) {
    this.owner = owner;
    this.descriptor = descriptor;
  }

  /** The binary name of the class through which the code names the field. */
  public String owner() {
    return owner;
  }

  /** The descriptor of its type, such as {@code Lcom/acme/Status;}. */
  public String descriptor() {
    return descriptor;
  }
}
