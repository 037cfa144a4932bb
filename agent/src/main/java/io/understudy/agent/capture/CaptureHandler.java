package io.understudy.agent.capture;

import io.understudy.bridge.Handler;
import org.jspecify.annotations.Nullable;

/** Leads from the bridge's numbers and tokens to the call points and their types. */
final class CaptureHandler implements Handler {
  private final PointCapture[] points;

  /** Takes the points in the order of their numbers. */
  CaptureHandler(PointCapture[] points) {
    this.points = points.clone();
  }

  @Override
  public @Nullable Object take(int point) {
    return points[point].take();
  }

  @Override
  public void self(int point, Object token, @Nullable Object self, Class<?> declaring) {
    points[point].self((Taken) token, self, declaring);
  }

  @Override
  public void capture(int point, Object token, @Nullable Object[] arguments) {
    points[point].capture((Taken) token, arguments);
  }

  @Override
  public void exit(int point, Object token, @Nullable Object returned, @Nullable Throwable thrown) {
    points[point].exit((Taken) token, returned, thrown);
  }

  @Override
  public void failed(int point, Throwable failure) {
    points[point].failed(failure);
  }
}
