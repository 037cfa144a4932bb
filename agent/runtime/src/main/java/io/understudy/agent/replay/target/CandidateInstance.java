package io.understudy.agent.replay.target;

import io.understudy.agent.config.MethodRef;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one instance that a candidate class is asked on, shared by its call points, made by whichever
 * worker needs it first. One worker makes it while the others wait for a bounded time, so that a
 * constructor that never returns does not hold the whole pool. After a failure the next who asks
 * tries again.
 */
final class CandidateInstance {
  private static final long LOOK_AGAIN = 1_000_000;

  /** Null: nobody has it or makes it. Else the {@link Construction} under way, or the instance. */
  private final AtomicReference<@Nullable Object> state = new AtomicReference<>();

  private final long limitNanos;

  /** Somebody makes the instance, since this {@code System.nanoTime()}. */
  private static final class Construction {
    final long since = System.nanoTime();
  }

  /** An instance that nobody has made; whoever makes it longer than the limit is given up. */
  CandidateInstance(long limitNanos) {
    this.limitNanos = limitNanos;
  }

  /**
   * The instance, made now if need be; on a pool thread, under the watchdog's eyes.
   *
   * @param patienceNanos how long to wait for another thread that is making it
   * @throws UnansweredException when it cannot be made, or is still being made
   */
  Object get(Class<?> type, @Nullable MethodRef factory, long patienceNanos)
      throws UnansweredException {
    while (true) {
      Object now = state.get();
      if (now != null && !(now instanceof Construction)) {
        return now;
      }
      long age = now == null ? Long.MAX_VALUE : System.nanoTime() - ((Construction) now).since;
      if (age >= limitNanos) {
        Construction mine = new Construction();
        if (state.compareAndSet(now, mine)) {
          return make(type, factory, mine);
        }
      } else if (age >= patienceNanos) {
        throw new UnansweredException("the instance of " + type.getName() + " is still being made");
      } else if (Thread.currentThread().isInterrupted()) {
        throw new UnansweredException("shutdown");
      } else {
        LockSupport.parkNanos(this, LOOK_AGAIN);
      }
    }
  }

  private Object make(Class<?> type, @Nullable MethodRef factory, Construction mine)
      throws UnansweredException {
    Object made = null;
    try {
      made = factory == null ? construct(type) : produce(type, factory);
      return made;
    } finally {
      // Race with one who has given up on this making and begun another: his must stay.
      state.compareAndSet(mine, made);
    }
  }

  private static Object construct(Class<?> type) throws UnansweredException {
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new UnansweredException(type.getName() + " is abstract: give a factory");
    }
    Constructor<?> constructor;
    try {
      constructor = type.getDeclaredConstructor();
    } catch (NoSuchMethodException missing) {
      throw new UnansweredException(
          type.getName() + " has no constructor without parameters: give a factory", missing);
    } catch (LinkageError missing) {
      throw failed("the constructors of " + type.getName() + " cannot be read", missing);
    }
    return run(MemberAccess.handle(constructor), type, "the constructor of " + type.getName());
  }

  private static Object produce(Class<?> type, MethodRef factory) throws UnansweredException {
    Class<?> owner = ClassLookup.load(factory.className(), type.getClassLoader());
    Method method = MethodLookup.candidate(owner, factory, new Class<?>[0], i -> false);
    if (!Modifier.isStatic(method.getModifiers())) {
      throw new UnansweredException("the factory " + factory + " is not static");
    }
    Object made = run(MemberAccess.handle(method), type, "the factory " + factory);
    if (!type.isInstance(made)) {
      throw new UnansweredException("the factory " + factory + " gave no " + type.getName());
    }
    return made;
  }

  private static Object run(MethodHandle maker, Class<?> type, String what)
      throws UnansweredException {
    Thread thread = Thread.currentThread();
    thread.setContextClassLoader(type.getClassLoader());
    Object made;
    try {
      made = maker.invoke();
    } catch (Throwable thrown) {
      throw failed(what, thrown);
    } finally {
      thread.setContextClassLoader(null);
    }
    if (made == null) {
      throw new UnansweredException(what + " gave null");
    }
    return made;
  }

  private static UnansweredException failed(String what, Throwable thrown) {
    return new UnansweredException(what + " threw " + thrown.getClass().getName(), thrown);
  }
}
