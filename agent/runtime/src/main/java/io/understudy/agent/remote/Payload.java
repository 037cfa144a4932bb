package io.understudy.agent.remote;

import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableInput;
import io.understudy.portable.PortableOutput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists and optional texts in the payloads of frames. Stateless. */
final class Payload {
  /** The longest list of a message; a method has at most 255 parameters. */
  private static final int MOST = 10_000;

  private Payload() {}

  /** Writes a message; its parts are limited by their writers. */
  interface Content {
    void writeTo(PortableOutput out) throws PortableFormException;
  }

  /** Returns the bytes of a message that is known to be small. */
  static byte[] small(Content content) {
    try {
      PortableOutput out = new PortableOutput(Integer.MAX_VALUE - 64);
      content.writeTo(out);
      return out.toBytes();
    } catch (PortableFormException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static void texts(List<String> texts, PortableOutput out) throws PortableFormException {
    out.varint(texts.size());
    for (String text : texts) {
      out.text(text);
    }
  }

  static List<String> texts(PortableInput in) throws PortableFormException {
    List<String> texts = new ArrayList<>();
    for (int left = in.count(Math.min(MOST, in.left())); left > 0; left--) {
      texts.add(in.text());
    }
    return texts;
  }

  static void optional(@Nullable String text, PortableOutput out) throws PortableFormException {
    out.u8(text == null ? 0 : 1);
    if (text != null) {
      out.text(text);
    }
  }

  static @Nullable String optional(PortableInput in) throws PortableFormException {
    return in.count(1) == 1 ? in.text() : null;
  }
}
