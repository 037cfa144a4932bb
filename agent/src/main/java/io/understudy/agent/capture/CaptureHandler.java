package io.understudy.agent.capture;

import io.understudy.bridge.Handler;
import io.understudy.bridge.Token;
import org.jspecify.annotations.Nullable;

/** Leads from the bridge's numbers to the call points of one generation. */
final class CaptureHandler implements Handler {
  private final Numbers numbers;
  private final PointCapture[] points;

  /** Takes the points in the order of their indexes. */
  CaptureHandler(Numbers numbers, PointCapture[] points) {
    this.numbers = numbers;
    this.points = points.clone();
  }

  @Override
  public @Nullable Token take(int number) {
    int index = numbers.index(number);
    return index < 0 ? null : points[index].take();
  }

  @Override
  public void failed(int number, Throwable failure) {
    int index = numbers.index(number);
    if (index >= 0) {
      points[index].failed(failure);
    }
  }
}
