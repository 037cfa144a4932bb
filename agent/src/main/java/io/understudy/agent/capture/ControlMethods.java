package io.understudy.agent.capture;

import io.understudy.agent.config.MethodRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.jar.asm.Type;

/**
 * Finds the one method that a configuration means among those that a class declares. Looks at class
 * files alone: nothing is loaded. Methods that the compiler added are not there.
 */
final class ControlMethods {
  private ControlMethods() {}

  /**
   * The method that is meant, which has a body.
   *
   * @throws Unweavable when there is none, or more than one, or it has no body
   */
  static MethodDescription.InDefinedShape find(TypeDescription type, MethodRef ref)
      throws Unweavable {
    List<MethodDescription.InDefinedShape> named = named(type, ref.methodName());
    if (named.isEmpty()) {
      throw new Unweavable(
          type.getName() + " declares no method " + ref.methodName() + inherited(type, ref));
    }
    List<MethodDescription.InDefinedShape> fitting =
        named.stream().filter(m -> ref.takes(parameters(m))).collect(Collectors.toList());
    if (fitting.isEmpty()) {
      throw new Unweavable(ref + " is not there; the class declares " + listed(named));
    }
    if (fitting.size() > 1) {
      throw new Unweavable(
          ref + " is overloaded: add the parameter types of one of " + listed(fitting));
    }
    return bodied(fitting.get(0), ref);
  }

  private static MethodDescription.InDefinedShape bodied(
      MethodDescription.InDefinedShape method, MethodRef ref) throws Unweavable {
    if (method.isAbstract()) {
      throw new Unweavable(ref + " is abstract: name a class that implements it");
    }
    if (method.isNative()) {
      throw new Unweavable(ref + " is native: name the Java method that calls it");
    }
    return method;
  }

  private static List<MethodDescription.InDefinedShape> named(TypeDescription type, String name) {
    List<MethodDescription.InDefinedShape> named = new ArrayList<>();
    for (MethodDescription.InDefinedShape method : type.getDeclaredMethods()) {
      if (method.isMethod()
          && method.getInternalName().equals(name)
          && !method.isBridge()
          && !method.isSynthetic()) {
        named.add(method);
      }
    }
    return named;
  }

  // From the descriptor, since asking for the parameters would look for their class files.
  private static List<String> parameters(MethodDescription.InDefinedShape method) {
    return Arrays.stream(Type.getArgumentTypes(method.getDescriptor()))
        .map(Type::getClassName)
        .collect(Collectors.toList());
  }

  private static String listed(List<MethodDescription.InDefinedShape> methods) {
    return methods.stream()
        .map(m -> m.getInternalName() + "(" + String.join(", ", parameters(m)) + ")")
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String inherited(TypeDescription type, MethodRef ref) {
    try {
      for (TypeDescription.Generic above = type.getSuperClass();
          above != null;
          above = above.getSuperClass()) {
        if (!named(above.asErasure(), ref.methodName()).isEmpty()) {
          String owner = above.asErasure().getName();
          return "; it inherits it: write " + owner + "#" + ref.methodName();
        }
      }
    } catch (RuntimeException classFileNotFound) {
      return "";
    }
    return "";
  }
}
