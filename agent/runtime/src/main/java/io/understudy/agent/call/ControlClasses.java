package io.understudy.agent.call;

import org.jspecify.annotations.Nullable;

/**
 * The classes into which call points were woven. Replay searches for candidates in their class
 * loaders. Thread-safe.
 */
public interface ControlClasses {
  /**
   * Returns the woven class that declares the control's body; the one woven last if there are
   * several. An implementation refers to it weakly, so that undeployed applications are collected.
   *
   * @return null if no class was woven for the point, or it was collected
   */
  @Nullable Class<?> of(CallPoint point);

  /**
   * Returns the woven class of a call: if a class is deployed several times, the one that was
   * called.
   *
   * @return null if it is unknown, or was collected
   */
  default @Nullable Class<?> of(Call call) {
    Site site = call.site();
    return site == null ? of(call.point()) : site.type();
  }

  /**
   * Returns the woven method with this body, if it is woven for the point.
   *
   * @param descriptor the descriptor of the method
   * @return null if the point is not woven into it
   */
  default @Nullable Site siteOf(
      CallPoint point, Class<?> declaring, String method, String descriptor) {
    return null;
  }

  /**
   * Returns why no class was woven for the point; null if a class was woven, or if the class is not
   * loaded yet.
   */
  default @Nullable String unwoven(CallPoint point) {
    return null;
  }
}
