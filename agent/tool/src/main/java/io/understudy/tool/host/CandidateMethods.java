package io.understudy.tool.host;

import io.understudy.agent.config.ForeignClasses;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.NearestWord;
import io.understudy.agent.config.TypeConfig;
import io.understudy.agent.remote.MethodRequest;
import io.understudy.value.view.Views;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds candidates, and keeps one instance of each class for all connections. Thread-safe. */
final class CandidateMethods {
  private final ClassLoader loader;
  private final Map<String, Object> locks = new ConcurrentHashMap<>();
  private final Map<String, Object> instances = new ConcurrentHashMap<>();
  private final Map<MethodRequest, CandidateMethod> found = new ConcurrentHashMap<>();

  CandidateMethods(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Returns the method for a request. Loads and creates the candidate, which may take any time.
   *
   * @throws RefusedRequestException when there is none, or its instance cannot be created
   */
  CandidateMethod find(MethodRequest request) throws RefusedRequestException {
    CandidateMethod known = found.get(request);
    if (known != null) {
      return known;
    }
    // One for each instance: a constructor that never returns must not keep out other candidates.
    String name = request.candidate().className() + " " + request.factory();
    synchronized (locks.computeIfAbsent(name, missing -> new Object())) {
      CandidateMethod meanwhile = found.get(request);
      return meanwhile == null ? make(request) : meanwhile;
    }
  }

  private CandidateMethod make(MethodRequest request) throws RefusedRequestException {
    Class<?> type = load(request.candidate().className());
    Method method = choose(type, request);
    Object instance = null;
    if (!Modifier.isStatic(method.getModifiers())) {
      instance = instance(type, request.factory());
    }
    CandidateMethod made = new CandidateMethod(method, instance, views(request.views()), loader);
    found.put(request, made);
    return made;
  }

  private Class<?> load(String name) throws RefusedRequestException {
    String foreign = ForeignClasses.refusal(name);
    if (foreign != null) {
      throw new RefusedRequestException(foreign + ", which is never called as a candidate");
    }
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException missing) {
      throw new RefusedRequestException("class not found in the host: " + name);
    } catch (LinkageError unlinkable) {
      throw new RefusedRequestException(
          "class " + name + " cannot be loaded in the host: " + describe(unlinkable));
    }
  }

  /** A linkage error names a class; a user needs that name. */
  private static String describe(Throwable failure) {
    return failure instanceof LinkageError
        ? failure.getClass().getName() + ": " + failure.getMessage()
        : failure.getClass().getName();
  }

  private static Method choose(Class<?> type, MethodRequest request)
      throws RefusedRequestException {
    MethodRef ref = request.candidate();
    List<Method> named = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    try {
      for (Method each : methods(type)) {
        names.add(each.getName());
        if (each.getName().equals(ref.methodName())) {
          named.add(each);
        }
      }
    } catch (LinkageError missing) {
      throw new RefusedRequestException(
          "the methods of " + type.getName() + " cannot be read: " + describe(missing));
    }
    if (named.isEmpty()) {
      throw new RefusedRequestException(
          type.getName()
              + " has no method "
              + ref.methodName()
              + NearestWord.didYouMean(ref.methodName(), names));
    }
    List<Method> fitting = new ArrayList<>();
    for (Method each : named) {
      boolean fits =
          ref.parameterTypes() == null
              ? each.getParameterCount() == request.controlParameters().size()
              : ref.takes(CandidateMethod.names(each.getParameterTypes()));
      if (fits) {
        fitting.add(each);
      }
    }
    for (Method each : fitting) {
      if (CandidateMethod.names(each.getParameterTypes()).equals(request.controlParameters())) {
        return each;
      }
    }
    if (fitting.size() != 1) {
      throw new RefusedRequestException(
          (fitting.isEmpty() ? "no method " : "several methods ")
              + ref.methodName()
              + " of "
              + type.getName()
              + (fitting.isEmpty()
                  ? " take the control's number of arguments, " + request.controlParameters().size()
                  : " may be meant: write the parameter types of one"));
    }
    return fitting.get(0);
  }

  /** The methods of a class and its superclasses and interfaces, overridden ones once. */
  private static List<Method> methods(Class<?> type) {
    List<Method> methods = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      add(at.getDeclaredMethods(), methods, seen);
    }
    add(type.getMethods(), methods, seen);
    return methods;
  }

  private static void add(Method[] from, List<Method> methods, Set<String> seen) {
    for (Method each : from) {
      boolean isOwn = !each.isBridge() && each.getDeclaringClass() != Object.class;
      if (isOwn && seen.add(each.getName() + Arrays.toString(each.getParameterTypes()))) {
        methods.add(each);
      }
    }
  }

  private Object instance(Class<?> type, @Nullable MethodRef factory)
      throws RefusedRequestException {
    String key = type.getName() + " " + factory;
    Object known = instances.get(key);
    if (known != null) {
      return known;
    }
    Thread.currentThread().setContextClassLoader(loader);
    Object made = factory == null ? construct(type) : callFactory(type, factory);
    instances.put(key, made);
    return made;
  }

  private static Object construct(Class<?> type) throws RefusedRequestException {
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new RefusedRequestException(type.getName() + " is abstract: give a factory");
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException missing) {
      throw new RefusedRequestException(
          type.getName() + " has no constructor without parameters: give a factory");
    } catch (InvocationTargetException thrown) {
      throw new RefusedRequestException(
          "the constructor of " + type.getName() + " threw " + describe(thrown.getCause()));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError impossible) {
      throw new RefusedRequestException(
          type.getName() + " cannot be created: " + describe(impossible));
    }
  }

  private Object callFactory(Class<?> type, MethodRef factory) throws RefusedRequestException {
    try {
      Method method = load(factory.className()).getDeclaredMethod(factory.methodName());
      method.setAccessible(true);
      Object made = Modifier.isStatic(method.getModifiers()) ? method.invoke(null) : null;
      if (!type.isInstance(made)) {
        throw new RefusedRequestException("the factory " + factory + " gave no " + type.getName());
      }
      return made;
    } catch (InvocationTargetException thrown) {
      throw new RefusedRequestException(
          "the factory " + factory + " threw " + describe(thrown.getCause()));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError impossible) {
      throw new RefusedRequestException(
          "the factory " + factory + " cannot be called: " + describe(impossible));
    }
  }

  private static Views views(List<TypeConfig> types) throws RefusedRequestException {
    Views.Builder views = Views.builder();
    try {
      for (TypeConfig type : types) {
        add(type, views);
      }
    } catch (IllegalArgumentException wrong) {
      throw new RefusedRequestException("types: " + wrong.getMessage());
    }
    return types.isEmpty() ? Views.standard() : views.build();
  }

  private static void add(TypeConfig type, Views.Builder views) {
    String name = type.className();
    switch (type.how()) {
      case AS_STRING:
        views.asString(name);
        break;
      case AS_EQUALS:
        views.asEquals(name);
        break;
      case GETTERS:
        views.getters(name);
        break;
      case FIELDS:
        views.fields(name);
        break;
      case PARTS:
        views.parts(name, type.names().toArray(new String[0]));
        break;
      case CONTENT:
        views.content(name, type.names().get(0));
        break;
      case WITH:
        views.with(name, type.names().get(0));
        break;
    }
  }
}
