package io.understudy.value;

import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of classes, kept with the classes themselves as {@link ClassValue} does, and
 * forgotten on demand. A value whose code leads back to its {@code ClassValue} is held by the class
 * for as long as the class lives, and so is the loader of that code (JDK-8136353): an agent that
 * leaves a running application must take back what it has left with the application's classes.
 *
 * <p>Reading is {@link ClassValue#get}, and costs the same. Thread-safe.
 *
 * @param <T> the type of what is known
 */
public abstract class RemovableClassValue<T> extends ClassValue<T> {
  private static final Queue<WeakReference<RemovableClassValue<?>>> ALL =
      new ConcurrentLinkedQueue<>();
  private static final AtomicLong MADE = new AtomicLong();
  private static final int PRUNE = 256;
  private static volatile boolean ended;

  private final long serial = MADE.incrementAndGet();
  private final Queue<WeakReference<Class<?>>> classes = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sinceLook = new AtomicInteger();

  /** Nothing is known of any class. */
  protected RemovableClassValue() {
    ALL.add(new WeakReference<>(this));
  }

  /** What is to be known of a class; may be asked by several threads, of which one is believed. */
  protected abstract T compute(Class<?> type);

  /** {@inheritDoc} Fails once {@link #end} was called. */
  @Override
  protected final T computeValue(Class<?> type) {
    if (ended) {
      throw new IllegalStateException("the agent has left this JVM");
    }
    classes.add(new WeakReference<>(type));
    if (sinceLook.incrementAndGet() >= PRUNE) {
      sinceLook.set(0);
      classes.removeIf(reference -> reference.get() == null);
    }
    return compute(type);
  }

  /** Tells those that have been made by now from those that will be; for {@link #forget(long)}. */
  public static long mark() {
    return MADE.get();
  }

  /** Forgets what those know that were made before the mark; they may learn again. */
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

  /** Forgets everything, and learns no more: calls that are still under way fail from now on. */
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
