package io.understudy.agent.replay.target;

import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Calls a method of the application as the application would: with the class loader of its class as
 * the thread's context class loader. Thread-safe if the method is.
 */
final class MethodInvocation {
  private final MethodHandle method;
  private final @Nullable ClassLoader loader;

  private MethodInvocation(MethodHandle method, @Nullable ClassLoader loader) {
    this.method = method;
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
    MethodHandle handle = MemberAccess.handle(method).asFixedArity();
    if (receiver != null) {
      handle = handle.bindTo(receiver);
    }
    int count = handle.type().parameterCount();
    return new MethodInvocation(
        handle.asType(handle.type().generic()).asSpreader(Object[].class, count),
        method.getDeclaringClass().getClassLoader());
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
      return Outcome.returned(method.invokeExact(arguments));
    } catch (Throwable thrown) {
      return Outcome.threw(ThrownException.of(thrown));
    } finally {
      thread.setContextClassLoader(null);
    }
  }
}
