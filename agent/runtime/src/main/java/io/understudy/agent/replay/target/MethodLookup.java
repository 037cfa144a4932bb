package io.understudy.agent.replay.target;

import io.understudy.agent.classfile.Overloads;
import io.understudy.agent.config.ArgumentSource;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.convert.ConversionFit;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Finds the methods of controls and candidates in their classes. Stateless. */
final class MethodLookup {
  private MethodLookup() {}

  /**
   * Finds the one method that a configured name means.
   *
   * @param type the class to search, including inherited methods
   * @throws UnansweredException when there is none, or more than one
   */
  static Method control(Class<?> type, MethodRef ref) throws UnansweredException {
    List<Method> named = methodsNamed(type, ref);
    List<Method> written = withWrittenTypes(named, ref);
    List<String> types = ref.parameterTypes();
    if (written.isEmpty() && types != null) {
      // The configuration may write the parameter types as a subtype with type arguments sees them.
      // The woven method is then generic: accept the only method with this number of parameters.
      named.removeIf(method -> method.getParameterCount() != types.size());
      return requireOne(named, ref);
    }
    return requireOne(written, ref);
  }

  /**
   * Finds the candidate's method. If the configuration gives parameter types, they decide.
   * Otherwise the method is the one that Java would choose for the control's parameter types. If
   * there is none, it is the only method with narrower parameters, as after erasure of generics.
   *
   * @param ids the indexes of arguments that are ids, which are converted where necessary
   * @throws UnansweredException when there is none, or more than one
   */
  static Method candidate(Class<?> type, MethodRef ref, Class<?>[] control, IntPredicate ids)
      throws UnansweredException {
    List<Method> named = methodsNamed(type, ref);
    if (ref.parameterTypes() != null) {
      Method found = requireOne(withWrittenTypes(named, ref), ref);
      if (fit(found, control, ids) == ParameterConversion.Fit.NEVER) {
        throw new UnansweredException(
            ref + " cannot take the control's arguments " + typeNames(control));
      }
      return found;
    }
    for (ParameterConversion.Fit worst : ParameterConversion.Fit.values()) {
      List<Method> fitting = methodsFitting(named, control, ids, worst);
      if (!fitting.isEmpty() && worst != ParameterConversion.Fit.NEVER) {
        return requireOne(mostSpecific(fitting), ref);
      }
    }
    throw new UnansweredException(
        "no method " + ref + " can take the control's arguments " + typeNames(control));
  }

  /**
   * Finds the candidate's method for a call point. Where {@link #candidate} finds none, it is the
   * only method with the right number of parameters whose types the control's arguments may be
   * converted to. With configured sources or an adapter, it is the only such method.
   *
   * @param control the method of the control
   * @param ids as for {@link #candidate}
   * @throws UnansweredException when there is none, or more than one
   */
  static Method mapped(Class<?> type, CallConfig config, Method control, IntPredicate ids)
      throws UnansweredException {
    MethodRef ref = config.candidate();
    List<ArgumentSource> sources = config.mapping().arguments();
    if (config.mapping().adapter() != null) {
      return only(type, ref);
    }
    if (sources == null) {
      try {
        return candidate(type, ref, control.getParameterTypes(), ids);
      } catch (UnansweredException none) {
        Method converted = converted(type, ref, control, ids);
        if (converted == null) {
          throw none;
        }
        return converted;
      }
    }
    List<Method> found = methodsNamed(type, ref);
    if (ref.parameterTypes() != null) {
      found = withWrittenTypes(found, ref);
    }
    List<Method> counted = new ArrayList<>(found);
    counted.removeIf(method -> method.getParameterCount() != sources.size());
    if (counted.isEmpty() && !found.isEmpty()) {
      throw new UnansweredException(
          "no method " + ref + " takes the " + sources.size() + " arguments under arguments:");
    }
    return requireOne(counted, ref);
  }

  /** Finds the only method of a name, or with the written types. */
  static Method only(Class<?> type, MethodRef ref) throws UnansweredException {
    List<Method> named = methodsNamed(type, ref);
    return requireOne(ref.parameterTypes() == null ? named : withWrittenTypes(named, ref), ref);
  }

