package io.understudy.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which build of the code ran: evidence belongs to builds. Immutable.
 *
 * <p>By the name of the jar or directory and the SHA-256 of its bytes.
 */
public final class CodeIdentity {
  private final String name;
  private final @Nullable String sha256;

  /**
   * States an identity.
   *
   * @param name file name of the jar or directory, without its path
   * @param sha256 64 lower-case hexadecimal digits; null where it could not be computed
   */
  public CodeIdentity(String name, @Nullable String sha256) {
    this.name = name;
    this.sha256 = sha256;
  }

  /** The file name of the jar or directory. */
  public String name() {
    return name;
  }

  /** The SHA-256 of its bytes as hexadecimal digits; null where it is not known. */
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
