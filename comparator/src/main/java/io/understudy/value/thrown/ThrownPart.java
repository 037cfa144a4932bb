package io.understudy.value.thrown;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A named part of the exceptions of one class. Immutable and thread-safe. */
public final class ThrownPart {
  private final String name;
  private final Function<Object, @Nullable Object> reader;

  ThrownPart(String name, Function<Object, @Nullable Object> reader) {
    this.name = name;
    this.reader = reader;
  }

  /** The name, unique among the parts of a class. */
  public String name() {
    return name;
  }

  /** Reads the part of an exception. Runs code of the JDK only, where the JDK can be read. */
  public Function<Object, @Nullable Object> reader() {
    return reader;
  }
}
