package io.understudy.agent.replay.target;

import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Calls a method of the application as the application would: with the class loader of its class as
 * the thread's context class loader. Thread-safe if the method is.
 */
final class MethodInvocation {
  /** The most argument slots for which method handles work; the JVM allows 255. */
  private static final int MOST_HANDLE_SLOTS = 250;

  private final Body body;
  private final @Nullable ClassLoader loader;

  /** Runs the method with its arguments. */
  private interface Body {
    @Nullable Object run(@Nullable Object[] arguments) throws Throwable;
  }

  private MethodInvocation(Body body, @Nullable ClassLoader loader) {
    this.body = body;
    this.loader = loader;
  }

  /**
   * Prepares the calls of a method.
   *
   * @param receiver the object to call the method on; null for a static method, and where the
   *     receiver of an instance method is the first argument of each call
   * @throws UnansweredException when the method's module or security manager forbids the access
   */
  static MethodInvocation of(Method method, @Nullable Object receiver) throws UnansweredException {
    return of(method, receiver, method.getDeclaringClass().getClassLoader());
  }

  /**
   * Prepares the calls of a method.
   *
   * @param loader the context class loader of the calls
   * @throws UnansweredException when the method's module or security manager forbids the access
   */
  static MethodInvocation of(Method method, @Nullable Object receiver, @Nullable ClassLoader loader)
      throws UnansweredException {
    return new MethodInvocation(
        slots(method) > MOST_HANDLE_SLOTS
            ? reflective(MemberAccess.open(method), receiver)
            : handled(method, receiver),
        loader);
  }

  private static int slots(Method method) {
    int slots = 1;
    for (Class<?> type : method.getParameterTypes()) {
      slots += type == long.class || type == double.class ? 2 : 1;
    }
    return slots;
  }

  private static Body handled(Method method, @Nullable Object receiver) throws UnansweredException {
    MethodHandle handle = MemberAccess.handle(method).asFixedArity();
    if (receiver != null) {
      handle = handle.bindTo(receiver);
    }
    int count = handle.type().parameterCount();
    MethodHandle spread = handle.asType(handle.type().generic()).asSpreader(Object[].class, count);
    return arguments -> spread.invokeExact(arguments);
  }

  /** Calls the method by reflection, which has no limit of its own. */
  private static Body reflective(Method method, @Nullable Object receiver) {
    boolean ownReceiver = receiver != null || Modifier.isStatic(method.getModifiers());
    return arguments -> {
      Object self = ownReceiver ? receiver : arguments[0];
      @Nullable Object[] rest =
          ownReceiver ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
      try {
        return method.invoke(self, rest);
      } catch (InvocationTargetException thrown) {
        throw thrown.getTargetException();
      }
    };
  }

  /**
   * Calls the method without a time limit. Anything it throws is its outcome, including Errors such
   * as StackOverflowError and ThreadDeath.
   *
   * @param arguments of the method's parameter types; the array is not changed
   */
  Outcome call(@Nullable Object[] arguments) {
    Thread thread = Thread.currentThread();
    thread.setContextClassLoader(loader);
    try {
      return Outcome.returned(body.run(arguments));
    } catch (Throwable thrown) {
      return Outcome.threw(ThrownException.of(thrown));
    } finally {
      thread.setContextClassLoader(null);
    }
  }
}
