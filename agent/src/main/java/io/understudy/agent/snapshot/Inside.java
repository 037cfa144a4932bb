package io.understudy.agent.snapshot;

import io.understudy.value.Uncapturable;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the collection inside a wrapper of {@code java.util.Collections}.
 *
 * <p>Its module is closed to reflection, but the wrappers are serializable, and a stream that may
 * replace objects is shown each object that it is about to write: the wrapper first, then what it
 * wraps. Nothing is written: what is shown second is kept and replaced by null. Not thread-safe.
 */
final class Inside extends ObjectOutputStream {
  private int shown;
  private @Nullable Object second;

  private Inside() throws IOException {
    super(new Nowhere());
    enableReplaceObject(true);
  }

  private static final class Nowhere extends OutputStream {
    @Override
    public void write(int octet) {}

    @Override
    public void write(byte[] octets, int from, int length) {}
  }

  static Inside open() throws Uncapturable {
    try {
      return new Inside();
    } catch (IOException impossible) {
      throw new Uncapturable("wrapped collections cannot be looked into");
    }
  }

  /** The object inside the wrapper. */
  Object of(Object wrapper) throws Uncapturable {
    shown = 0;
    second = null;
    try {
      reset();
      writeObject(wrapper);
    } catch (IOException thrown) {
      second = null;
    }
    Object found = second;
    second = null;
    if (found == null) {
      throw new Uncapturable(wrapper.getClass().getName() + " cannot be looked into");
    }
    return found;
  }

  @Override
  protected @Nullable Object replaceObject(Object next) {
    if (shown++ == 0) {
      return next;
    }
    if (second == null) {
      second = next;
    }
    return null;
  }
}