  /** The only method to whose parameters the arguments may be converted; null if none is. */
  private static @Nullable Method converted(
      Class<?> type, MethodRef ref, Method control, IntPredicate ids) throws UnansweredException {
    List<Method> found = methodsNamed(type, ref);
    if (ref.parameterTypes() != null) {
      found = withWrittenTypes(found, ref);
    }
    found.removeIf(method -> !mayBeConverted(control.getParameterTypes(), method, ids));
    if (found.size() > 1) {
      throw new UnansweredException(ref + overloads(found));
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private static boolean mayBeConverted(Class<?>[] from, Method method, IntPredicate ids) {
    Class<?>[] to = method.getParameterTypes();
    boolean may = from.length == to.length;
    for (int i = 0; may && i < to.length; i++) {
      boolean fits =
          (ids.test(i)
                  ? ParameterConversion.fitOfIds(from[i], to[i])
                  : ParameterConversion.fit(from[i], to[i]))
              != ParameterConversion.Fit.NEVER;
      may = fits || ConversionFit.mayConvert(from[i], to[i]);
    }
    return may;
  }

  /**
   * Finds the method that a class itself declares with a name and descriptor; it may be a bridge
   * method.
   *
   * @throws UnansweredException when there is none
   */
  static Method declared(Class<?> type, String name, String descriptor) throws UnansweredException {
    for (Method each : declared(type)) {
      if (each.getName().equals(name)
          && MethodType.methodType(each.getReturnType(), each.getParameterTypes())
              .toMethodDescriptorString()
              .equals(descriptor)) {
        return each;
      }
    }
    throw new UnansweredException("there is no method " + type.getName() + "#" + name + descriptor);
  }

  private static Method requireOne(List<Method> found, MethodRef ref) throws UnansweredException {
    if (found.isEmpty()) {
      throw new UnansweredException("there is no method " + ref);
    }
    if (found.size() > 1) {
      throw new UnansweredException(ref + overloads(found));
    }
    return found.get(0);
  }

  private static String overloads(List<Method> methods) {
    List<String> parameters = new ArrayList<>();
    List<String> withResults = new ArrayList<>();
    for (Method each : methods) {
      String types = typeNames(each.getParameterTypes());
      parameters.add(types);
      withResults.add(each.getName() + types + ": " + each.getReturnType().getTypeName());
    }
    return Overloads.advice(" is overloaded: write its parameter types", parameters, withResults);
  }

  /** All callable methods of the name, without overridden ones. */
  private static List<Method> methodsNamed(Class<?> type, MethodRef ref)
      throws UnansweredException {
    List<Method> found = new ArrayList<>();
    List<Method> seen = new ArrayList<>();
    for (Class<?> owner : hierarchy(type)) {
      for (Method method : declared(owner)) {
        if (!method.getName().equals(ref.methodName()) || isOverridden(method, seen)) {
          continue;
        }
        // A bridge method is not callable by name. It also hides the erased method that it
        // implements, which is no further overload.
        seen.add(method);
        boolean isInherited = owner == type || !Modifier.isPrivate(method.getModifiers());
        if (!method.isSynthetic() && isInherited) {
          found.add(method);
        }
      }
    }
    return found;
  }

  private static Method[] declared(Class<?> owner) throws UnansweredException {
    try {
      return owner.getDeclaredMethods();
    } catch (LinkageError missing) {
      // A class in the signature of some method is missing; the JVM then returns no method at all.
      throw new UnansweredException(
          "the methods of " + owner.getName() + " cannot be read: " + missing.getClass().getName(),
          missing);
    }
  }

  private static boolean isOverridden(Method method, List<Method> seen) {
    for (Method other : seen) {
      if (other.getDeclaringClass() != method.getDeclaringClass()
          && Arrays.equals(other.getParameterTypes(), method.getParameterTypes())) {
        return true;
      }
    }
    return false;
  }

  private static Set<Class<?>> hierarchy(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      all.add(c);
    }
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      addInterfaces(c, all);
    }
    return all;
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
    for (Class<?> each : type.getInterfaces()) {
      if (all.add(each)) {
        addInterfaces(each, all);
      }
    }
  }

  private static List<Method> withWrittenTypes(List<Method> methods, MethodRef ref) {
    List<Method> found = new ArrayList<>();
    for (Method method : methods) {
      if (ref.takes(names(method.getParameterTypes()))) {
        found.add(method);
      }
    }
    return found;
  }

  private static List<Method> methodsFitting(
      List<Method> methods, Class<?>[] control, IntPredicate ids, ParameterConversion.Fit worst) {
    List<Method> found = new ArrayList<>();
    for (Method method : methods) {
      if (fit(method, control, ids).compareTo(worst) <= 0) {
        found.add(method);
      }
    }
    return found;
  }

  private static ParameterConversion.Fit fit(Method method, Class<?>[] control, IntPredicate ids) {
    Class<?>[] types = method.getParameterTypes();
    return types.length == control.length
        ? fit(control, types, ids)
        : ParameterConversion.Fit.NEVER;
  }

  private static ParameterConversion.Fit fit(Class<?>[] from, Class<?>[] to, IntPredicate ids) {
    ParameterConversion.Fit worst = ParameterConversion.Fit.SUBTYPE;
    for (int i = 0; i < from.length; i++) {
      ParameterConversion.Fit fit =
          ids.test(i)
              ? ParameterConversion.fitOfIds(from[i], to[i])
              : ParameterConversion.fit(from[i], to[i]);
      worst = fit.compareTo(worst) > 0 ? fit : worst;
    }
    return worst;
  }

  /**
   * Java Language Specification 15.12.2.5: the method whose parameters all other methods accept;
   * all methods if there is no such method.
   */
  private static List<Method> mostSpecific(List<Method> methods) {
    for (Method method : methods) {
      if (isMostSpecific(method, methods)) {
        return new ArrayList<>(Arrays.asList(method));
      }
    }
    return methods;
  }

  private static boolean isMostSpecific(Method method, List<Method> methods) {
    for (Method other : methods) {
      if (fit(method.getParameterTypes(), other.getParameterTypes(), i -> false)
          != ParameterConversion.Fit.SUBTYPE) {
        return false;
      }
    }
    return true;
  }

  private static String typeNames(Class<?>[] types) {
    return "(" + String.join(", ", names(types)) + ")";
  }

  /** The names of types, as {@code Class.getTypeName()} gives them. */
  static List<String> names(Class<?>[] types) {
    List<String> names = new ArrayList<>();
    for (Class<?> type : types) {
      names.add(type.getTypeName());
    }
    return names;
  }
}
