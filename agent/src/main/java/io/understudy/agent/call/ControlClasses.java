package io.understudy.agent.call;

import org.jspecify.annotations.Nullable;

/**
 * Which class a call point's control method was woven into: replay looks for the candidate through
 * its class loader. Thread-safe.
 */
public interface ControlClasses {
  /**
   * The woven class that declares the control's body; the one woven last where there are several.
   * An implementation holds it weakly, so that undeployed applications are collected.
   *
   * @return null when no class was woven for the point, or it has been collected
   */
  @Nullable Class<?> of(CallPoint point);
}
