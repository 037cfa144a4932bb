package io.understudy.tool.type;

import io.understudy.agent.classfile.ClassFile;
import io.understudy.agent.classfile.ClassFileException;
import io.understudy.agent.convert.Construction;
import io.understudy.tool.classpath.ClassPathFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/**
 * The ways to build objects of a class, read from class files as the agent reads them from loaded
 * classes. Immutable.
 */
public final class TargetParts {
  private static final List<String> BUILDER_METHODS = Arrays.asList("builder", "newBuilder");
  private static final List<String> PREFIXES = Arrays.asList("set", "with");

  private final TypeLookup types;
  private final ClassPathFiles files;
  private final TypeDescription type;
  private final Map<String, StaticType> variables;
  private final List<Construction> ways = new ArrayList<>();
  private final List<Map<String, StaticType>> wayTypes = new ArrayList<>();
  private final List<List<StaticType>> constructorTypes = new ArrayList<>();
  private final Map<String, StaticType> setters;

  /** Reads the members of a class, with the type arguments of its use. */
  public TargetParts(
      TypeDescription type, StaticType used, TypeLookup types, ClassPathFiles files) {
    this.type = type;
    this.types = types;
    this.files = files;
    this.variables = variables(type, used);
    this.setters = setters();
    for (MethodDescription.InDefinedShape each : constructors()) {
      List<StaticType> parameters = parameters(each);
      List<String> names = isRecord() ? components() : names(each);
      Map<String, StaticType> all = new LinkedHashMap<>(setters);
      for (int i = 0; names != null && i < names.size() && i < parameters.size(); i++) {
        all.put(names.get(i), parameters.get(i));
      }
      ways.add(Construction.constructor(parameters.size(), names, setters.keySet()));
      wayTypes.add(all);
      constructorTypes.add(parameters);
    }
    addBuilder();
  }

  /** The ways, in the order of the agent. */
  public List<Construction> ways() {
    return ways;
  }

  /** The names of the fields, those of superclasses too. */
  public Set<String> fieldNames() {
    Set<String> names = new LinkedHashSet<>();
    fields(type).forEach(field -> names.add(field.getName()));
    return names;
  }

  /**
   * The declared types of the parts.
   *
   * @param way the chosen one, with the names of its parameters
   */
  public Map<String, StaticType> types(Construction way) {
    for (int i = 0; i < ways.size(); i++) {
      if (ways.get(i).toString().equals(way.toString())) {
        return wayTypes.get(i);
      }
    }
    return ofWritten(way);
  }

  /** The types for a constructor whose parameters the configuration names. */
  private Map<String, StaticType> ofWritten(Construction way) {
    Map<String, StaticType> all = new LinkedHashMap<>(setters);
    List<String> names = way.parameters();
    for (List<StaticType> parameters : constructorTypes) {
      if (names != null && parameters.size() == names.size()) {
        for (int i = 0; i < names.size(); i++) {
          all.put(names.get(i), parameters.get(i));
        }
        return all;
      }
    }
    return all;
  }

  private static Map<String, StaticType> variables(TypeDescription type, StaticType used) {
    Map<String, StaticType> bound = new HashMap<>();
    String signature = type.getGenericSignature();
    int i = 0;
    if (signature != null) {
      for (String name : GenericSignature.variables(signature).keySet()) {
        bound.put(name, used.argument(i++));
      }
    }
    return bound;
  }

  private boolean isRecord() {
    return types.closure(type.getName()).contains("java.lang.Record");
  }

  private List<String> components() {
    List<String> names = new ArrayList<>();
    for (FieldDescription.InDefinedShape field : type.getDeclaredFields()) {
      if (!field.isStatic()) {
        names.add(field.getName());
      }
    }
    return names;
  }

  private List<MethodDescription.InDefinedShape> constructors() {
    List<MethodDescription.InDefinedShape> found = new ArrayList<>();
    StringBuilder canonical = new StringBuilder("(");
    for (FieldDescription.InDefinedShape field : type.getDeclaredFields()) {
      canonical.append(field.isStatic() ? "" : field.getDescriptor());
    }
    canonical.append(")V");
    for (MethodDescription.InDefinedShape each : type.getDeclaredMethods()) {
      boolean isWanted = !isRecord() || each.getDescriptor().contentEquals(canonical);
      boolean isCopy =
          !isRecord() && each.getDescriptor().equals("(L" + type.getInternalName() + ";)V");
      if (each.isConstructor() && !each.isSynthetic() && isWanted && !isCopy) {
        found.add(each);
      }
    }
    found.sort(Comparator.comparingInt(each -> parameters(each).size()));
    return found;
  }

  private List<StaticType> parameters(MethodDescription.InDefinedShape method) {
    List<StaticType> all =
        GenericSignature.method(method.getGenericSignature(), method.getDescriptor());
    List<StaticType> erased = GenericSignature.method(null, method.getDescriptor());
    List<StaticType> resolved = new ArrayList<>();
    for (StaticType each : (all.size() == erased.size() ? all : erased)) {
      resolved.add(each.with(variables));
    }
    return resolved.subList(0, resolved.size() - 1);
  }

