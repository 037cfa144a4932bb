package io.understudy.agent.evidence;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
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
 * The comparators that the configuration names: classes of the application, loaded and made on the
 * pool's threads by the loader of the candidate's class. One that cannot be loaded, or throws, is
 * told once in the log; nothing can be said of its places then, so that the call does not match.
 * Thread-safe.
 *
 * <p>What is made is kept with the control's class (ClassValue) and not here: when an application
 * is undeployed, its comparators go with it.
 */
final class ComparatorLoader {
  /** After a failure nobody tries again for so long: the application may still be starting. */
  private static final long PAUSE_NANOS = 10_000_000_000L;

  private final ControlClasses controls;
  private final Log log;

  private final RemovableClassValue<ConcurrentMap<String, CreatedComparator>> made =
      new RemovableClassValue<ConcurrentMap<String, CreatedComparator>>() {
        @Override
        protected ConcurrentMap<String, CreatedComparator> compute(Class<?> control) {
          return new ConcurrentHashMap<>();
        }
      };

  /** The call that the current thread judges. */
  private final ThreadLocal<Call> currentCall = new ThreadLocal<>();

  /** Comparators as the classes of {@code controls} see them. */
  ComparatorLoader(ControlClasses controls, Log log) {
    this.controls = controls;
    this.log = log;
  }

  /** What was made of a class, or when that failed. */
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

  /** Judges a call by the comparators of the deployment that it came from. */
  <T> T during(Call call, Supplier<T> comparison) {
    currentCall.set(call);
    try {
      return comparison.get();
    } finally {
      currentCall.remove();
    }
  }

  /** Finds the comparators that the rules of a call point name. */
  ComparatorResolver of(CallPoint point) {
    return className -> comparator(point, className);
  }

  private @Nullable BiPredicate<Object, Object> comparator(CallPoint point, String className) {
    Call call = currentCall.get();
    Class<?> control =
        call != null && call.point() == point ? controls.of(call) : controls.of(point);
    if (control == null) {
      return null;
    }
    ConcurrentMap<String, CreatedComparator> known = made.get(control);
    String key = point.name() + " " + className;
    CreatedComparator found = known.get(key);
    if (found == null || found.isStale()) {
      // Several threads may make one at a time; the last stays, and all of them serve.
      found = new CreatedComparator(make(point, control, className));
      known.put(key, found);
    }
    return found.comparator;
  }

  private @Nullable BiPredicate<Object, Object> make(
      CallPoint point, Class<?> control, String className) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      String candidate = point.config().candidate().className();
      ClassLoader loader = Class.forName(candidate, false, loader(control)).getClassLoader();
      thread.setContextClassLoader(loader);
      Class<?> type = Class.forName(className, true, orSystem(loader));
      Object object = type.getConstructor().newInstance();
      if (!(object instanceof BiPredicate)) {
        tell(point, className, " does not implement java.util.function.BiPredicate", null);
        return null;
      }
      return guarded(point, (BiPredicate<?, ?>) object);
    } catch (Throwable failure) {
      tell(point, className, " cannot be made", failure);
      return null;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The comparator with its own loader as the thread's, telling once what it throws. */
  private BiPredicate<Object, Object> guarded(CallPoint point, BiPredicate<?, ?> comparator) {
    @SuppressWarnings("unchecked") // What it is not made for it throws on, which is handled.
    BiPredicate<Object, Object> own = (BiPredicate<Object, Object>) comparator;
    Class<?> type = comparator.getClass();
    return (control, candidate) -> {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(type.getClassLoader());
      try {
        return own.test(control, candidate);
      } catch (Throwable failure) {
        tell(point, type.getName(), " threw " + failure.getClass().getName(), failure);
        throw failure;
      } finally {
        thread.setContextClassLoader(before);
      }
    };
  }

  private void tell(CallPoint point, String className, String what, @Nullable Throwable failure) {
    String text =
        point.name()
            + ": the comparator "
            + className
            + what
            + "; calls in which it is needed do not match";
    log.warnOnce(text, text, failure);
  }

  private static ClassLoader loader(Class<?> type) {
    return orSystem(type.getClassLoader());
  }

  /** The bootstrap loader's classes see the class path here, as candidates do. */
  private static ClassLoader orSystem(@Nullable ClassLoader loader) {
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }
}
