package io.understudy.value.standard;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The content of a key or password, for comparing without showing it: neither {@code toString} nor
 * the hash contains a part of the secret. Immutable.
 */
public final class SecretValue {
  private final String description;
  private final byte[] content;

  /**
   * Keeps a secret.
   *
   * @param description what it is, without a part of the secret
   * @param content its bytes, which no other code changes
   */
  SecretValue(String description, byte[] content) {
    this.description = description;
    this.content = content;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecretValue
        && description.equals(((SecretValue) other).description)
        && Arrays.equals(content, ((SecretValue) other).content);
  }

  /** A hash of the description and the length only. */
  @Override
  public int hashCode() {
    return 31 * description.hashCode() + content.length;
  }

  @Override
  public String toString() {
    return description + " (not shown)";
  }
}
