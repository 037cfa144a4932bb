package app;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Asks the agent, if there is one. */
final class Shadow {
  private static final MethodHandle IS_SHADOW = find();

  private Shadow() {}

  static boolean isShadow() {
    try {
      return IS_SHADOW != null && (boolean) IS_SHADOW.invokeExact();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle find() {
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Class.forName("io.understudy.bridge.Understudy", false, null),
              "isShadow",
              MethodType.methodType(boolean.class));
    } catch (ReflectiveOperationException noAgent) {
      return null;
    }
  }
}
