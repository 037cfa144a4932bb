package io.understudy.value.view;

import io.understudy.value.Bounds;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Frozen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Prints frozen objects, so that a test can state the expected object in one line. */
public final class FrozenText {
  private FrozenText() {}

  /** Freezes strictly and prints; an object that cannot be captured prints its reason. */
  public static String frozen(@Nullable Object live) {
    try {
      return of(Freezer.freeze(live, new Meter(Bounds.DEFAULT)));
    } catch (Uncapturable reason) {
      return "uncapturable: " + reason.reason();
    }
  }

  /** Freezes strictly with some views and prints. */
  public static String frozen(@Nullable Object live, Views views) {
    try {
      return of(Freezer.freeze(live, new Meter(Bounds.DEFAULT), views));
    } catch (Uncapturable reason) {
      return "uncapturable: " + reason.reason();
    }
  }

  /** Freezes an object that is neither null nor a scalar. */
  public static Frozen freeze(Object live) throws Uncapturable {
    return (Frozen) Objects.requireNonNull(Freezer.freeze(live, new Meter(Bounds.DEFAULT)));
  }

  /** Freezes leniently and prints. */
  public static String lenient(@Nullable Object live) throws Uncapturable {
    return of(Freezer.freezeLeniently(live, new Meter(Bounds.DEFAULT)));
  }

  /**
   * Prints {@code Bean{a: 1}} or {@code {a: 1}}, {@code [1, 2]}, {@code set(1)}, {@code {1 = a}},
   * {@code some(1)}, {@code none}, {@code opaque: why}, {@code ^1} for the parent's parent.
   */
  public static String of(@Nullable Object frozen) {
    StringBuilder out = new StringBuilder();
    write(frozen, out, new ArrayList<>());
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out, List<Object> above) {
    if (!(value instanceof Frozen)) {
      out.append(value);
      return;
    }
    Frozen frozen = (Frozen) value;
    for (int up = 0; up < above.size(); up++) {
      if (above.get(above.size() - 1 - up) == frozen) {
        out.append('^').append(up);
        return;
      }
    }
    above.add(frozen);
    writeParts(frozen, out, above);
    above.remove(above.size() - 1);
  }

  private static void writeParts(Frozen frozen, StringBuilder out, List<Object> above) {
    switch (frozen.kind()) {
      case OPAQUE:
        out.append("opaque: ").append(frozen.reason());
        return;
      case OPTIONAL:
        out.append(frozen.size() == 0 ? "none" : "some(");
        break;
      case SET:
        out.append("set(");
        break;
      case LIST:
        out.append('[');
        break;
      default:
        out.append('{');
    }
    for (int i = 0; i < frozen.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      if (frozen.kind() == Kind.RECORD) {
        out.append(frozen.name(i)).append(": ");
      } else if (frozen.kind() == Kind.MAP) {
        write(frozen.key(i), out, above);
        out.append(" = ");
      }
      write(frozen.part(i), out, above);
    }
    switch (frozen.kind()) {
      case OPTIONAL:
        out.append(frozen.size() == 0 ? "" : ")");
        return;
      case SET:
        out.append(')');
        return;
      case LIST:
        out.append(']');
        return;
      default:
        out.append('}');
    }
  }
}
