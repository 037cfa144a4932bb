package io.understudy.agent.replay.target;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.convert.ArgumentConverter;
import io.understudy.agent.convert.ConversionException;
import io.understudy.agent.convert.TargetType;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import io.understudy.value.view.Views;
import java.lang.reflect.Method;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a candidate's arguments from those of the control: by shape where the declared classes
 * differ, then by the user's adapter if there is one. Thread-safe if the adapter is.
 */
final class ArgumentMapping {
  private final ArgumentConverter converter;
  private final @Nullable Adapter adapter;
  private final Views views;
  private final IntPredicate ids;
  private final @Nullable ClassLoader loader;

  private ArgumentMapping(
      ArgumentConverter converter,
      IntPredicate ids,
      @Nullable Adapter adapter,
      Views views,
      @Nullable ClassLoader loader) {
    this.converter = converter;
    this.adapter = adapter;
    this.views = views;
    this.ids = ids;
    this.loader = loader;
  }

  /**
   * Prepares a mapping.
   *
   * @param control the method of the control
   * @param candidate the method of the candidate
   * @param adapter the static method that makes the arguments; null for none
   * @param loader finds the classes that are configured, where the candidate's classes are
   * @param ids the indexes of arguments that are ids, which are converted as ids
   * @throws UnansweredException if the numbers of arguments differ
   */
  static ArgumentMapping of(
      Method control,
      Method candidate,
      @Nullable Method adapter,
      @Nullable ClassLoader loader,
      IntPredicate ids,
      CallConfig config,
      Views views)
      throws UnansweredException {
    Method target = adapter == null ? candidate : adapter;
    try {
      ArgumentConverter converter =
          ArgumentConverter.of(
              control,
              target,
              config.mapping(),
              views,
              loader,
              (argument, from, to) -> ids.test(argument) || isDirect(from, to));
      return new ArgumentMapping(
          converter, ids, adapter == null ? null : Adapter.of(adapter), views, loader);
    } catch (ConversionException refused) {
      throw new UnansweredException(refused.reason());
    }
  }

  /** Whether the declared types promise that every argument can be passed as it is. */
  private static boolean isDirect(TargetType from, TargetType to) {
    ParameterConversion.Fit fit = ParameterConversion.fit(from.raw(), to.raw());
    return to.raw().isAssignableFrom(from.raw())
        ? to.takesAll(from)
        : fit.compareTo(ParameterConversion.Fit.BOXED) <= 0;
  }

  /** Whether argument {@code i} of the candidate is an id of the control, as a whole. */
  boolean isId(int i) {
    int argument = adapter == null ? converter.wholeArgument(i) : -1;
    return argument >= 0 && ids.test(argument);
  }

  /** Whether the arguments are passed as they are, in their order. */
  boolean isDirect() {
    return converter.isDirect() && adapter == null;
  }

  /**
   * Makes the arguments of one call.
   *
   * @param arguments copies of the control's; not changed
   * @param receiver a copy of the control's receiver; null if the mapping does not need it
   */
  @Nullable Object[] of(@Nullable Object[] arguments, @Nullable Object receiver)
      throws UnansweredException {
    return inLoader(() -> adapted(converter.convert(arguments, receiver)));
  }

  /**
   * Makes what the control's arguments after its call are compared with.
   *
   * @param afterwards the frozen arguments; null for those that cannot have changed
   * @param arguments the copies from before the call; not changed
   * @param receiver as for {@link #of}
   */
  @Nullable Object[] ofFinal(
      @Nullable Object[] afterwards, @Nullable Object[] arguments, @Nullable Object receiver)
      throws UnansweredException {
    if (adapter == null) {
      return inLoader(() -> frozen(converter.convertAfter(afterwards)));
    }
    // The adapter may use any argument, so it gets those too that cannot have changed.
    @Nullable Object[] all = arguments.clone();
    for (int i = 0; i < Math.min(all.length, afterwards.length); i++) {
      all[i] = afterwards[i] == null ? all[i] : afterwards[i];
    }
    return inLoader(() -> frozen(adapted(converter.convert(all, receiver))));
  }

  /** Makes arguments. */
  private interface Making {
    @Nullable Object[] make() throws ConversionException, UnansweredException;
  }

  /** Runs code of the candidate with its loader as the thread's context class loader. */
  private @Nullable Object[] inLoader(Making making) throws UnansweredException {
    Thread thread = Thread.currentThread();
    thread.setContextClassLoader(loader);
    try {
      return making.make();
    } catch (ConversionException refused) {
      throw unanswered(refused);
    } finally {
      thread.setContextClassLoader(null);
    }
  }

  /** Freezes the converted arguments, before the candidate may change objects inside. */
  private @Nullable Object[] frozen(@Nullable Object[] live) throws UnansweredException {
    try {
      Meter meter = new Meter(Bounds.DEFAULT);
      @Nullable Object[] frozen = new @Nullable Object[live.length];
      for (int i = 0; i < frozen.length; i++) {
        frozen[i] = Freezer.freezeLeniently(live[i], meter, views);
      }
      return frozen;
    } catch (Uncapturable tooLarge) {
      throw new UnansweredException("the control's arguments after its call: " + tooLarge.reason());
    }
  }

  private @Nullable Object[] adapted(@Nullable Object[] arguments) throws UnansweredException {
    return adapter == null ? arguments : adapter.adapt(arguments);
  }

  private static UnansweredException unanswered(ConversionException refused) {
    Throwable cause = refused.getCause();
    return cause == null
        ? new UnansweredException(refused.reason())
        : new UnansweredException(refused.reason(), cause);
  }
}
