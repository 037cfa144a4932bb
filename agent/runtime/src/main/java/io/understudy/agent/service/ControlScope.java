package io.understudy.agent.service;

import org.jspecify.annotations.Nullable;

/** Which classes may hold controls: those of some packages that are not candidates'. Immutable. */
public final class ControlScope {
  private final PackageNames packages;
  private final @Nullable PackageNames candidates;

  private ControlScope(PackageNames packages, @Nullable PackageNames candidates) {
    this.packages = packages;
    this.candidates = candidates;
  }

  /**
   * Reads a scope as it is typed.
   *
   * @param packages where the control's classes are, separated by commas
   * @param candidates where the candidates are, likewise; null where the user does not say
   * @throws IllegalArgumentException when a name is no package's; the message names it
   */
  public static ControlScope of(String packages, @Nullable String candidates) {
    PackageNames next = candidates == null ? null : PackageNames.parse(candidates);
    return new ControlScope(PackageNames.parse(packages), next);
  }

  /** Where the control's classes are. */
  public PackageNames packages() {
    return packages;
  }

  /** Where the candidates are; null where the user does not say. */
  public @Nullable PackageNames candidates() {
    return candidates;
  }

  /** Whether the methods of the class with this binary name may be controls. */
  public boolean contains(String className) {
    return packages.contain(className) && (candidates == null || !candidates.contain(className));
  }
}
