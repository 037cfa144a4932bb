package io.understudy.agent.convert;

import io.understudy.agent.config.ArgumentSource;
import io.understudy.agent.config.MappingConfig;
import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import io.understudy.value.view.Views;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the arguments of one method from the arguments of a control, by their shape. Runs
 * constructors, setters and builders of the candidate, and no code of the classes that the control
 * uses. Thread-safe.
 */
public final class ArgumentConverter {
  final Views views;
  final List<PathPattern> drop;
  final TargetClasses classes;
  final RecordPlans plans = new RecordPlans();

  private final List<ArgumentSource> sources;
  private final List<TargetType> types;
  private final boolean[] direct;
  private final boolean isDirect;

  /** Whether the argument of the control with an index is passed as it is. */
  public interface DirectArguments {
    /**
     * Decides by the declared types.
     *
     * @param index of the argument and of the parameter
     * @param from the control's declared type
     * @param to the type of the parameter
     */
    boolean isDirect(int index, TargetType from, TargetType to);
  }

  private ArgumentConverter(
      MappingConfig mapping,
      Views views,
      List<ArgumentSource> sources,
      List<TargetType> types,
      boolean[] direct,
      @Nullable ClassLoader loader) {
    this.views = views;
    this.drop = mapping.drop();
    this.classes = new TargetClasses(mapping, loader);
    this.sources = sources;
    this.types = types;
    this.direct = direct;
    boolean all = true;
    for (boolean each : direct) {
      all &= each;
    }
    this.isDirect = all && mapping.arguments() == null;
  }

  /**
   * Prepares the conversions for a method.
   *
   * @param control the method of the control, whose declared types show what needs no conversion
   * @param target the method whose arguments are made
   * @param mapping what is configured
   * @param views how the control's objects are seen
   * @param loader finds the classes that are configured
   * @param directly which arguments are passed as they are
   * @throws ConversionException if the method takes another number of arguments than there are
   */
  public static ArgumentConverter of(
      Method control,
      Method target,
      MappingConfig mapping,
      Views views,
      @Nullable ClassLoader loader,
      DirectArguments directly)
      throws ConversionException {
    List<ArgumentSource> sources = mapping.sources(control.getParameterCount());
    List<TargetType> from = types(control);
    List<TargetType> to = types(target);
    if (sources.size() != to.size()) {
      throw new ConversionException(
          "there are "
              + sources.size()
              + " arguments and "
              + target.getDeclaringClass().getName()
              + "#"
              + target.getName()
              + " takes "
              + to.size()
              + "; say under arguments: which parts it takes");
    }
    boolean[] direct = new boolean[sources.size()];
    for (int i = 0; i < direct.length; i++) {
      ArgumentSource source = sources.get(i);
      boolean isWhole =
          i < from.size() && source.isWhole(i) && source.kind() == ArgumentSource.Kind.PART;
      direct[i] = isWhole && directly.isDirect(i, from.get(i), to.get(i));
    }
    return new ArgumentConverter(mapping, views, sources, to, direct, loader);
  }

  /** Reads parts of arguments and makes no arguments. */
  static ArgumentConverter ofParts(MappingConfig mapping, Views views) {
    return new ArgumentConverter(
        mapping, views, Collections.emptyList(), Collections.emptyList(), new boolean[0], null);
  }

  private static List<TargetType> types(Method method) {
    Class<?>[] erased = method.getParameterTypes();
    List<TargetType> types = new ArrayList<>();
    try {
      return TargetType.OBJECT.resolve(method.getGenericParameterTypes(), erased);
    } catch (RuntimeException | LinkageError unreadable) {
      // A signature may name a class that is missing, or be malformed.
      for (Class<?> type : erased) {
        types.add(TargetType.of(type));
      }
      return Collections.unmodifiableList(types);
    }
  }

  /** Whether all arguments are passed as they are, in their order. */
  public boolean isDirect() {
    return isDirect;
  }

  /**
   * Makes the arguments of a call.
   *
   * @param arguments copies of the control's; not changed
   * @param receiver a copy of the control's receiver; null if it was not needed
   * @return a new array; objects that fit are the copies themselves
   * @throws ConversionException if a value has no exact counterpart, or code of the candidate fails
   */
  public @Nullable Object[] convert(@Nullable Object[] arguments, @Nullable Object receiver)
      throws ConversionException {
    try {
      ConversionRun run = new ConversionRun(this);
      @Nullable Object[] made = new @Nullable Object[sources.size()];
      for (int i = 0; i < made.length; i++) {
        made[i] = argument(i, arguments, receiver, run);
      }
      run.late.finish();
      return made;
    } catch (StackOverflowError deep) {
      throw new ConversionException("the arguments are nested too deeply to be converted");
    }
  }

  /**
   * Makes what the control's arguments after its call are to be compared with, by the same mapping.
   *
   * @param arguments the frozen arguments after the call; null for those that cannot have changed
   * @return a new array; null for each argument that is not compared
   * @throws ConversionException as {@link #convert}
   */
  public @Nullable Object[] convertAfter(@Nullable Object[] arguments) throws ConversionException {
    try {
      ConversionRun run = new ConversionRun(this);
      @Nullable Object[] made = new @Nullable Object[sources.size()];
      for (int i = 0; i < made.length; i++) {
        ArgumentSource source = sources.get(i);
        boolean isCompared =
            source.kind() == ArgumentSource.Kind.PART
                && source.argument() >= 0
                && source.argument() < arguments.length
                && arguments[source.argument()] != null;
        made[i] = isCompared ? argument(i, arguments, null, run) : null;
      }
      run.late.finish();
      return made;
    } catch (StackOverflowError deep) {
      throw new ConversionException("the arguments are nested too deeply to be converted");
    }
  }

  private @Nullable Object argument(
      int i, @Nullable Object[] arguments, @Nullable Object receiver, ConversionRun run)
      throws ConversionException {
    ArgumentSource source = sources.get(i);
    if (direct[i]) {
      return arguments[i];
    }
    TargetType type = types.get(i);
    if (source.kind() == ArgumentSource.Kind.CONSTANT) {
      return run.constant(source.constant(), type, Path.root().part("constant"));
    }
    Path path = Path.root().part(source.isOfReceiver() ? "this" : "" + source.argument());
    Object whole = whole(source, arguments, receiver);
    Object part = run.part(whole, source.steps(), path);
    for (String step : source.steps()) {
      path = path.part(step);
    }
    if (source.kind() == ArgumentSource.Kind.JSON) {
      return run.convert(JsonText.of(part, run, path), type, path);
    }
    return run.convert(part, type, path);
  }

  /** The argument that a source refers to, or the receiver. */
  static @Nullable Object whole(
      ArgumentSource source, @Nullable Object[] arguments, @Nullable Object receiver)
      throws ConversionException {
    if (!source.isOfReceiver()) {
      if (source.argument() >= arguments.length) {
        throw new ConversionException(
            "the control has no argument " + source + "; it has " + arguments.length);
      }
      return arguments[source.argument()];
    }
    if (receiver == null) {
      throw new ConversionException("the control is static, so there is no receiver for this");
    }
    return receiver;
  }
}
