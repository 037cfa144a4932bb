package io.understudy.agent.replay;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.ControlClasses;
import io.understudy.agent.config.CallConfig;
import io.understudy.compare.identity.IdPaths;
import io.understudy.value.PerClass;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The targets of the call points, found when they are first asked for, through the class loader of
 * the control's class.
 *
 * <p>What is found is kept with the application's classes (ClassValue) and not here: when an
 * application is undeployed, its candidates and loaders go with it.
 */
final class Candidates {
  private final ControlClasses controls;
  private final long limitNanos;

  private final PerClass<ConcurrentMap<CallPoint, Binding>> bindings =
      new PerClass<ConcurrentMap<CallPoint, Binding>>() {
        @Override
        protected ConcurrentMap<CallPoint, Binding> compute(Class<?> control) {
          return new ConcurrentHashMap<>();
        }
      };

  private final PerClass<ConcurrentMap<String, Instance>> instances =
      new PerClass<ConcurrentMap<String, Instance>>() {
        @Override
        protected ConcurrentMap<String, Instance> compute(Class<?> candidate) {
          return new ConcurrentHashMap<>();
        }
      };

  /**
   * No target has been found.
   *
   * @param limitNanos how long loading and constructing a candidate may take
   */
  Candidates(ControlClasses controls, long limitNanos) {
    this.controls = controls;
    this.limitNanos = limitNanos;
  }

  /**
   * What stands between a call point, as one class loader has it, and its candidate.
   *
   * @throws Unanswered when no control class is known
   */
  Binding binding(CallPoint point) throws Unanswered {
    Class<?> control = controls.of(point);
    if (control == null) {
      throw new Unanswered("the control's class is not known, or was unloaded");
    }
    ConcurrentMap<CallPoint, Binding> ofClass = bindings.get(control);
    Binding found = ofClass.get(point);
    return found != null
        ? found
        : ofClass.computeIfAbsent(point, p -> new Binding(() -> find(p, control)));
  }

  /** Loads classes and runs constructors, so on a pool thread and under the watchdog's eyes. */
  private Target find(CallPoint point, Class<?> control) throws Unanswered {
    CallConfig config = point.config();
    Class<?>[] types =
        Methods.control(named(control, config), config.control()).getParameterTypes();
    Class<?> type = Classes.load(config.candidate().className(), control.getClassLoader());
    IntPredicate ids = IdPaths.of(config.rules().identity())::isArgument;
    Method method = Methods.candidate(type, config.candidate(), types, ids);
    return CandidateTarget.of(method, instance(method, type, config), ids);
  }

  /** The type that the configuration names, which the woven class is or is below. */
  private static Class<?> named(Class<?> control, CallConfig config) throws Unanswered {
    String name = config.control().className();
    return control.getName().equals(name) ? control : Classes.load(name, control.getClassLoader());
  }

  private @Nullable Object instance(Method method, Class<?> type, CallConfig config)
      throws Unanswered {
    if (Modifier.isStatic(method.getModifiers())) {
      return null;
    }
    Instance instance =
        instances
            .get(type)
            .computeIfAbsent(String.valueOf(config.factory()), f -> new Instance(limitNanos));
    return instance.get(type, config.factory(), config.timeout().toNanos());
  }
}
