package io.understudy.agent.replay.target;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A Spring context of the application, of Spring 4 to 7. It is called by reflection, since the
 * agent does not see Spring's classes. Thread-safe.
 */
final class SpringContext {
  private static final String BEANS = "org.springframework.beans.factory.";
  private static final String CONTEXT = "org.springframework.context.";
  private static final String AOP = "org.springframework.aop.framework.AopProxyUtils";
  private static final String AUTOWIRING = BEANS + "config.AutowireCapableBeanFactory";

  /** {@code AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR}. */
  private static final int AUTOWIRE_CONSTRUCTOR = 3;

  private static final int MOST_PROXIES = 10;

  private final Object context;
  private final Class<?> type;
  private final Method isActive;

  private SpringContext(Object context, Class<?> type) throws ReflectiveOperationException {
    this.context = context;
    this.type = type;
    this.isActive = type.getMethod("isActive");
  }

  /** Returns the context; null if the object is none. */
  static @Nullable SpringContext of(Object context) {
    try {
      Class<?> type = load(context, CONTEXT + "ConfigurableApplicationContext");
      return type.isInstance(context) ? new SpringContext(context, type) : null;
    } catch (ReflectiveOperationException | LinkageError otherVersion) {
      return null;
    }
  }

  private static Class<?> load(Object context, String name) throws ClassNotFoundException {
    return Class.forName(name, false, context.getClass().getClassLoader());
  }

  /** Whether it is open. */
  boolean isActive() {
    try {
      return Boolean.TRUE.equals(isActive.invoke(context));
    } catch (ReflectiveOperationException | RuntimeException failure) {
      return false;
    }
  }

  /** Whether its class loader has this class, and not another one of the name. */
  boolean sees(Class<?> candidate) {
    try {
      Object loader = type.getMethod("getClassLoader").invoke(context);
      return Class.forName(candidate.getName(), false, (ClassLoader) loader) == candidate;
    } catch (ReflectiveOperationException | LinkageError | RuntimeException other) {
      return false;
    }
  }

  /** Returns the names of the beans that are of a type, without those of parent contexts. */
  String[] names(Class<?> candidate) throws UnansweredException {
    String[] names =
        (String[])
            call(
                "the beans of " + this + " cannot be listed",
                BEANS + "ListableBeanFactory",
                "getBeanNamesForType",
                new Class<?>[] {Class.class},
                context,
                candidate);
    return names == null ? new String[0] : names;
  }

  /** Returns a bean, which Spring may create now. */
  Object bean(String name) throws UnansweredException {
    return found(
        "the bean " + name,
        call(
            "the bean " + name + " cannot be created",
            BEANS + "BeanFactory",
            "getBean",
            new Class<?>[] {String.class},
            context,
            name));
  }

  /** Returns the primary bean of a type; null if there is none. */
  @Nullable Object primary(Class<?> candidate) {
    try {
      return call(
          "", BEANS + "BeanFactory", "getBean", new Class<?>[] {Class.class}, context, candidate);
    } catch (UnansweredException notUnique) {
      return null;
    }
  }

  /** Creates an object that is no bean, with beans as arguments of its constructor. */
  Object create(Class<?> candidate) throws UnansweredException {
    String what = candidate.getName() + " cannot be constructed with the beans of " + this;
    Object factory =
        found(
            "the bean factory of " + this,
            call(
                what,
                CONTEXT + "ApplicationContext",
                "getAutowireCapableBeanFactory",
                new Class<?>[0],
                context));
    Object made =
        call(
            what,
            AUTOWIRING,
            "autowire",
            new Class<?>[] {Class.class, int.class, boolean.class},
            factory,
            candidate,
            AUTOWIRE_CONSTRUCTOR,
            false);
    // Its fields and setters, where the context injects them.
    call(what, AUTOWIRING, "autowireBean", new Class<?>[] {Object.class}, factory, made);
    return found(candidate.getName(), made);
  }

  /** Returns the object behind Spring's proxies, as far as it is known. */
  Object target(Object bean) {
    Object target = bean;
    try {
      Method singleton = load(context, AOP).getMethod("getSingletonTarget", Object.class);
      for (int i = 0; i < MOST_PROXIES; i++) {
        Object next = singleton.invoke(null, target);
        if (next == null) {
          break;
        }
        target = next;
      }
    } catch (ReflectiveOperationException | LinkageError | RuntimeException withoutAop) {
      return target;
    }
    return target;
  }

  private static Object found(String what, @Nullable Object object) throws UnansweredException {
    if (object == null) {
      throw new UnansweredException(what + " is null");
    }
    return object;
  }

  private @Nullable Object call(
      String failure,
      String owner,
      String method,
      Class<?>[] parameters,
      Object receiver,
      @Nullable Object... arguments)
      throws UnansweredException {
    Thread thread = Thread.currentThread();
    thread.setContextClassLoader(context.getClass().getClassLoader());
    try {
      return load(context, owner).getMethod(method, parameters).invoke(receiver, arguments);
    } catch (InvocationTargetException thrown) {
      throw new UnansweredException(
          failure + ": " + thrown.getTargetException().getClass().getName(),
          thrown.getTargetException());
    } catch (ReflectiveOperationException | LinkageError | RuntimeException otherVersion) {
      throw new UnansweredException(
          failure + ": " + otherVersion.getClass().getName(), otherVersion);
    } finally {
      thread.setContextClassLoader(null);
    }
  }

  @Override
  public String toString() {
    try {
      return String.valueOf(type.getMethod("getId").invoke(context));
    } catch (ReflectiveOperationException | RuntimeException unnamed) {
      return "a Spring context";
    }
  }
}
