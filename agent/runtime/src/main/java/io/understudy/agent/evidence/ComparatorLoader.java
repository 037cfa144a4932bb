package io.understudy.agent.evidence;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.call.ControlClasses;
import io.understudy.agent.log.Log;
import io.understudy.compare.rule.ComparatorResolver;
import io.understudy.value.RemovableClassValue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The comparators that the configuration names: classes of the application. They are loaded by the
 * class loader of the candidate's class and created on the pool's threads. A comparator that cannot
 * be loaded, or that throws, is logged once; its places then cannot be compared, and the call does
 * not match. Thread-safe.
 *
 * <p>Comparators are stored in a ClassValue of the control's class, so that they are collected when
 * the application is undeployed.
 */
final class ComparatorLoader {
  /** The pause after a failure before the next try: the application may still be starting. */
  private static final long PAUSE_NANOS = 10_000_000_000L;

  private final ControlClasses controls;
  private final Log log;

  private final RemovableClassValue<ConcurrentMap<String, CreatedComparator>> comparators =
      new RemovableClassValue<ConcurrentMap<String, CreatedComparator>>() {
        @Override
        protected ConcurrentMap<String, CreatedComparator> compute(Class<?> control) {
          return new ConcurrentHashMap<>();
        }
      };

  /** The call that the current thread compares. */
  private final ThreadLocal<Call> currentCall = new ThreadLocal<>();

  /** Creates a loader; {@code controls} supplies the class of a call's control. */
  ComparatorLoader(ControlClasses controls, Log log) {
    this.controls = controls;
    this.log = log;
  }

  /** A created comparator, or a failure to create it with its time. */
  private static final class CreatedComparator {
    final @Nullable BiPredicate<Object, Object> comparator;
    final long at = System.nanoTime();

    CreatedComparator(@Nullable BiPredicate<Object, Object> comparator) {
      this.comparator = comparator;
    }

    boolean isStale() {
      return comparator == null && System.nanoTime() - at > PAUSE_NANOS;
    }
  }

  /** Runs a comparison of a call with the comparators of the call's deployment. */
  <T> T during(Call call, Supplier<T> comparison) {
    currentCall.set(call);
    try {
      return comparison.get();
    } finally {
      currentCall.remove();
    }
  }

  /** Returns a resolver of the comparators that the rules of a call point name. */
  ComparatorResolver resolverFor(CallPoint point) {
    return className -> comparator(point, className);
  }

  private @Nullable BiPredicate<Object, Object> comparator(CallPoint point, String className) {
    Call call = currentCall.get();
    Class<?> control =
        call != null && call.point() == point ? controls.of(call) : controls.of(point);
    if (control == null) {
      return null;
    }
    ConcurrentMap<String, CreatedComparator> known = comparators.get(control);
    String key = point.name() + " " + className;
    CreatedComparator found = known.get(key);
    if (found == null || found.isStale()) {
      // Race: several threads may create a comparator; all of them work, and the last is stored.
      found = new CreatedComparator(create(point, control, className));
      known.put(key, found);
    }
    return found.comparator;
  }

  private @Nullable BiPredicate<Object, Object> create(
      CallPoint point, Class<?> control, String className) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      // A comparator runs here, also where the candidate does not.
      CallConfig config = point.config();
      String candidate =
          config.isHere() ? config.candidate().className() : control.getName();
      ClassLoader loader = Class.forName(candidate, false, loader(control)).getClassLoader();
      thread.setContextClassLoader(loader);
      Class<?> type = Class.forName(className, true, systemIfNull(loader));
      Object object = type.getConstructor().newInstance();
      if (!(object instanceof BiPredicate)) {
        logFailure(point, className, " does not implement java.util.function.BiPredicate", null);
        return null;
      }
      return guarded(point, (BiPredicate<?, ?>) object);
    } catch (Throwable failure) {
      logFailure(point, className, " cannot be made", failure);
      return null;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Wraps a comparator: sets its class loader as the thread's, and logs once what it throws. */
  private BiPredicate<Object, Object> guarded(CallPoint point, BiPredicate<?, ?> comparator) {
    @SuppressWarnings(
        "unchecked") // A comparator of other types throws ClassCastException, which is handled.
    BiPredicate<Object, Object> own = (BiPredicate<Object, Object>) comparator;
    Class<?> type = comparator.getClass();
    return (control, candidate) -> {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(type.getClassLoader());
      try {
        return own.test(control, candidate);
      } catch (Throwable failure) {
        logFailure(point, type.getName(), " threw " + failure.getClass().getName(), failure);
        throw failure;
      } finally {
        thread.setContextClassLoader(before);
      }
    };
  }

  private void logFailure(
      CallPoint point, String className, String what, @Nullable Throwable failure) {
    String text =
        point.name()
            + ": the comparator "
            + className
            + what
            + "; calls in which it is needed do not match";
    log.warnOnce(text, text, failure);
  }

  private static ClassLoader loader(Class<?> type) {
    return systemIfNull(type.getClassLoader());
  }

  /** Replaces the bootstrap loader by the system class loader, as for candidates. */
  private static ClassLoader systemIfNull(@Nullable ClassLoader loader) {
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }
}
