package io.understudy.agent.call;

import org.jspecify.annotations.Nullable;

/**
 * Which classes a call point was woven into: replay looks for the candidate through their class
 * loaders. Thread-safe.
 */
public interface ControlClasses {
  /**
   * The woven class that declares the control's body; the one woven last where there are several.
   * An implementation holds it weakly, so that undeployed applications are collected.
   *
   * @return null when no class was woven for the point, or it has been collected
   */
  @Nullable Class<?> of(CallPoint point);

  /**
   * The woven class that a call came through: of several deployments of one class, the call's own.
   *
   * @return null when it is not known, or has been collected
   */
  default @Nullable Class<?> of(Call call) {
    Site site = call.site();
    return site == null ? of(call.point()) : site.type();
  }
}
