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
 * The single instance of a candidate class, shared by its call points. The first worker that needs
 * the instance creates it. Other workers wait for a bounded time, so that a constructor that never
 * returns does not block the whole pool. After a failure, the next caller tries again. Thread-safe.
 */
final class CandidateInstance {
  private static final long RECHECK = 1_000_000;

  /** Null if there is neither; otherwise the {@link Construction} in progress, or the instance. */
  private final AtomicReference<@Nullable Object> state = new AtomicReference<>();

  private final long limitNanos;

  /** A construction in progress, and its start as {@code System.nanoTime()}. */
  private static final class Construction {
    final long since = System.nanoTime();
  }

  /** Creates a holder without an instance; a construction that exceeds the limit is abandoned. */
  CandidateInstance(long limitNanos) {
    this.limitNanos = limitNanos;
  }

  /**
   * Returns the instance, and creates it if necessary. Runs on a pool thread, watched by the
   * watchdog.
   *
   * @param factory null if a constructor creates the instance
   * @param beans constructs the instance; null for the constructor without parameters
   * @param patienceNanos how long to wait for a thread that is creating the instance
   * @throws UnansweredException when the instance cannot be created, or is still being created
   */
  Object get(
      Class<?> type, @Nullable MethodRef factory, @Nullable SpringBean beans, long patienceNanos)
      throws UnansweredException {
    while (true) {
      Object now = state.get();
      if (now != null && !(now instanceof Construction)) {
        return now;
      }
      long age = now == null ? Long.MAX_VALUE : System.nanoTime() - ((Construction) now).since;
      if (age >= limitNanos) {
        Construction construction = new Construction();
        if (state.compareAndSet(now, construction)) {
          return create(type, factory, construction, beans);
        }
      } else if (age >= patienceNanos) {
        throw new UnansweredException("the instance of " + type.getName() + " is still being made");
      } else if (Thread.currentThread().isInterrupted()) {
        throw new UnansweredException("shutdown");
      } else {
        LockSupport.parkNanos(this, RECHECK);
      }
    }
  }

  private Object create(
      Class<?> type,
      @Nullable MethodRef factory,
      Construction construction,
      @Nullable SpringBean beans)
      throws UnansweredException {
    Object instance = null;
    try {
      instance =
          beans != null
              ? beans.construct(type)
              : factory == null ? construct(type) : callFactory(type, factory);
      return instance;
    } finally {
      // Race: another thread may have started a newer construction; keep it.
      state.compareAndSet(construction, instance);
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
          type.getName()
              + " has no constructor without parameters: give a factory, or say by instance: where"
              + " its object comes from",
          missing);
    } catch (LinkageError missing) {
      throw failed("the constructors of " + type.getName() + " cannot be read", missing);
    }
    return run(MemberAccess.handle(constructor), type, "the constructor of " + type.getName());
  }

  private static Object callFactory(Class<?> type, MethodRef factory) throws UnansweredException {
    Class<?> owner = ClassLookup.load(factory.className(), type.getClassLoader());
    Method method = MethodLookup.candidate(owner, factory, new Class<?>[0], i -> false);
    if (!Modifier.isStatic(method.getModifiers())) {
      throw new UnansweredException("the factory " + factory + " is not static");
    }
    Object instance = run(MemberAccess.handle(method), type, "the factory " + factory);
    if (!type.isInstance(instance)) {
      throw new UnansweredException("the factory " + factory + " gave no " + type.getName());
    }
    return instance;
  }

  private static Object run(MethodHandle creator, Class<?> type, String what)
      throws UnansweredException {
    Thread thread = Thread.currentThread();
    thread.setContextClassLoader(type.getClassLoader());
    Object instance;
    try {
      instance = creator.invoke();
    } catch (Throwable thrown) {
      throw failed(what, thrown);
    } finally {
      thread.setContextClassLoader(null);
    }
    if (instance == null) {
      throw new UnansweredException(what + " gave null");
    }
    return instance;
  }

  private static UnansweredException failed(String what, Throwable thrown) {
    return new UnansweredException(
        what + " threw " + UnansweredFailures.description(thrown), thrown);
  }
}
