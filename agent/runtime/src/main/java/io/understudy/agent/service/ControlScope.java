package io.understudy.agent.service;

import org.jspecify.annotations.Nullable;

/** Which classes may hold controls: those of some packages that are not candidates'. Immutable. */
public final class ControlScope {
  private final Packages packages;
  private final @Nullable Packages candidates;

  private ControlScope(Packages packages, @Nullable Packages candidates) {
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
    Packages next = candidates == null ? null : Packages.parse(candidates);
    return new ControlScope(Packages.parse(packages), next);
  }

  /** Where the control's classes are. */
  public Packages packages() {
    return packages;
  }

  /** Where the candidates are; null where the user does not say. */
  public @Nullable Packages candidates() {
    return candidates;
  }

  /** Whether the methods of the class with this binary name may be controls. */
  public boolean contains(String className) {
    return packages.contain(className) && (candidates == null || !candidates.contain(className));
  }
}
