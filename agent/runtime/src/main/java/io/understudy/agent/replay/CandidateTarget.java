package io.understudy.agent.replay;

import io.understudy.compare.Outcome;
import io.understudy.compare.Thrown;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A candidate method in this JVM. Arguments are made to fit before the call, so that whatever is
 * thrown out of it was thrown by the candidate, and not by the way to it.
 */
final class CandidateTarget implements Target {
  private final Class<?>[] parameters;
  private final IntPredicate ids;
  private final MethodHandle method;
  private final @Nullable ClassLoader loader;

  private CandidateTarget(
      Class<?>[] parameters, IntPredicate ids, MethodHandle method, @Nullable ClassLoader loader) {
    this.parameters = parameters;
    this.ids = ids;
    this.method = method;
    this.loader = loader;
  }

  /**
   * Binds a method to the instance it is asked on.
   *
   * @param instance null for a static method
   * @param ids which arguments are ids, and converted where need be
   * @throws Unanswered when the method's module or security manager forbids the access
   */
  static Target of(Method method, @Nullable Object instance, IntPredicate ids) throws Unanswered {
    MethodHandle handle = Access.handle(method).asFixedArity();
    if (instance != null) {
      handle = handle.bindTo(instance);
    }
    int count = method.getParameterCount();
    return new CandidateTarget(
        method.getParameterTypes(),
        ids,
        handle.asType(handle.type().generic()).asSpreader(Object[].class, count),
        method.getDeclaringClass().getClassLoader());
  }

  @Override
  public Outcome answer(@Nullable Object[] arguments) throws Unanswered {
    @Nullable Object[] fitting = fitting(arguments);
    Thread thread = Thread.currentThread();
    thread.setContextClassLoader(loader);
    try {
      return Outcome.returned(method.invokeExact(fitting));
    } catch (Throwable thrown) {
      // Errors too, StackOverflowError and ThreadDeath among them: this is what the candidate did.
      return Outcome.threw(Thrown.of(thrown));
    } finally {
      thread.setContextClassLoader(null);
    }
  }

  private @Nullable Object[] fitting(@Nullable Object[] arguments) throws Unanswered {
    if (arguments.length != parameters.length) {
      throw new Unanswered(
          "the control has "
              + arguments.length
              + " arguments and the candidate takes "
              + parameters.length);
    }
    @Nullable Object[] fitting = new @Nullable Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      fitting[i] =
          ids.test(i)
              ? Parameter.convertId(arguments[i], parameters[i], i)
              : Parameter.convert(arguments[i], parameters[i], i);
    }
    return fitting;
  }
}
