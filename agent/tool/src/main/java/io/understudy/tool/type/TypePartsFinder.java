package io.understudy.tool.type;

import io.understudy.value.NonStateTypes;
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
 * What parts the objects of a static type have, as far as class files tell. Where an object may be
 * of another class than its declaration says, or is seen by other means than its fields, nothing is
 * said. Not thread-safe.
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

  /** Their objects stand for what they hold. */
  private static final List<String> HOLDERS =
      Arrays.asList(
          "java.util.Optional", "java.util.concurrent.atomic.AtomicReference", UnusableTypes.STAGE);

  /** Classes by these libraries are seen by other means than their fields. */
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
  private final Set<String> seenOtherwise;

  /**
   * Part types of what the class path holds.
   *
   * @param seenOtherwise the classes of which the configuration says how they are seen
   */
  public TypePartsFinder(TypeLookup types, Set<String> seenOtherwise) {
    this.types = types;
    this.seenOtherwise = seenOtherwise;
  }

  /**
   * What a result of {@code type} stands for: what a stage completes with, else the type itself.
   */
  public StaticType meant(StaticType type) {
    boolean isStage =
        type != StaticType.UNKNOWN && !type.isArray() && UnusableTypes.isStage(type.name(), types);
    return isStage ? argument(type, UnusableTypes.STAGE, 0) : type;
  }

  /** What stands inside objects of {@code type}. */
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
    if (!Collections.disjoint(above, seenOtherwise) || hasSpecial(above)) {
      return TypeParts.UNKNOWN;
    }
    if (!Collections.disjoint(above, SCALARS) || type.name().equals("java.util.OptionalInt")) {
      return TypeParts.NONE;
    }
    return ofContainer(type, above);
  }

  /**
   * Whether an object declared with this type may be one of a subclass on the class path that has a
   * part of this name; of any name for {@code *} and {@code **}.
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
        if (!field.isStatic() && (step.startsWith("*") || step.equals(field.getName()))) {
          return true;
        }
      }
    }
    return false;
  }

  private TypeParts ofContainer(StaticType type, Set<String> above) {
    for (String holder : HOLDERS) {
      if (above.contains(holder)) {
        return of(argument(type, holder, 0));
      }
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
      if (field.isStatic()
          || field.isTransient()
          || field.isSynthetic()
          || field.getName().startsWith("$$_")
          || NonStateTypes.areAmong(types.closure(type.name()))) {
        continue;
      }
      // A field of a superclass that is hidden by one below is named with its class.
      String name = field.getName();
      parts.put(parts.containsKey(name) ? simple(at.name()) + "." + name : name, type);
    }
  }

  private static String simple(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  /** What the type variables of a class stand for where it is used with these arguments. */
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

  /** The superclass, then the interfaces, with their type arguments. */
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

  /** The type argument with which {@code type} extends or implements {@code target}. */
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
