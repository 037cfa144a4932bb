package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parses {@code package.Class#method} and {@code package.Class#method(type, type)}. Parameter types
 * are normalised: {@code String} becomes {@code java.lang.String}, {@code int...} becomes {@code
 * int[]}. Not thread-safe.
 */
final class MethodRefParser {
  /** Hyphens are allowed: Kotlin adds them to the names of methods that take value classes. */
  private static final Pattern NAME =
      Pattern.compile("\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}-]*");

  private static final Pattern TYPE =
      Pattern.compile(
          "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
              + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");

  /** The classes of {@code java.lang} that may be written without their package. */
  private static final Set<String> JAVA_LANG =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  ("Object String CharSequence StringBuilder StringBuffer Number Byte Short Integer"
                          + " Long Float Double Character Boolean Void Iterable Comparable Runnable"
                          + " Class Enum Record Throwable Exception RuntimeException Error Thread"
                          + " AutoCloseable Appendable Readable Cloneable Process ClassLoader")
                      .split(" "))));

  private final String text;

  MethodRefParser(String text) {
    this.text = text.trim();
  }

  MethodRef parse() {
    int hash = text.indexOf('#');
    int open = text.indexOf('(');
    if (hash < 0 || (open >= 0 && open < hash)) {
      throw error(withoutHash(open < 0 ? text : text.substring(0, open)));
    }
    String className = text.substring(0, hash).trim();
    String name = text.substring(hash + 1, open < 0 ? text.length() : open).trim();
    if (className.isEmpty()) {
      throw error("the class is missing before the #");
    }
    if (!TYPE.matcher(className).matches()) {
      throw error(
          className.indexOf('<') >= 0
              ? "name the class without type arguments"
              : "\"" + className + "\" is not the name of a class");
    }
    return new MethodRef(className, methodName(name), open < 0 ? null : parameters(open));
  }

  private String methodName(String name) {
    if (name.equals("<init>") || name.equals("<clinit>") || name.equals("new")) {
      throw error("constructors cannot be shadowed, only methods");
    }
    if (!NAME.matcher(name).matches()) {
      throw error(
          name.isEmpty()
              ? "the method is missing after the #"
              : "\"" + name + "\" is not the name of a method");
    }
    return name;
  }

  private String withoutHash(String name) {
    int colons = name.indexOf("::");
    int dot = colons >= 0 ? colons : name.lastIndexOf('.');
    if (dot <= 0) {
      return "name class and method, as in com.acme.Pricing#quote";
    }
    String last = name.substring(dot + (colons >= 0 ? 2 : 1));
    // A capital letter after the last dot begins a class: the method is missing, or in a comment.
    if (!last.isEmpty() && Character.isUpperCase(last.charAt(0))) {
      return "the method is missing; write "
          + name
          + "#method without a space before the #, which would begin a comment";
    }
    return "a # separates class and method; write "
        + name.substring(0, dot)
        + "#"
        + text.substring(dot + (colons >= 0 ? 2 : 1));
  }

  private List<String> parameters(int open) {
    if (!text.endsWith(")") || text.indexOf('(', open + 1) >= 0) {
      throw error("the parameter types end with one closing parenthesis, and nothing after it");
    }
    String inside = text.substring(open + 1, text.length() - 1);
    if (inside.indexOf('<') >= 0) {
      throw error(
          "parameter types are given without type arguments; write "
              + text.substring(0, open + 1)
              + erased(inside)
              + ")");
    }
    List<String> types = new ArrayList<>();
    if (!inside.trim().isEmpty()) {
      for (String type : inside.split(",", -1)) {
        types.add(type(type.trim()));
      }
    }
    return types;
  }

  private static String erased(String types) {
    String before;
    String after = types;
    do {
      before = after;
      after = before.replaceAll("<[^<>]*>", "");
    } while (!after.equals(before));
    return after;
  }

  private String type(String written) {
    String element = written.endsWith("...") ? written.substring(0, written.length() - 3) : written;
    StringBuilder dimensions = new StringBuilder(element.equals(written) ? "" : "[]");
    element = element.trim();
    while (element.endsWith("[]")) {
      dimensions.append("[]");
      element = element.substring(0, element.length() - 2).trim();
    }
    if (element.isEmpty()) {
      throw error("a parameter type is missing");
    }
    if (!TYPE.matcher(element).matches()) {
      throw error("\"" + written + "\" is not a type; give types only, as in (com.acme.Cart, int)");
    }
    return (JAVA_LANG.contains(element) ? "java.lang." + element : element) + dimensions;
  }

  private IllegalArgumentException error(String reason) {
    return new IllegalArgumentException("\"" + text + "\" is not a method reference: " + reason);
  }

  /** Whether a type as written refers to the type with this {@code Class.getTypeName()}. */
  static boolean sameType(String written, String actual) {
    return written.replace('$', '.').equals(actual.replace('$', '.'));
  }
}
