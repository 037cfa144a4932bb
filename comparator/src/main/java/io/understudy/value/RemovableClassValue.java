package io.understudy.value;

import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ClassValue} whose values can be removed from all classes. The class holds its value
 * strongly, and so holds the class loader of the value's code (JDK-8136353). An agent that is
 * detached from a running application must remove its values, or its classes stay loaded.
 *
 * <p>Reading is {@link ClassValue#get} and costs the same. Thread-safe.
 *
 * @param <T> the type of the values
 */
public abstract class RemovableClassValue<T> extends ClassValue<T> {
  private static final Queue<WeakReference<RemovableClassValue<?>>> ALL =
      new ConcurrentLinkedQueue<>();
  private static final AtomicLong INSTANCES = new AtomicLong();
  private static final int PRUNE = 256;
  private static volatile boolean ended;

  private final long serial = INSTANCES.incrementAndGet();
  private final Queue<WeakReference<Class<?>>> classes = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sincePruning = new AtomicInteger();

  /** Has no value for any class yet. */
  protected RemovableClassValue() {
    ALL.add(new WeakReference<>(this));
  }

  /**
   * Computes the value for a class. Several threads may call this for one class; one of the results
   * is kept.
   */
  protected abstract T compute(Class<?> type);

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException after {@link #end}
   */
  @Override
  protected final T computeValue(Class<?> type) {
    if (ended) {
      throw new IllegalStateException("the agent has left this JVM");
    }
    classes.add(new WeakReference<>(type));
    if (sincePruning.incrementAndGet() >= PRUNE) {
      sincePruning.set(0);
      classes.removeIf(reference -> reference.get() == null);
    }
    return compute(type);
  }

  /** A mark between the instances that exist now and later ones; for {@link #forget(long)}. */
  public static long mark() {
    return INSTANCES.get();
  }

  /** Removes the values of all instances older than the mark; they compute new ones on demand. */
  public static void forget(long mark) {
    for (WeakReference<RemovableClassValue<?>> reference : ALL) {
      RemovableClassValue<?> each = reference.get();
      if (each == null) {
        ALL.remove(reference);
      } else if (each.serial <= mark) {
        each.forget();
      }
    }
  }

  /** Removes the values of all instances. From now on every computation fails. */
  public static void end() {
    ended = true;
    forget(Long.MAX_VALUE);
  }

  private void forget() {
    for (WeakReference<Class<?>> next = classes.poll(); next != null; next = classes.poll()) {
      @Nullable Class<?> type = next.get();
      if (type != null) {
        remove(type);
      }
    }
  }
}
