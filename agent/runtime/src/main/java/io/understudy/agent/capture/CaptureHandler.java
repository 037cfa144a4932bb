package io.understudy.agent.capture;

import io.understudy.agent.weave.ControlWeaver;
import io.understudy.bridge.Handler;
import io.understudy.bridge.Token;
import org.jspecify.annotations.Nullable;

/** Maps the bridge's numbers to the call points of one generation. Immutable and thread-safe. */
final class CaptureHandler implements Handler {
  private final ControlWeaver weaver;
  private final PointCapture[] points;

  /** Takes the points in the order of their indexes. */
  CaptureHandler(ControlWeaver weaver, PointCapture[] points) {
    this.weaver = weaver;
    this.points = points.clone();
  }

  @Override
  public @Nullable Token take(int number, int site) {
    int index = weaver.index(number);
    if (index < 0) {
      return null;
    }
    Token token = points[index].take();
    if (token instanceof CallToken) {
      try {
        ((CallToken) token).site = weaver.site(site);
      } catch (StackOverflowError unknown) {
        // The call is counted, so it must be taken.
      }
    }
    return token;
  }

  @Override
  public void failed(int number, Throwable failure) {
    int index = weaver.index(number);
    if (index >= 0) {
      points[index].uncounted(failure);
    }
  }
}
