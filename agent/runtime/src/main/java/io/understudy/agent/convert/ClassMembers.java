package io.understudy.agent.convert;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The members of a loaded class with which its objects are built: constructors, setters, builder.
 * Reading them runs no code of the class.
 */
final class ClassMembers {
  private static final List<String> BUILDER_METHODS = Arrays.asList("builder", "newBuilder");
  private static final List<String> PREFIXES = Arrays.asList("set", "with");

  private final Class<?> type;

  ClassMembers(Class<?> type) {
    this.type = type;
  }

  /** The constructors: the canonical one of a record, else all, those with few parameters first. */
  List<Constructor<?>> constructors() {
    List<Constructor<?>> found = new ArrayList<>();
    Class<?>[] components = isRecord() ? RecordComponents.types(type) : null;
    for (Constructor<?> each : type.getDeclaredConstructors()) {
      boolean isWanted = components == null || Arrays.equals(each.getParameterTypes(), components);
      if (!each.isSynthetic() && isWanted && !isCopy(each)) {
        found.add(each);
      }
    }
    found.sort(
        Comparator.<Constructor<?>>comparingInt(Constructor::getParameterCount)
            .thenComparing(each -> Arrays.toString(each.getParameterTypes())));
    return found;
  }

  // A constructor that takes a builder or another object of the class takes no parts.
  private boolean isCopy(Constructor<?> each) {
    return each.getParameterCount() == 1 && each.getParameterTypes()[0] == type && !isRecord();
  }

  /** The parts that a constructor takes; null if they are not known. */
  @Nullable List<String> parameters(Constructor<?> constructor) {
    if (!isRecord()) {
      return ParameterNames.of(constructor);
    }
    return RecordComponents.names(type);
  }

  private boolean isRecord() {
    Class<?> above = type.getSuperclass();
    return above != null && above.getName().equals("java.lang.Record");
  }

  /** The static method without parameters that returns a builder; null if there is none. */
  @Nullable Method builderMethod() {
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isStatic(method.getModifiers())
          && method.getParameterCount() == 0
          && BUILDER_METHODS.contains(method.getName())
          && buildMethod(method.getReturnType()) != null) {
        return method;
      }
    }
    return null;
  }

  /** The method of a builder that returns the object; null if there is none. */
  @Nullable Method buildMethod(Class<?> builder) {
    for (Method method : methods(builder)) {
      if (method.getName().equals("build")
          && method.getParameterCount() == 0
          && type.isAssignableFrom(method.getReturnType())) {
        return method;
      }
    }
    return null;
  }

  /** The methods of a builder that take one part, by the name of the part. */
  Map<String, Member> builderParts(Class<?> builder) {
    Map<String, Member> parts = new LinkedHashMap<>();
    for (Method method : methods(builder)) {
      if (method.getParameterCount() == 1 && isReturned(method, builder)) {
        String part = withoutPrefix(method.getName());
        if (isPart(part, builder)) {
          put(parts, part, method);
        }
      }
    }
    return parts;
  }

  private static String withoutPrefix(String name) {
    for (String prefix : PREFIXES) {
      boolean hasPrefix =
          name.startsWith(prefix)
              && name.length() > prefix.length()
              && Character.isUpperCase(name.charAt(prefix.length()));
      if (hasPrefix) {
        return decapitalized(name.substring(prefix.length()));
      }
    }
    return name;
  }

  /** Whether the class or its builder has a field of a name, or the class a getter. */
  private boolean isPart(String name, Class<?> builder) {
    boolean hasField =
        fields(type).stream().anyMatch(field -> field.getName().equals(name))
            || fields(builder).stream().anyMatch(field -> field.getName().equals(name));
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return hasField
        || methods(type).stream()
            .filter(method -> method.getParameterCount() == 0)
            .map(Method::getName)
            .anyMatch(m -> m.equals(name) || m.equals("get" + capital) || m.equals("is" + capital));
  }

  // Other methods of a builder, such as addAll or putX, set no part.
  private static boolean isReturned(Method method, Class<?> builder) {
    Class<?> returned = method.getReturnType();
    return returned == void.class || returned.isAssignableFrom(builder);
  }

  /** The setters, and the fields that are not final and have no setter, by the name of the part. */
  Map<String, Member> setters() {
    Map<String, Member> parts = new LinkedHashMap<>();
    List<Field> fields = fields(type);
    for (Method method : methods(type)) {
      String name = method.getName();
      if (method.getParameterCount() == 1 && name.startsWith("set") && name.length() > 3) {
        put(parts, partOf(decapitalized(name.substring(3)), fields), method);
      }
    }
    for (Field field : fields) {
      if (!Modifier.isFinal(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
        parts.putIfAbsent(field.getName(), field);
      }
    }
    return parts;
  }

  // Kotlin gives a property isActive the setter setActive.
  private static String partOf(String property, List<Field> fields) {
    String withIs = "is" + Character.toUpperCase(property.charAt(0)) + property.substring(1);
    boolean hasOwn = fields.stream().anyMatch(field -> field.getName().equals(property));
    boolean hasIs = fields.stream().anyMatch(field -> field.getName().equals(withIs));
    return !hasOwn && hasIs ? withIs : property;
  }

  private static List<Field> fields(Class<?> of) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> c = of; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  /** The names of the fields, those of superclasses too. */
  Set<String> fieldNames() {
    return fields(type).stream().map(Field::getName).collect(Collectors.toSet());
  }

  // As java.beans.Introspector does it: URL stays URL.
  private static String decapitalized(String name) {
    boolean isAcronym =
        name.length() > 1
            && Character.isUpperCase(name.charAt(0))
            && Character.isUpperCase(name.charAt(1));
    return isAcronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** Keeps the first method, or the one whose parameter has the type of the field. */
  private void put(Map<String, Member> parts, String part, Method method) {
    Member known = parts.putIfAbsent(part, method);
    if (known instanceof Method && isOfField(part, method)) {
      parts.put(part, method);
    }
  }

  private boolean isOfField(String part, Method method) {
    for (Field field : fields(type)) {
      if (field.getName().equals(part)) {
        return field.getType() == method.getParameterTypes()[0];
      }
    }
    return false;
  }

  /** The instance methods of a class and its supertypes, without overridden and bridge methods. */
  private static List<Method> methods(Class<?> type) {
    Map<String, Method> found = new LinkedHashMap<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      List<Method> declared = new ArrayList<>(Arrays.asList(c.getDeclaredMethods()));
      // The JVM gives no order; the choice among overloads must not change between runs.
      declared.sort(Comparator.comparing(Method::toGenericString));
      for (Method method : declared) {
        boolean isInherited = c == type || !Modifier.isPrivate(method.getModifiers());
        if (isInherited && !method.isSynthetic() && !Modifier.isStatic(method.getModifiers())) {
          found.putIfAbsent(method.getName() + Arrays.toString(method.getParameterTypes()), method);
        }
      }
    }
    if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
      for (Method method : type.getMethods()) {
        if (!method.isSynthetic() && !Modifier.isStatic(method.getModifiers())) {
          found.putIfAbsent(method.getName() + Arrays.toString(method.getParameterTypes()), method);
        }
      }
    }
    return new ArrayList<>(found.values());
  }
}
