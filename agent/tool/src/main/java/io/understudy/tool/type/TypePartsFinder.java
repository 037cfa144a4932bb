package io.understudy.tool.type;

import io.understudy.value.PathPattern;
import io.understudy.value.contents.FieldRole;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of the objects of a static type from class files. The parts are unknown if the
 * type is abstract, or if its objects are not compared by their fields. Not thread-safe.
 */
public final class TypePartsFinder {
  private static final List<String> SCALARS =
      Arrays.asList(
          "java.lang.CharSequence",
          "java.lang.Number",
          "java.lang.Boolean",
          "java.lang.Character",
          "java.lang.Enum",
          "java.lang.Class",
          "java.time.temporal.TemporalAccessor",
          "java.time.temporal.TemporalAmount",
          "java.util.Date",
          "java.util.Calendar",
          "java.util.UUID",
          "java.util.Currency",
          "java.util.Locale",
          "java.net.URI",
          "java.net.URL");

  /** Types whose objects are compared as the value that they hold. */
  private static final List<String> WRAPPERS =
      Arrays.asList(
          "java.util.Optional", "java.util.concurrent.atomic.AtomicReference", UnusableTypes.STAGE);

  /** Libraries whose objects are not compared by their fields. */
  private static final List<String> SPECIAL =
      Arrays.asList(
          "com.google.protobuf.",
          "org.apache.avro.",
          "com.fasterxml.jackson.",
          "javax.xml.",
          "jakarta.xml.",
          "org.w3c.dom.",
          "org.joda.",
          "javax.money.",
          "org.hibernate.",
          "scala.",
          "kotlin.");

  private final TypeLookup types;
  private final Set<String> viewedClasses;

  /**
   * Finds the parts of types of a class path.
   *
   * @param viewedClasses the classes for which the configuration names the parts
   */
  public TypePartsFinder(TypeLookup types, Set<String> viewedClasses) {
    this.types = types;
    this.viewedClasses = viewedClasses;
  }

  /** Returns the type of a stage's value; for other types the type itself. */
  public StaticType valueType(StaticType type) {
    boolean isStage =
        type != StaticType.UNKNOWN && !type.isArray() && UnusableTypes.isStage(type.name(), types);
    return isStage ? argument(type, UnusableTypes.STAGE, 0) : type;
  }

  /** Whether the configuration says how objects of this type are compared. */
  public boolean isViewed(StaticType type) {
    return type != StaticType.UNKNOWN
        && !type.isArray()
        && !Collections.disjoint(types.closure(type.name()), viewedClasses);
  }

  /**
   * Returns the type of the elements of an array or collection, of the values of a map, or of the
   * content of an {@code Optional}; unknown for other types.
   *
   * @param isKey whether the keys of a map are meant
   */
  public StaticType inside(StaticType type, boolean isKey) {
    if (type == StaticType.UNKNOWN) {
      return type;
    }
    if (type.isArray()) {
      return type.argument(0);
    }
    Set<String> above = types.closure(type.name());
    if (above.contains("java.util.Map")) {
      return argument(type, "java.util.Map", isKey ? 0 : 1);
    }
    return above.contains("java.util.Optional")
        ? argument(type, "java.util.Optional", 0)
        : argument(type, "java.lang.Iterable", 0);
  }

  /** Returns the parts of the objects of {@code type}. */
  public TypeParts of(StaticType type) {
    if (type == StaticType.UNKNOWN) {
      return TypeParts.UNKNOWN;
    }
    if (type.isArray()) {
      return TypeParts.elements(type.argument(0), true);
    }
    if (PrimitiveTypes.isPrimitive(type.name()) || type.name().equals("void")) {
      return TypeParts.NONE;
    }
    Set<String> above = types.closure(type.name());
    if (!Collections.disjoint(above, viewedClasses) || hasSpecial(above)) {
      return TypeParts.UNKNOWN;
    }
    if (!Collections.disjoint(above, SCALARS) || type.name().equals("java.util.OptionalInt")) {
      return TypeParts.NONE;
    }
    return ofContainer(type, above);
  }

  /**
   * Whether a subclass on the class path adds a part with this name; with any name for {@code *}
   * and {@code **}.
   */
  public boolean subclassMayHave(StaticType type, String step) {
    TypeDescription found = type.isArray() ? null : types.find(type.name());
    if (found == null || found.isFinal() || isJdk(type.name())) {
      return false;
    }
    for (String below : types.subclasses(type.name())) {
      TypeDescription subclass = types.find(below);
      for (FieldDescription.InDefinedShape field :
          subclass == null
              ? Collections.<FieldDescription.InDefinedShape>emptyList()
              : subclass.getDeclaredFields()) {
        if (!field.isStatic()
            && (step.equals("**") || PathPattern.isMatch(step, field.getName()))) {
          return true;
        }
      }
    }
    return false;
  }

