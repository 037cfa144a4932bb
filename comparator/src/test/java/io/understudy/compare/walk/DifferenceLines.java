package io.understudy.compare.walk;

import io.understudy.compare.Difference;
import io.understudy.compare.ThrownException;
import io.understudy.value.Kind;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import org.jspecify.annotations.Nullable;

/** A difference as one short line, without explanations. */
final class DifferenceLines {
  private DifferenceLines() {}

  /** The place, the kind, and both values as they print, without quotes. */
  static String of(Difference difference) {
    String path = difference.path().toString();
    String line =
        (path.isEmpty() ? "(root)" : path)
            + " "
            + difference.kind()
            + ": "
            + valueText(difference.control())
            + " / "
            + valueText(difference.candidate());
    return difference.reason().isEmpty() ? line : line + " (" + difference.reason() + ")";
  }

  private static String valueText(@Nullable Object value) {
    if (value == null || value instanceof ThrownException) {
      return String.valueOf(value);
    }
    Shape shape = StandardShapes.of(value);
    return shape.kind() == Kind.SCALAR ? shape.plain(value).toString() : shape.typeName();
  }
}
