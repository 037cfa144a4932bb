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
 * after the call is taken. A store clears the mark, not a call, since a call may find no stack. No
 * exception leaves the advice; see {@link CallDecorator}.
 */
final class CallAdvice {
  private CallAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @PointNumber int point,
      @SiteNumber int site,
      @Advice.AllArguments @Nullable Object[] arguments,
      @Advice.Local("marks") int @Nullable [] marks,
      @Advice.Local("token") @Nullable Object token) {
    marks = Bridge.enter(point, site);
    if (marks != null) {
      token = Bridge.take(point, site);
      if (token != null) {
        Bridge.capture(token, marks, arguments);
      }
    }
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @MarkSlot int slot,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object returned,
      @Advice.Thrown @Nullable Throwable thrown,
      @Advice.Local("marks") int @Nullable [] marks,
      @Advice.Local("token") @Nullable Object token) {
    if (marks != null) {
      marks[slot] = 0;
      if (token != null) {
        Bridge.exit(token, marks, returned, thrown);
      }
    }
  }
}
