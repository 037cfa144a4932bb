package io.understudy.agent.replay.target;

import io.understudy.compare.Outcome;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The user's static method that makes the arguments of a candidate: it returns an {@code Object[]}
 * of them. If it returns any other class, that is the only argument. Thread-safe if the method is.
 */
final class Adapter {
  private final MethodInvocation method;
  private final Class<?>[] parameters;
  private final boolean returnsAll;
  private final String name;

  private Adapter(Method method) throws UnansweredException {
    this.method = MethodInvocation.of(method, null);
    this.parameters = method.getParameterTypes();
    this.returnsAll = method.getReturnType() == Object[].class;
    this.name = method.getDeclaringClass().getName() + "#" + method.getName();
  }

  /**
   * Prepares the calls of an adapter.
   *
   * @throws UnansweredException when it is not static, or not accessible
   */
  static Adapter of(Method method) throws UnansweredException {
    if (!Modifier.isStatic(method.getModifiers())) {
      throw new UnansweredException(
          "the adapter "
              + method.getDeclaringClass().getName()
              + "#"
              + method.getName()
              + " is not static");
    }
    return new Adapter(method);
  }

  /** Returns the arguments of the candidate. */
  @Nullable Object[] adapt(@Nullable Object[] arguments) throws UnansweredException {
    @Nullable Object[] fitting = new @Nullable Object[arguments.length];
    for (int i = 0; i < fitting.length; i++) {
      fitting[i] = ParameterConversion.convert(arguments[i], parameters[i], i);
    }
    Outcome outcome = method.call(fitting);
    if (outcome.thrown() != null) {
      throw new UnansweredException(
          "the adapter " + name + " threw " + outcome.thrown().className());
    }
    Object made = outcome.value();
    if (!returnsAll) {
      return new @Nullable Object[] {made};
    }
    if (made == null) {
      throw new UnansweredException("the adapter " + name + " gave null");
    }
    return (@Nullable Object[]) made;
  }
}