  private TypeParts ofContainer(StaticType type, Set<String> above) {
    for (String wrapper : WRAPPERS) {
      if (above.contains(wrapper)) {
        return of(argument(type, wrapper, 0));
      }
    }
    if (isOwnContainer(type, above)) {
      return TypeParts.UNKNOWN;
    }
    if (above.contains("java.util.Map")) {
      return TypeParts.elements(argument(type, "java.util.Map", 1), false);
    }
    if (above.contains("java.lang.Iterable")) {
      return TypeParts.elements(argument(type, "java.lang.Iterable", 0), true);
    }
    if (type.name().equals("java.util.Map$Entry")) {
      Map<String, StaticType> entry = new LinkedHashMap<>();
      entry.put("key", type.argument(0));
      entry.put("value", type.argument(1));
      return TypeParts.named(entry);
    }
    return ofFields(type, above);
  }

  /** Whether a container of the application has fields, which may be parts beside its elements. */
  private boolean isOwnContainer(StaticType type, Set<String> above) {
    if (!above.contains("java.util.Map") && !above.contains("java.lang.Iterable")) {
      return false;
    }
    for (StaticType at = type; at != null && !isJdk(at.name()); at = superClass(at)) {
      TypeDescription declaring = types.find(at.name());
      if (declaring == null) {
        return true;
      }
      for (FieldDescription.InDefinedShape field : declaring.getDeclaredFields()) {
        if (!field.isStatic()) {
          return true;
        }
      }
    }
    return false;
  }

  private TypeParts ofFields(StaticType type, Set<String> above) {
    TypeDescription found = types.find(type.name());
    if (found == null
        || found.isAbstract()
        || isJdk(type.name())
        || above.contains("java.lang.Throwable")) {
      return TypeParts.UNKNOWN;
    }
    Map<String, StaticType> parts = new LinkedHashMap<>();
    for (StaticType at = type; at != null; at = superClass(at)) {
      TypeDescription declaring = types.find(at.name());
      if (declaring == null || (isJdk(at.name()) && !at.name().equals("java.lang.Object"))) {
        return at.name().equals("java.lang.Record") ? TypeParts.named(parts) : TypeParts.UNKNOWN;
      }
      addFields(declaring, at, parts);
    }
    return TypeParts.named(parts);
  }

  private void addFields(TypeDescription declaring, StaticType at, Map<String, StaticType> parts) {
    Map<String, StaticType> bound = bindings(declaring, at);
    for (FieldDescription.InDefinedShape field : declaring.getDeclaredFields()) {
      StaticType type =
          GenericSignature.field(field.getGenericSignature(), field.getDescriptor()).with(bound);
      if (field.isStatic() || !isContent(field, declaring, type)) {
        continue;
      }
      // A field that a subclass hides is named with its class.
      String name = field.getName();
      parts.put(parts.containsKey(name) ? simple(at.name()) + "." + name : name, type);
    }
  }

  private boolean isContent(
      FieldDescription.InDefinedShape field, TypeDescription declaring, StaticType type) {
    return FieldRole.of(
            declaring.getName(),
            field.getName(),
            type.name(),
            types.closure(type.name()),
            field.getModifiers())
        == FieldRole.CONTENT;
  }

  private static String simple(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  /** Returns the values of a class's type variables for this use of the class. */
  private static Map<String, StaticType> bindings(TypeDescription declaring, StaticType used) {
    String signature = declaring.getGenericSignature();
    Map<String, StaticType> bound = new HashMap<>();
    if (signature != null) {
      int i = 0;
      for (Map.Entry<String, StaticType> variable :
          GenericSignature.variables(signature).entrySet()) {
        StaticType argument = used.argument(i++);
        bound.put(
            variable.getKey(),
            argument == StaticType.UNKNOWN
                ? variable.getValue().with(Collections.emptyMap())
                : argument);
      }
    }
    return bound;
  }

  private @Nullable StaticType superClass(StaticType type) {
    for (StaticType above : supertypes(type)) {
      TypeDescription found = types.find(above.name());
      return found != null && found.isInterface() ? null : above;
    }
    return null;
  }

  /** Returns the superclass, then the interfaces, with their type arguments. */
  private List<StaticType> supertypes(StaticType type) {
    TypeDescription found = types.find(type.name());
    if (found == null || found.isPrimitive() || found.isArray()) {
      return Collections.emptyList();
    }
    Map<String, StaticType> bound = bindings(found, type);
    List<StaticType> above = new ArrayList<>();
    String signature = found.getGenericSignature();
    if (signature != null) {
      GenericSignature.supertypes(signature).forEach(each -> above.add(each.with(bound)));
    }
    if (above.isEmpty()) {
      types.above(found).forEach(name -> above.add(StaticType.of(name, Collections.emptyList())));
    }
    return above;
  }

  /** Returns the type argument with which {@code type} extends or implements {@code target}. */
  private StaticType argument(StaticType type, String target, int index) {
    Deque<StaticType> open = new ArrayDeque<>();
    Set<String> seen = new LinkedHashSet<>();
    open.add(type);
    while (!open.isEmpty()) {
      StaticType next = open.remove();
      if (next.name().equals(target)) {
        return next.argument(index);
      }
      if (seen.add(next.name())) {
        open.addAll(supertypes(next));
      }
    }
    return StaticType.UNKNOWN;
  }

  private static boolean hasSpecial(Set<String> names) {
    for (String name : names) {
      for (String prefix : SPECIAL) {
        if (name.startsWith(prefix)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isJdk(String name) {
    return name.startsWith("java.") || name.startsWith("javax.");
  }
}
