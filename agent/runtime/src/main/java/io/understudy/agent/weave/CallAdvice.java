package io.understudy.agent.weave;

import io.understudy.bridge.Bridge;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * The code that is copied into a control method, before and after its body. It uses only the bridge
 * and {@code java.*}, since it runs as part of the application's class.
 *
 * <p>Byte Buddy builds the argument array where the advice reads it, so the advice reads it only
 * after the call is taken. Stores set and clear the mark, not calls, since a call may find no stack
 * and an error may strike between a call and the store of its result. For the same reason the
 * handlers call the bridge only where there is stack. Which errors leave the advice: see {@link
 * Bridge}.
 */
final class CallAdvice {
  private CallAdvice() {}

  @Advice.OnMethodEnter
  static void enter(
      @PointNumber int point,
      @SiteNumber int site,
      @MarkSlot int slot,
      @Advice.AllArguments @Nullable Object[] arguments,
      @Advice.Local("marks") int @Nullable [] marks,
      @Advice.Local("token") @Nullable Object token) {
    try {
      marks = Bridge.enter(point, site);
      if (marks != null) {
        marks[slot] = 1;
        token = Bridge.take(point, site, marks);
        if (token != null) {
          Bridge.capture(token, marks, arguments);
        }
      }
    } catch (Throwable failure) {
      // Without stack, a call that was taken is ended at the exit.
      if (token == null || !(failure instanceof StackOverflowError)) {
        if (marks != null) {
          marks[slot] = 0;
          marks[marks.length - 1] = 0;
        }
        Bridge.entryFailed(point, token, failure);
      }
    }
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @MarkSlot int slot,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object returned,
      @Advice.Thrown @Nullable Throwable thrown,
      @Advice.Local("marks") int @Nullable [] marks,
      @Advice.Local("token") @Nullable Object token) {
    if (marks != null) {
      marks[slot] = 0;
      if (token != null) {
        try {
          Bridge.exit(token, marks, returned, thrown);
        } catch (Throwable failure) {
          marks[marks.length - 1] = 0;
          if (!(failure instanceof StackOverflowError)) {
            Bridge.exitFailed(token, failure);
          }
        }
      }
    }
  }
}
