package io.understudy.agent.replay.target;

import io.understudy.agent.call.Receiver;
import io.understudy.agent.call.Site;
import io.understudy.agent.config.MethodRef;
import io.understudy.compare.Outcome;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A control method, to be asked again. What runs is the body that was captured: where the
 * receiver's class overrides it, reflection would run the override instead, and so nothing is run.
 */
public final class ControlMethod {
  private final Method method;
  private final MethodInvocation invocation;

  private ControlMethod(Method method, MethodInvocation invocation) {
    this.method = method;
    this.invocation = invocation;
  }

  /**
   * The method that a class declares.
   *
   * @throws UnansweredException when it is not there, or must not be accessed
   */
  public static ControlMethod of(Class<?> declaring, MethodRef ref) throws UnansweredException {
    Method method = MethodLookup.control(declaring, ref);
    if (method.getDeclaringClass() != declaring) {
      throw new UnansweredException(declaring.getName() + " declares no " + ref);
    }
    return of(method);
  }

  /**
   * The method that a class declares, into which a call point was woven.
   *
   * @throws UnansweredException when it is not there, or must not be accessed
   */
  public static ControlMethod of(Class<?> declaring, Site site) throws UnansweredException {
    return of(MethodLookup.declared(declaring, site.methodName(), site.descriptor()));
  }

  private static ControlMethod of(Method method) throws UnansweredException {
    return new ControlMethod(method, MethodInvocation.of(method, null));
  }

  /**
   * Runs the method, however long that takes; whatever it throws is its outcome.
   *
   * @param arguments private copies of the arguments, of the classes that the control was given
   * @throws UnansweredException when another body would run
   */
  public Outcome answer(Receiver receiver, @Nullable Object[] arguments)
      throws UnansweredException {
    Object self = receiver.object();
    if (self != null) {
      refuseOverride(self.getClass());
    }
    @Nullable Object[] all = arguments;
    if (self != null) {
      all = new @Nullable Object[arguments.length + 1];
      all[0] = self;
      System.arraycopy(arguments, 0, all, 1, arguments.length);
    }
    return invocation.call(all);
  }

  private void refuseOverride(Class<?> type) throws UnansweredException {
    if (Modifier.isPrivate(method.getModifiers())) {
      return;
    }
    try {
      Class<?> owner = method.getDeclaringClass();
      Class<?> runs = owner.isInterface() ? ofInterface(type) : ofClass(type, owner);
      if (runs != owner) {
        throw new UnansweredException(
            runs.getName() + " overrides the control, which was called through super");
      }
    } catch (NoSuchMethodException | LinkageError hidden) {
      throw new UnansweredException(
          "which body " + type.getName() + " would run cannot be told", hidden);
    }
  }

  /** Who declares the body of a default method that objects of the type run. */
  private Class<?> ofInterface(Class<?> type) throws NoSuchMethodException {
    return type.getMethod(method.getName(), method.getParameterTypes()).getDeclaringClass();
  }

  /** A method of another package that only looks like an override counts as one: better none. */
  private Class<?> ofClass(Class<?> type, Class<?> owner) {
    for (Class<?> at = type; at != null && at != owner; at = at.getSuperclass()) {
      try {
        int modifiers =
            at.getDeclaredMethod(method.getName(), method.getParameterTypes()).getModifiers();
        if (!Modifier.isPrivate(modifiers) && !Modifier.isStatic(modifiers)) {
          return at;
        }
      } catch (NoSuchMethodException inherited) {
        continue;
      }
    }
    return owner;
  }
}
