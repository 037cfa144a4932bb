package io.understudy.agent.weave;

import io.understudy.bridge.Bridge;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * {@link CallAdvice} for the call points that need the receiver, since their noise is measured, or
 * their order or the candidate's arguments depend on it: it also passes on the receiver of the
 * control and the class that declares the running body. Apart from that its entry is the same, and
 * it has no exit of its own.
 */
final class RepeatableCallAdvice {
  private RepeatableCallAdvice() {}

  @Advice.OnMethodEnter
  static void enter(
      @PointNumber int point,
      @SiteNumber int site,
      @MarkSlot int slot,
      @Advice.This(optional = true) @Nullable Object self,
      @Advice.Origin Class<?> declaring,
      @Advice.AllArguments @Nullable Object[] arguments,
      @Advice.Local("marks") int @Nullable [] marks,
      @Advice.Local("token") @Nullable Object token) {
    try {
      marks = Bridge.enter(point, site);
      if (marks != null) {
        marks[slot] = 1;
        token = Bridge.take(point, site, marks);
        if (token != null) {
          Bridge.self(token, self, declaring);
          Bridge.capture(token, marks, arguments);
        }
      }
    } catch (Throwable failure) {
      if (token == null || !(failure instanceof StackOverflowError)) {
        if (marks != null) {
          marks[slot] = 0;
          marks[marks.length - 1] = 0;
        }
        Bridge.entryFailed(point, token, failure);
      }
    }
  }
}
