package io.understudy.agent.replay.target;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.IsolationConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.convert.ConversionFit;
import io.understudy.agent.isolated.IsolatedLoader;
import io.understudy.agent.isolated.IsolatedLoaders;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the classes of one candidate are loaded: by the class loader of the control, or by an
 * isolated one. In the second case, classes of one name may exist twice. Thread-safe.
 */
final class Isolation {
  private final @Nullable ClassLoader loader;
  private final @Nullable IsolatedLoader isolated;

  private Isolation(@Nullable ClassLoader loader, @Nullable IsolatedLoader isolated) {
    this.loader = loader;
    this.isolated = isolated;
  }

  /**
   * Returns the place of a candidate's classes. The first call for a class path opens it.
   *
   * @throws UnansweredException if the class path cannot be opened
   */
  static Isolation of(CallConfig call, Class<?> control, IsolatedLoaders loaders)
      throws UnansweredException {
    IsolationConfig config = call.isolation();
    if (config == null) {
      return new Isolation(control.getClassLoader(), null);
    }
    try {
      IsolatedLoader isolated = loaders.of(control, config);
      return new Isolation(isolated, isolated);
    } catch (IOException unusable) {
      throw new UnansweredException(
          "the class path of the candidate cannot be used: " + unusable.getMessage(), unusable);
    }
  }

  /**
   * Loads the candidate's class.
   *
   * @throws UnansweredException when it is not found, cannot be linked, or is the application's
   */
  Class<?> load(String className) throws UnansweredException {
    Class<?> type = ClassLookup.load(className, loader);
    if (isolated != null && type.getClassLoader() != isolated) {
      throw new UnansweredException(
          className
              + " is not loaded from the candidate's classpath:, since shared: names its package,"
              + " or the JDK has it");
    }
    return type;
  }

  /** The class loader that finds the candidate's class; null for the bootstrap loader. */
  @Nullable ClassLoader loader() {
    return loader;
  }

  /**
   * Refuses a method whose parameters have the name of the control's, but are other classes to
   * which the arguments cannot be converted by shape.
   *
   * @throws UnansweredException with the package that the configuration must share
   */
  void requireSharedTypes(Class<?> type, MethodRef candidate, Method control)
      throws UnansweredException {
    if (isolated == null) {
      return;
    }
    List<Method> named = MethodLookup.named(type, candidate);
    if (named.size() != 1 || named.get(0).getParameterCount() != control.getParameterCount()) {
      return;
    }
    for (int i = 0; i < control.getParameterCount(); i++) {
      Class<?> given = element(control.getParameterTypes()[i]);
      Class<?> taken = element(named.get(0).getParameterTypes()[i]);
      if (given != taken
          && given.getName().equals(taken.getName())
          && !ConversionFit.mayConvert(given, taken)) {
        throw new UnansweredException(
            "argument " + i + " is a " + given.getName() + LoadedTwice.advice(given.getName()));
      }
    }
  }

  private static Class<?> element(Class<?> type) {
    Class<?> element = type;
    while (element.getComponentType() != null) {
      element = element.getComponentType();
    }
    return element;
  }

  /** Returns a target that recognises an exception which only says that a class is loaded twice. */
  Target guard(Target target) {
    return isolated == null ? target : new LoadedTwice(target);
  }
}
