package io.understudy.agent.replay.target;

import io.understudy.agent.call.Receiver;
import io.understudy.agent.call.Site;
import io.understudy.agent.config.MethodRef;
import io.understudy.compare.Outcome;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A control method that is called a second time. Only the captured body may run: if the receiver's
 * class overrides it, reflection would run the override, so the call is refused. Thread-safe if the
 * method is.
 */
public final class ControlMethod {
  private final Method method;
  private final MethodInvocation invocation;

  private ControlMethod(Method method, MethodInvocation invocation) {
    this.method = method;
    this.invocation = invocation;
  }

  /**
   * Finds the method that a class declares.
   *
   * @throws UnansweredException when the class declares no such method, or access is denied
   */
  public static ControlMethod of(Class<?> declaring, MethodRef ref) throws UnansweredException {
    Method method = MethodLookup.control(declaring, ref);
    if (method.getDeclaringClass() != declaring) {
      throw new UnansweredException(declaring.getName() + " declares no " + ref);
    }
    return of(method);
  }

  /**
   * Finds the method of a class into which a call point was woven.
   *
   * @throws UnansweredException when the class declares no such method, or access is denied
   */
  public static ControlMethod of(Class<?> declaring, Site site) throws UnansweredException {
    return of(MethodLookup.declared(declaring, site.methodName(), site.descriptor()));
  }

  private static ControlMethod of(Method method) throws UnansweredException {
    return new ControlMethod(method, MethodInvocation.of(method, null));
  }

  /**
   * Runs the method without a time limit. An exception of the method is its outcome.
   *
   * @param receiver the object of the captured call
   * @param arguments private copies of the arguments, of the same classes as the control's
   * @throws UnansweredException when another body than the captured one would run
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
      Class<?> runs = owner.isInterface() ? interfaceBodyOwner(type) : classBodyOwner(type, owner);
      if (runs != owner) {
        throw new UnansweredException(
            runs.getName() + " overrides the control, which was called through super");
      }
    } catch (NoSuchMethodException | LinkageError hidden) {
      throw new UnansweredException(
          "the body that " + type.getName() + " would run cannot be determined", hidden);
    }
  }

  /** The type that declares the body which runs for a default method. */
  private Class<?> interfaceBodyOwner(Class<?> type) throws NoSuchMethodException {
    return type.getMethod(method.getName(), method.getParameterTypes()).getDeclaringClass();
  }

  /**
   * The class that declares the body which runs. A package-private method of another package with
   * the same signature counts as an override too: a refused repeat is safer than a wrong one.
   */
  private Class<?> classBodyOwner(Class<?> type, Class<?> owner) {
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
