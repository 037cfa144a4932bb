package io.understudy.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The build of the code that ran: the name of the jar or directory and the SHA-256 of its bytes.
 * Evidence belongs to builds. Immutable.
 */
public final class CodeIdentity {
  private final String name;
  private final @Nullable String sha256;

  /**
   * Creates an identity.
   *
   * @param name file name of the jar or directory, without its path
   * @param sha256 64 lower-case hexadecimal digits; null if it could not be computed
   */
  public CodeIdentity(String name, @Nullable String sha256) {
    this.name = name;
    this.sha256 = sha256;
  }

  /** The file name of the jar or directory. */
  public String name() {
    return name;
  }

  /** The SHA-256 of its bytes as hexadecimal digits; null if unknown. */
  public @Nullable String sha256() {
    return sha256;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CodeIdentity
        && name.equals(((CodeIdentity) other).name)
        && Objects.equals(sha256, ((CodeIdentity) other).sha256);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, sha256);
  }

  @Override
  public String toString() {
    return sha256 == null ? name : name + "@" + sha256;
  }
}
