package io.understudy.agent.replay;

import io.understudy.compare.Outcome;
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
  private final Invocation method;

  private CandidateTarget(Class<?>[] parameters, IntPredicate ids, Invocation method) {
    this.parameters = parameters;
    this.ids = ids;
    this.method = method;
  }

  /**
   * Binds a method to the instance it is asked on.
   *
   * @param instance null for a static method
   * @param ids which arguments are ids, and converted where need be
   * @throws Unanswered when the method's module or security manager forbids the access
   */
  static Target of(Method method, @Nullable Object instance, IntPredicate ids) throws Unanswered {
    return new CandidateTarget(method.getParameterTypes(), ids, Invocation.of(method, instance));
  }

  @Override
  public Outcome answer(@Nullable Object[] arguments) throws Unanswered {
    return method.call(fitting(arguments));
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
