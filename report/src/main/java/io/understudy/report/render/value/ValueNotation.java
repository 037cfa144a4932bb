package io.understudy.report.render.value;

import io.understudy.report.render.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The notation of a journal value for people. The journal uses names that begin with a dollar sign
 * for values without a JSON notation (docs/journal-format.md). Here they become words, and class
 * names lose their packages.
 *
 * @param form the layout
 * @param before the text before the bracket, such as {@code Invoice} or {@code set}; the whole text
 *     where there is no bracket
 * @param parts the values between the brackets
 */
record ValueNotation(Form form, String before, List<JsonTree.Part> parts) {
  /** The layout of a value. */
  enum Form {
    /** A text on one line. */
    TEXT,
    /** Named parts in braces. */
    PARTS,
    /** Elements in brackets. */
    ELEMENTS,
    /** A wrapper such as an Optional: it has one part, which has the path of the wrapper. */
    WRAPPER
  }

  /** Returns the notation of a value. */
  static ValueNotation of(JsonTree tree) {
    return switch (tree.kind()) {
      case LIST -> new ValueNotation(Form.ELEMENTS, "", tree.parts());
      case STRING -> text(quoted(tree.text(), tree.text().length()));
      case LITERAL -> text(VisibleText.line(tree.text()));
      case OBJECT -> object(tree);
    };
  }

  private static ValueNotation text(String text) {
    return new ValueNotation(Form.TEXT, text, List.of());
  }

  private static ValueNotation object(JsonTree tree) {
    String type = simple(textOf(tree, "$type"));
    for (JsonTree.Part part : tree.parts()) {
      ValueNotation marked = marked(tree, type, part);
      if (marked != null) {
        return marked;
      }
    }
    List<JsonTree.Part> parts = new ArrayList<>();
    for (JsonTree.Part part : tree.parts()) {
      if (part.name().equals("$more")) {
        // A remark about left-out parts has no name.
        parts.add(new JsonTree.Part("", new JsonTree(JsonTree.Kind.OBJECT, "", List.of(part))));
      } else if (!part.name().equals("$type")) {
        String name = part.name().startsWith("$$") ? part.name().substring(1) : part.name();
        parts.add(new JsonTree.Part(name, part.value()));
      }
    }
    return new ValueNotation(Form.PARTS, type, parts);
  }

  private static @Nullable ValueNotation marked(JsonTree tree, String type, JsonTree.Part part) {
    JsonTree value = part.value();
    String text = value.text();
    return switch (part.name()) {
      case "$value" -> text(type + of(value).before());
      case "$text" -> text(quoted(text, length(tree)));
      case "$number" -> text(VisibleText.line(text));
      case "$chars" -> text("chars " + of(value).before());
      case "$bytes" -> text("bytes, Base64 " + quoted(text, text.length()) + bytes(tree));
      case "$set" -> new ValueNotation(Form.ELEMENTS, "set ", value.parts());
      case "$optional" ->
          value.isNested()
              ? new ValueNotation(Form.WRAPPER, "optional ", value.parts())
              : text("optional, empty");
      case "$map" -> new ValueNotation(Form.PARTS, "map ", entries(value));
      case "$opaque" -> text(type + "(cannot be inspected: " + VisibleText.line(text) + ")");
      case "$cycle" -> text("(again the value " + levels(text) + " above)");
      case "$cut" -> text(type + "(cut: " + VisibleText.line(text) + ")");
      case "$redacted" -> text("(redacted)");
      case "$more" ->
          tree.parts().size() == 1
              ? text("⋯ " + VisibleText.line(text) + " more, not recorded")
              : null;
      default -> null;
    };
  }

  /** Returns the text of a scalar as paths and element labels have it. */
  static String plain(JsonTree tree) {
    String value = textOf(tree, "$value");
    String text = value.isEmpty() ? textOf(tree, "$text") : value;
    return text.isEmpty() ? tree.text() : text;
  }

  private static List<JsonTree.Part> entries(JsonTree map) {
    List<JsonTree.Part> entries = new ArrayList<>();
    for (JsonTree.Part entry : map.parts()) {
      List<JsonTree.Part> pair = entry.value().parts();
      if (entry.value().kind() == JsonTree.Kind.LIST && pair.size() == 2) {
        entries.add(new JsonTree.Part(plain(pair.get(0).value()), pair.get(1).value()));
      } else {
        entries.add(new JsonTree.Part("", entry.value()));
      }
    }
    return entries;
  }

  private static String textOf(JsonTree tree, String name) {
    JsonTree part = tree.part(name);
    return part == null ? "" : part.text();
  }

  private static long length(JsonTree tree) {
    try {
      return Long.parseLong(textOf(tree, "$length"));
    } catch (NumberFormatException unknown) {
      return textOf(tree, "$text").length();
    }
  }

  private static String levels(String count) {
    return VisibleText.line(count) + (count.equals("1") ? " level" : " levels");
  }

  private static String bytes(JsonTree tree) {
    String length = textOf(tree, "$length");
    return length.isEmpty()
        ? ""
        : " (" + VisibleText.line(length) + (length.equals("1") ? " byte" : " bytes") + " in all)";
  }

  private static String simple(String type) {
    int end = Math.max(type.lastIndexOf('.'), type.lastIndexOf('$'));
    return type.isEmpty() ? "" : VisibleText.line(type.substring(end + 1), 120) + " ";
  }

  /**
   * Quotes a text. JSON escapes come first, so that a backslash of the text cannot look like the
   * start of an escape of {@link VisibleText}.
   *
   * @param length the length of the full text, in UTF-16 units
   */
  static String quoted(String text, long length) {
    int most = Math.min(text.length(), VisibleText.MOST);
    String some = text.substring(0, most);
    String shown =
        VisibleText.line(some.replace("\\", "\\\\").replace("\"", "\\\""), Integer.MAX_VALUE);
    return "\"" + shown + "\"" + (most < length ? VisibleText.cut(length) : "");
  }
}
