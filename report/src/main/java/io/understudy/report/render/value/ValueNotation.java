package io.understudy.report.render.value;

import io.understudy.report.render.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value of the journal is written for people. The journal marks what JSON has no notation for
 * by names that begin with a dollar sign (docs/journal-format.md); here they become words, and the
 * class names lose their packages.
 *
 * @param form how it is laid out
 * @param before what stands before its bracket: {@code Invoice}, {@code set}; or the whole text
 * @param parts what stands between the brackets
 */
record ValueNotation(Form form, String before, List<JsonTree.Part> parts) {
  /** How a value is laid out. */
  enum Form {
    /** On one line. */
    TEXT,
    /** Named parts in braces. */
    PARTS,
    /** Elements in brackets. */
    ELEMENTS,
    /** A value that stands for another: the only part, which keeps the path. */
    WRAPPER
  }

  /** The notation of a value. */
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
        // Without a name: it is a remark, not a part.
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
          value.nested()
              ? new ValueNotation(Form.WRAPPER, "optional ", value.parts())
              : text("optional, empty");
      case "$map" -> new ValueNotation(Form.PARTS, "map ", entries(value));
      case "$opaque" -> text(type + "(cannot be looked into: " + VisibleText.line(text) + ")");
      case "$cycle" -> text("(again the value " + VisibleText.line(text) + " levels above)");
      case "$cut" -> text(type + "(cut: " + VisibleText.line(text) + ")");
      case "$redacted" -> text("(redacted)");
      case "$more" ->
          tree.parts().size() == 1
              ? text("⋯ " + VisibleText.line(text) + " more, not recorded")
              : null;
      default -> null;
    };
  }

  /** The text of a scalar, as a path or the label of an element has it. */
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
    } catch (NumberFormatException notTold) {
      return textOf(tree, "$text").length();
    }
  }

  private static String bytes(JsonTree tree) {
    String length = textOf(tree, "$length");
    return length.isEmpty() ? "" : " (" + VisibleText.line(length) + " bytes in all)";
  }

  private static String simple(String type) {
    int end = Math.max(type.lastIndexOf('.'), type.lastIndexOf('$'));
    return type.isEmpty() ? "" : VisibleText.line(type.substring(end + 1), 120) + " ";
  }

  /** In quotes, with JSON's own escapes first: a backslash cannot pose as one of ours. */
  static String quoted(String text, long length) {
    int most = Math.min(text.length(), VisibleText.MOST);
    String some = text.substring(0, most);
    String shown =
        VisibleText.line(some.replace("\\", "\\\\").replace("\"", "\\\""), Integer.MAX_VALUE);
    return "\"" + shown + "\"" + (most < length ? VisibleText.cut(length) : "");
  }
}
