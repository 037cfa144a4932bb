package io.understudy.tool.type;

import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.classpath.Supertypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/**
 * Looks up types, their supertypes and methods by name. It records the names that are not on the
 * class path, so they can be reported. Not thread-safe.
 */
public final class TypeLookup {
  private final ClassPathFiles files;
  private final Set<String> unknown = new LinkedHashSet<>();

  /** Looks up types in the classes of a class path, and in the JDK. */
  public TypeLookup(ClassPathFiles files) {
    this.files = files;
  }

  /**
   * Returns the type, also a primitive or an array as source code writes it; null if there is none.
   */
  @Nullable
  public TypeDescription find(String name) {
    TypeDescription found = files.find(binary(name));
    if (found == null) {
      unknown.add(name);
    }
    return found;
  }

  /** The classes that were looked up and are not on the class path. */
  public Set<String> unknown() {
    return unknown;
  }

  /** Returns {@code [[I} for {@code int[][]}. */
  private static String binary(String name) {
    int dimensions = (name.length() - name.replace("[]", "").length()) / 2;
    String element = name.substring(0, name.length() - 2 * dimensions);
    if (dimensions == 0) {
      return element;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < dimensions; i++) {
      out.append('[');
    }
    String primitive = PrimitiveTypes.descriptor(element);
    return out.append(primitive != null ? primitive : "L" + element + ";").toString();
  }

  /** Returns the names of a class and of its known supertypes, the nearest first. */
  public Set<String> closure(String name) {
    return Supertypes.closure(
        name,
        each -> {
          TypeDescription type = find(each);
          return type == null || type.isArray() || type.isPrimitive()
              ? Collections.<String>emptyList()
              : above(type);
        });
  }

  /** Returns the names of the superclass, then of the interfaces, as far as they are known. */
  public List<String> above(TypeDescription type) {
    return Supertypes.direct(type, unknown::add);
  }

  /** Returns the names of the classes that extend or implement this one, in order. */
  Set<String> subclasses(String name) {
    return files.subclasses(name);
  }

  /**
   * Returns the methods of a name that a class declares or inherits, its own first, without
   * overridden ones and without private ones of its supertypes.
   */
  public List<MethodSignature> methods(String className, String method) {
    List<MethodSignature> found = new ArrayList<>();
    for (String owner : closure(className)) {
      for (MethodSignature each : declared(owner, method)) {
        boolean isInherited = owner.equals(className) || !each.isPrivate();
        if (isInherited
            && found.stream().noneMatch(f -> f.parameters().equals(each.parameters()))) {
          found.add(each);
        }
      }
    }
    return found;
  }

  /** Returns the methods of a name that a class itself declares, without synthetic ones. */
  public List<MethodSignature> declared(String className, String method) {
    List<MethodSignature> found = new ArrayList<>();
    TypeDescription type = find(className);
    if (type != null) {
      for (MethodDescription.InDefinedShape each : type.getDeclaredMethods()) {
        if (each.isMethod() && each.getInternalName().equals(method) && !each.isSynthetic()) {
          found.add(new MethodSignature(each));
        }
      }
    }
    return found;
  }

  /** Returns the names of all methods that a class declares or inherits, for suggestions. */
  public Set<String> methodNames(String className) {
    Set<String> names = new LinkedHashSet<>();
    for (String owner : closure(className)) {
      TypeDescription type = owner.equals("java.lang.Object") ? null : find(owner);
      if (type != null) {
        for (MethodDescription.InDefinedShape each : type.getDeclaredMethods()) {
          if (each.isMethod() && !each.isSynthetic()) {
            names.add(each.getInternalName());
          }
        }
      }
    }
    return names;
  }
}
