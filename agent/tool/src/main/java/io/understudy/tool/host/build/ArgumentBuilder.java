package io.understudy.tool.host.build;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Makes the arguments of a call. Thread-safe. */
public interface ArgumentBuilder {
  /**
   * Makes the arguments of one call; objects that occur twice are made once.
   *
   * @param values null, scalars and frozen objects, as the portable form gives them
   * @param parameters the generic parameter types of the candidate, one for each value
   * @throws UnfitValueException when a value does not fit exactly
   */
  @Nullable Object[] build(@Nullable Object[] values, Type[] parameters)
      throws UnfitValueException;
}
