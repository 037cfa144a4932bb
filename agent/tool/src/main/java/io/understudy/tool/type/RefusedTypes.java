package io.understudy.tool.type;

import io.understudy.value.Kind;
import io.understudy.value.NonCopyableTypes;
import io.understudy.value.Origin;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/**
 * Finds types whose objects the agent always refuses: JDK classes of unknown content, classes that
 * extend such a class, and classes whose copy would own a resource of the original. The rules are
 * those of the run time, applied to class files. A type without a finding may still be refused.
 * Stateless.
 */
public final class RefusedTypes {
  /** JDK classes whose subclasses have shapes of their own. */
  private static final Set<String> EXTENSIBLE =
      new HashSet<>(
          Arrays.asList(
              "java.lang.Enum",
              "java.lang.Throwable",
              "java.math.BigDecimal",
              "java.math.BigInteger",
              "java.text.Format",
              "java.lang.CharSequence",
              "java.util.Collection",
              "java.util.Map",
              "java.util.concurrent.CompletionStage"));

  private RefusedTypes() {}

  /**
   * Returns why no object of this type can be read, neither as a result nor as an argument; null if
   * it can, or if that is unknown.
   *
   * @param type a class name, without brackets
   */
  public static @Nullable String unreadable(String type, TypeLookup types) {
    Class<?> jdkType = jdkType(type);
    if (jdkType != null) {
      return isClosed(jdkType) ? opaque(jdkType) : null;
    }
    Class<?> base = jdkSuperclass(type, types);
    if (base == null || Origin.isStateless(base) || isExtensible(type, types)) {
      return null;
    }
    // The agent may read the fields of java.util; a known value type may have plain subclasses.
    boolean isRead = base.getName().startsWith("java.util.") || !isOpaque(base);
    return isRead ? null : type + " extends " + base.getName() + ", whose state cannot be read";
  }

  private static boolean isExtensible(String type, TypeLookup types) {
    for (String name : types.closure(type)) {
      if (EXTENSIBLE.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String opaque(Class<?> jdkType) {
    return isOpaque(jdkType) ? StandardShapes.ofInstances(jdkType).reason() : null;
  }

  private static boolean isOpaque(Class<?> jdkType) {
    Shape shape = StandardShapes.ofInstances(jdkType);
    return shape.kind() == Kind.OPAQUE && !shape.isByMethods() && !shape.dependsOnObject();
  }

  /** Whether all objects of the declared type are refused if those of exactly this class are. */
  private static boolean isClosed(Class<?> jdkType) {
    int modifiers = jdkType.getModifiers();
    boolean isConcrete = !jdkType.isInterface() && !Modifier.isAbstract(modifiers);
    boolean mayHaveReadableSubclass =
        !Modifier.isFinal(modifiers)
            && jdkType.getName().startsWith("java.util.")
            && hasOpenConstructor(jdkType);
    return isConcrete && !mayHaveReadableSubclass;
  }

  private static boolean hasOpenConstructor(Class<?> jdkType) {
    for (Constructor<?> constructor : jdkType.getDeclaredConstructors()) {
      if ((constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Class<?> jdkSuperclass(String type, TypeLookup types) {
    for (String name : types.closure(type)) {
      Class<?> jdkType = jdkType(name);
      if (jdkType != null && !jdkType.isInterface()) {
        return jdkType; // The closure lists superclasses before interfaces.
      }
    }
    return null;
  }

  private static @Nullable Class<?> jdkType(String name) {
    if (!name.startsWith("java.") && !name.startsWith("javax.")) {
      return null;
    }
    try {
      Class<?> type = Class.forName(name, false, ClassLoader.getSystemClassLoader().getParent());
      return type == Object.class ? null : type;
    } catch (ClassNotFoundException | LinkageError notOfThisJdk) {
      return null;
    }
  }

  /**
   * Returns why no object of this type can be copied as an argument, although it can be read; null
   * if it can, or if that is unknown.
   *
   * @param type a class name, without brackets
   */
  public static @Nullable String uncopyable(String type, TypeLookup types) {
    if (type.startsWith("java.") || type.startsWith("javax.")) {
      return null;
    }
    Collection<String> closure = types.closure(type);
    String why = NonCopyableTypes.resource(closure);
    boolean mayChange = false;
    for (String name : closure) {
      TypeDescription at = jdkType(name) == null ? types.find(name) : null;
      if (at != null && !at.isInterface() && !name.equals("java.lang.Object")) {
        why = why == null ? ofClass(at, name.equals(type)) : why;
        mayChange |= mayChange(at);
      }
    }
    boolean isShared = why != null && why.contains("finalize()") && !mayChange;
    return why == null || isShared ? null : type + " is never copied: " + why;
  }

  private static @Nullable String ofClass(TypeDescription type, boolean isItself) {
    for (MethodDescription.InDefinedShape method : type.getDeclaredMethods()) {
      if (method.getInternalName().equals("finalize")
          && method.getParameters().isEmpty()
          && !method.isStatic()) {
        return (isItself ? "it" : "its superclass " + type.getName())
            + " overrides finalize(), which could release what the original still uses";
      }
    }
    for (FieldDescription.InDefinedShape field : type.getDeclaredFields()) {
      if (isNumber(field) && NonCopyableTypes.isHandleName(field.getName())) {
        return "its field "
            + type.getName()
            + "."
            + field.getName()
            + " is named as a native handle";
      }
    }
    return null;
  }

  /** Whether the agent cannot share an object instead of copying it. */
  private static boolean mayChange(TypeDescription type) {
    for (FieldDescription.InDefinedShape field : type.getDeclaredFields()) {
      if (!field.isStatic() && (!field.isFinal() || isNumber(field))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumber(FieldDescription.InDefinedShape field) {
    String descriptor = field.getDescriptor();
    return !field.isStatic() && (descriptor.equals("I") || descriptor.equals("J"));
  }
}
