package io.understudy.agent.operate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps, lists, texts, numbers, booleans and null as indented JSON. By hand, since the library's
 * buffers stay with the threads that use them, and these may be the application's.
 */
final class Json {
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  static String of(Object tree) {
    Json json = new Json();
    json.write(tree, "\n");
    return json.out.toString();
  }

  private void write(@Nullable Object value, String newLine) {
    if (value instanceof Map) {
      map((Map<?, ?>) value, newLine);
    } else if (value instanceof List) {
      list((List<?>) value, newLine);
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      text(value.toString());
    }
  }

  private void map(Map<?, ?> map, String newLine) {
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator).append(newLine).append("  ");
      text(String.valueOf(entry.getKey()));
      out.append(": ");
      write(entry.getValue(), newLine + "  ");
      separator = ",";
    }
    out.append(map.isEmpty() ? "{}" : newLine + "}");
  }

  private void list(List<?> list, String newLine) {
    String separator = "[";
    for (Object item : list) {
      out.append(separator).append(newLine).append("  ");
      write(item, newLine + "  ");
      separator = ",";
    }
    out.append(list.isEmpty() ? "[]" : newLine + "]");
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
