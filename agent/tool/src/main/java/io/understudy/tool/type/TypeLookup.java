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
 * What can be said of types by their names. A supertype that is not on the class path ends the walk
 * there, and is remembered, so that the user can be told. Not thread-safe.
 */
public final class TypeLookup {
  private final ClassPathFiles files;
  private final Set<String> unknown = new LinkedHashSet<>();

  public TypeLookup(ClassPathFiles files) {
    this.files = files;
  }

  /** The type, also a primitive or an array as source code writes it; null where there is none. */
  @Nullable
  public TypeDescription find(String name) {
    TypeDescription found = files.find(binary(name));
    if (found == null) {
      unknown.add(name);
    }
    return found;
  }

  /** The classes that were asked for and are not on the class path. */
  public Set<String> unknown() {
    return unknown;
  }

  /** {@code [[I} for {@code int[][]}. */
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

  /** The names of a class and of all its superclasses and interfaces, as far as they are known. */
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

  /** The names of the superclass, then of the interfaces, as far as they are known. */
  public List<String> above(TypeDescription type) {
    return Supertypes.direct(type, unknown::add);
  }

  /** The names of the classes on the class path that extend or implement one, in order. */
  Set<String> subclasses(String name) {
    return files.subclasses(name);
  }

  /** The methods of a name that a class has, own ones first, without those that are overridden. */
  public List<MethodSignature> methods(String className, String method) {
    List<MethodSignature> found = new ArrayList<>();
    for (String owner : closure(className)) {
      for (MethodSignature each : declared(owner, method)) {
        if (found.stream().noneMatch(f -> f.parameters().equals(each.parameters()))) {
          found.add(each);
        }
      }
    }
    return found;
  }

  /** The methods of a name that a class itself declares, without what compilers added. */
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

  /** The names of all methods that a class has, for suggestions. */
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
