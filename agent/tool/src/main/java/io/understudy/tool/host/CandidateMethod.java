package io.understudy.tool.host;

import io.understudy.agent.remote.CallReply;
import io.understudy.compare.ThrownException;
import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableLimits;
import io.understudy.portable.PortableWriter;
import io.understudy.tool.host.build.ArgumentBuilder;
import io.understudy.tool.host.build.UnfitValueException;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import io.understudy.value.view.Views;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A candidate with its instance, ready to be called. Thread-safe if the candidate is. */
final class CandidateMethod {
  private static final PortableLimits LIMITS = PortableLimits.DEFAULT;

  /** As large as what can be carried; without a limit of time, since the caller has one. */
  private static final Bounds BOUNDS =
      new Bounds(LIMITS.values(), 4L * LIMITS.bytes(), Long.MAX_VALUE);

  private final Method method;
  private final @Nullable Object instance;
  private final Views views;
  private final ClassLoader loader;

  CandidateMethod(Method method, @Nullable Object instance, Views views, ClassLoader loader)
      throws RefusedRequestException {
    this.method = method;
    this.instance = instance;
    this.views = views;
    this.loader = loader;
    try {
      method.setAccessible(true);
    } catch (RuntimeException closed) {
      throw new RefusedRequestException(method + " cannot be opened");
    }
  }

  static List<String> names(Class<?>[] types) {
    List<String> names = new ArrayList<>();
    for (Class<?> type : types) {
      names.add(type.getTypeName());
    }
    return names;
  }

  /** The class that declares the method. */
  Class<?> owner() {
    return method.getDeclaringClass();
  }

  List<String> parameters() {
    return names(method.getParameterTypes());
  }

  String result() {
    return method.getGenericReturnType().getTypeName();
  }

  /**
   * Calls the candidate on this thread, and waits for the completion of a stage that it returns.
   *
   * @throws RefusedRequestException when it cannot be called with these arguments, or its outcome
   *     cannot be carried
   */
  CallReply call(@Nullable Object[] values, boolean wantsArguments, ArgumentBuilder builder)
      throws RefusedRequestException {
    @Nullable Object[] arguments;
    try {
      Type[] parameters = method.getGenericParameterTypes();
      arguments =
          builder.build(
              values,
              parameters.length == method.getParameterCount()
                  ? parameters
                  : method.getParameterTypes());
    } catch (UnfitValueException unfit) {
      throw new RefusedRequestException("an argument does not fit: " + unfit.reason());
    }
    Thread.currentThread().setContextClassLoader(loader);
    long start = System.nanoTime();
    Object result = null;
    Throwable thrown = null;
    try {
      result = method.invoke(instance, arguments);
      if (result instanceof CompletionStage) {
        result = ((CompletionStage<?>) result).toCompletableFuture().get();
      }
    } catch (InvocationTargetException | ExecutionException wrapper) {
      Throwable cause = wrapper.getCause();
      thrown = cause == null ? wrapper : unwrapped(cause);
    } catch (IllegalAccessException | IllegalArgumentException impossible) {
      throw new RefusedRequestException(
          "the candidate cannot be called: " + impossible.getClass().getName());
    } catch (InterruptedException cancelled) {
      throw new RefusedRequestException("the call was cancelled");
    } catch (RuntimeException ofStage) {
      thrown = ofStage;
    }
    long nanos = System.nanoTime() - start;
    return new CallReply(
        nanos,
        thrown == null ? null : ThrownException.of(thrown),
        values(result, wantsArguments ? arguments : null));
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; i < ThrownException.MOST_CAUSES; i++) {
      if (cause.getClass() != CompletionException.class || cause.getCause() == null) {
        break;
      }
      cause = cause.getCause();
    }
    return cause;
  }

  private byte[] values(@Nullable Object result, @Nullable Object @Nullable [] arguments)
      throws RefusedRequestException {
    try {
      Object frozen =
          Freezer.freezeLeniently(
              new @Nullable Object[] {result, arguments}, Meter.ofAgentThread(BOUNDS), views);
      return PortableWriter.writeLeniently(frozen, LIMITS);
    } catch (Uncapturable | PortableFormException unfit) {
      throw new RefusedRequestException(
          "the candidate's outcome cannot be carried: " + unfit.getMessage());
    }
  }
}
