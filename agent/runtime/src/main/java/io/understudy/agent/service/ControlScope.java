package io.understudy.agent.service;

import org.jspecify.annotations.Nullable;

/**
 * The classes that may hold controls: those in the named packages, without those in the packages of
 * the candidates. Immutable.
 */
public final class ControlScope {
  private final PackageNames packages;
  private final @Nullable PackageNames candidates;

  private ControlScope(PackageNames packages, @Nullable PackageNames candidates) {
    this.packages = packages;
    this.candidates = candidates;
  }

  /**
   * Reads a scope as the user types it.
   *
   * @param packages packages of the control's classes, separated by commas
   * @param candidates packages of the candidates, likewise; null if not given
   * @throws IllegalArgumentException if a name is not a package name; the message names it
   */
  public static ControlScope of(String packages, @Nullable String candidates) {
    PackageNames next = candidates == null ? null : PackageNames.parse(candidates);
    return new ControlScope(PackageNames.parse(packages), next);
  }

  /** The packages of the control's classes. */
  public PackageNames packages() {
    return packages;
  }

  /** The packages of the candidates; null if the user gives none. */
  public @Nullable PackageNames candidates() {
    return candidates;
  }

  /** Whether the methods of the class with this binary name may be controls. */
  public boolean contains(String className) {
    return packages.contain(className) && (candidates == null || !candidates.contain(className));
  }
}
