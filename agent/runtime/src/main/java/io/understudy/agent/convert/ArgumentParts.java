package io.understudy.agent.convert;

import io.understudy.agent.config.ArgumentSource;
import io.understudy.agent.config.MappingConfig;
import io.understudy.value.Path;
import io.understudy.value.view.Views;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads parts of a control's arguments as text or JSON. Runs no code of the candidate. Thread-safe.
 */
public final class ArgumentParts {
  private final ArgumentConverter converter;

  /**
   * Creates a reader.
   *
   * @param mapping names the parts that are dropped
   * @param views how the control's objects are seen
   */
  public ArgumentParts(MappingConfig mapping, Views views) {
    this.converter = ArgumentConverter.ofParts(mapping, views);
  }

  /** Reads the arguments of one call; the arguments are not changed. */
  public OfCall of(@Nullable Object[] arguments, @Nullable Object receiver) {
    return new OfCall(new ConversionRun(converter), arguments, receiver);
  }

  /** The arguments of one call. Not thread-safe. */
  public static final class OfCall {
    private final ConversionRun run;
    private final @Nullable Object[] arguments;
    private final @Nullable Object receiver;

    private OfCall(ConversionRun run, @Nullable Object[] arguments, @Nullable Object receiver) {
      this.run = run;
      this.arguments = arguments;
      this.receiver = receiver;
    }

    /** The JSON text of a part. */
    public String json(ArgumentSource source) throws ConversionException {
      return JsonText.of(part(source), run, path(source));
    }

    /**
     * One value as a text: as in JSON, without quotation marks.
     *
     * @throws ConversionException if the part is null, or has parts itself
     */
    public String text(ArgumentSource source) throws ConversionException {
      return JsonText.textOf(part(source), run, path(source));
    }

    /** Appends a text as JSON. */
    public void quote(String text, StringBuilder out) {
      JsonText.quote(text, out);
    }

    private @Nullable Object part(ArgumentSource source) throws ConversionException {
      Object whole = ArgumentConverter.whole(source, arguments, receiver);
      return run.part(whole, source.steps(), root(source));
    }

    private static Path root(ArgumentSource source) {
      return Path.root().part(source.isOfReceiver() ? "this" : "" + source.argument());
    }

    private static Path path(ArgumentSource source) {
      Path path = root(source);
      List<String> steps = source.steps();
      for (String step : steps) {
        path = path.part(step);
      }
      return path;
    }
  }
}
