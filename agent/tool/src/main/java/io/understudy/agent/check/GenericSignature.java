package io.understudy.agent.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the descriptors and signatures of a class file (Java Virtual Machine Specification 4.7.9.1)
 * without looking for the classes they name.
 */
final class GenericSignature {
  private static final String PRIMITIVES = "BCDFIJSZV";
  private static final String[] NAMES = {
    "byte", "char", "double", "float", "int", "long", "short", "boolean", "void"
  };

  private final String text;
  private int at;

  /** Bounds of the type variables that this signature itself declares, in order. */
  private final Map<String, StaticType> declared = new LinkedHashMap<>();

  private GenericSignature(String text) {
    this.text = text;
    if (text.startsWith("<")) {
      typeParameters();
    }
  }

  /** A field's type, by its signature where it has one that can be read. */
  static StaticType field(@Nullable String signature, String descriptor) {
    try {
      return new GenericSignature(signature == null ? descriptor : signature).type();
    } catch (IndexOutOfBoundsException malformed) {
      return new GenericSignature(descriptor).type();
    }
  }

  /**
   * A method's parameters, then its result, by its signature where it has one that can be read and
   * fits its descriptor; tools that rename or weave leave others behind. The method's own type
   * variables are replaced by their bounds, those of its class are unknown.
   */
  static List<StaticType> method(@Nullable String signature, String descriptor) {
    List<StaticType> erased = method(descriptor);
    try {
      List<StaticType> generic = signature == null ? erased : method(signature);
      return generic.size() == erased.size() ? generic : erased;
    } catch (IndexOutOfBoundsException malformed) {
      return erased;
    }
  }

  private static List<StaticType> method(String text) {
    GenericSignature reading = new GenericSignature(text);
    List<StaticType> types = new ArrayList<>();
    reading.at++;
    while (reading.text.charAt(reading.at) != ')') {
      types.add(reading.type());
    }
    reading.at++;
    types.add(reading.type());
    List<StaticType> bound = new ArrayList<>();
    types.forEach(type -> bound.add(reading.bound(type)));
    return bound;
  }

  /** The type variables that a class declares, in order, with their bounds; none if malformed. */
  static Map<String, StaticType> variables(String classSignature) {
    try {
      return Collections.unmodifiableMap(new GenericSignature(classSignature).declared);
    } catch (IndexOutOfBoundsException malformed) {
      return Collections.emptyMap();
    }
  }

  /** The superclass and the interfaces of a class, from its signature; none if malformed. */
  static List<StaticType> supertypes(String classSignature) {
    List<StaticType> types = new ArrayList<>();
    try {
      GenericSignature reading = new GenericSignature(classSignature);
      while (reading.at < classSignature.length()) {
        types.add(reading.type());
      }
      return types;
    } catch (IndexOutOfBoundsException malformed) {
      return Collections.emptyList();
    }
  }

  private StaticType bound(StaticType type) {
    Map<String, StaticType> known = new LinkedHashMap<>();
    // A bound may name another variable; what it says of itself (T extends Comparable<T>) is lost.
    declared.forEach((name, bound) -> known.put(name, bound.with(Collections.emptyMap())));
    return type.with(known);
  }

  private void typeParameters() {
    at++;
    while (text.charAt(at) != '>') {
      int colon = text.indexOf(':', at);
      // Not found: -1, of which substring makes the exception that malformed texts end in.
      String name = text.substring(at, colon);
      at = colon;
      StaticType first = StaticType.UNKNOWN;
      while (text.charAt(at) == ':') {
        at++;
        if (text.charAt(at) != ':') {
          StaticType bound = type();
          first = first == StaticType.UNKNOWN ? bound : first;
        }
      }
      declared.put(name, first);
    }
    at++;
  }

  private StaticType type() {
    char sort = text.charAt(at++);
    int primitive = PRIMITIVES.indexOf(sort);
    if (primitive >= 0) {
      return StaticType.of(NAMES[primitive], Collections.emptyList());
    }
    if (sort == '[') {
      return StaticType.arrayOf(type());
    }
    if (sort == 'T') {
      int end = text.indexOf(';', at);
      String name = text.substring(at, end);
      at = end + 1;
      return StaticType.variable(name);
    }
    return classType();
  }

  private StaticType classType() {
    StringBuilder name = new StringBuilder();
    List<StaticType> arguments = new ArrayList<>();
    while (true) {
      char c = text.charAt(at++);
      if (c == ';') {
        return StaticType.of(name.toString(), arguments);
      } else if (c == '<') {
        arguments.clear();
        arguments(arguments);
      } else if (c == '.') {
        // An inner class of a generic one: its own arguments follow, if it has any.
        name.append('$');
        arguments.clear();
      } else {
        name.append(c == '/' ? '.' : c);
      }
    }
  }

  private void arguments(List<StaticType> into) {
    while (text.charAt(at) != '>') {
      char c = text.charAt(at);
      if (c == '*') {
        at++;
        into.add(StaticType.UNKNOWN);
      } else if (c == '-') {
        at++;
        type();
        into.add(StaticType.UNKNOWN);
      } else {
        at += c == '+' ? 1 : 0;
        into.add(type());
      }
    }
    at++;
  }
}