  private @Nullable List<String> names(MethodDescription.InDefinedShape constructor) {
    for (AnnotationDescription annotation : constructor.getDeclaredAnnotations()) {
      if (annotation.getAnnotationType().getName().equals("java.beans.ConstructorProperties")) {
        return Arrays.asList(annotation.getValue("value").resolve(String[].class));
      }
    }
    byte[] file = files.bytes(type.getName());
    try {
      return file == null
          ? null
          : ClassFile.of(file).parameterNames("<init>", constructor.getDescriptor());
    } catch (ClassFileException unreadable) {
      return null;
    }
  }

  private Map<String, StaticType> setters() {
    Map<String, StaticType> parts = new LinkedHashMap<>();
    for (TypeDescription each : hierarchy(type)) {
      for (MethodDescription.InDefinedShape method : each.getDeclaredMethods()) {
        String name = method.getInternalName();
        if (isSetting(method) && name.startsWith("set") && name.length() > 3) {
          parts.putIfAbsent(partOf(decapitalized(name.substring(3))), parameters(method).get(0));
        }
      }
    }
    for (FieldDescription.InDefinedShape field : fields(type)) {
      if (!field.isFinal() && !field.isTransient()) {
        parts.putIfAbsent(
            field.getName(),
            GenericSignature.field(field.getGenericSignature(), field.getDescriptor())
                .with(variables));
      }
    }
    return parts;
  }

  private String partOf(String property) {
    String withIs = "is" + Character.toUpperCase(property.charAt(0)) + property.substring(1);
    return !hasField(type, property) && hasField(type, withIs) ? withIs : property;
  }

  private boolean hasField(TypeDescription of, String name) {
    return fields(of).stream().anyMatch(field -> field.getName().equals(name));
  }

  private List<FieldDescription.InDefinedShape> fields(TypeDescription of) {
    List<FieldDescription.InDefinedShape> found = new ArrayList<>();
    for (TypeDescription each : hierarchy(of)) {
      for (FieldDescription.InDefinedShape field : each.getDeclaredFields()) {
        if (!field.isStatic() && !field.isSynthetic()) {
          found.add(field);
        }
      }
    }
    return found;
  }

  /** The class and its superclasses, and for an interface or abstract class the interfaces too. */
  private List<TypeDescription> hierarchy(TypeDescription of) {
    List<TypeDescription> found = new ArrayList<>();
    for (String name : types.closure(of.getName())) {
      TypeDescription each = name.equals("java.lang.Object") ? null : types.find(name);
      if (each != null && (!each.isInterface() || of.isAbstract())) {
        found.add(each);
      }
    }
    return found;
  }

  private static boolean isSetting(MethodDescription.InDefinedShape method) {
    return method.isMethod()
        && !method.isStatic()
        && !method.isSynthetic()
        && method.getParameters().size() == 1;
  }

  private static String decapitalized(String name) {
    boolean isAcronym =
        name.length() > 1
            && Character.isUpperCase(name.charAt(0))
            && Character.isUpperCase(name.charAt(1));
    return isAcronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private void addBuilder() {
    for (MethodDescription.InDefinedShape method : type.getDeclaredMethods()) {
      if (method.isStatic()
          && method.getParameters().isEmpty()
          && BUILDER_METHODS.contains(method.getInternalName())) {
        String name = new MethodSignature(method).returned();
        TypeDescription builder = types.find(name);
        if (builder != null && hasBuild(builder)) {
          Map<String, StaticType> parts = builderParts(builder);
          ways.add(Construction.builder(method.getInternalName(), parts.keySet()));
          wayTypes.add(parts);
          return;
        }
      }
    }
  }

  private boolean hasBuild(TypeDescription builder) {
    return types.methods(builder.getName(), "build").stream()
        .anyMatch(
            m -> m.parameters().isEmpty() && types.closure(m.returned()).contains(type.getName()));
  }

  private Map<String, StaticType> builderParts(TypeDescription builder) {
    Map<String, StaticType> parts = new LinkedHashMap<>();
    for (TypeDescription each : hierarchy(builder)) {
      for (MethodDescription.InDefinedShape method : each.getDeclaredMethods()) {
        String returned = new MethodSignature(method).returned();
        boolean isReturned =
            returned.equals("void") || types.closure(builder.getName()).contains(returned);
        String part = withoutPrefix(method.getInternalName());
        if (isSetting(method) && isReturned && isPart(part, builder)) {
          parts.putIfAbsent(part, parameters(method).get(0));
        }
      }
    }
    return parts;
  }

  private boolean isPart(String name, TypeDescription builder) {
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return hasField(type, name)
        || hasField(builder, name)
        || !types.methods(type.getName(), name).isEmpty()
        || !types.methods(type.getName(), "get" + capital).isEmpty()
        || !types.methods(type.getName(), "is" + capital).isEmpty();
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
}
