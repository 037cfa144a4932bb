package io.understudy.agent.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** What a class file says of its class, as far as it tells a service from other classes. */
public final class ClassOutline {
  /** Binary name. */
  public final String name;

  private final int access;

  /** Binary name; null for {@code Object} alone. */
  public final @Nullable String superName;

  /** Binary names. Unmodifiable. */
  public final List<String> interfaces;

  /** Simple names of the annotations on the class, whatever their package. */
  public final Set<String> annotations = new LinkedHashSet<>();

  /** Its methods without constructors and initialisers, those that compilers added included. */
  public final List<MethodOutline> methods = new ArrayList<>();

  /** How many fields its objects have. */
  public int fields;

  /** Whether it has no name of its own in the source: anonymous, or local to a method. */
  public boolean local;

  public ClassOutline(
      String name, int access, @Nullable String superName, List<String> interfaces) {
    this.name = name;
    this.access = access;
    this.superName = superName;
    this.interfaces = Collections.unmodifiableList(interfaces);
  }

  /** The name without package and without the classes around it. */
  public String simpleName() {
    return simple(name);
  }

  /** The last part of a binary name; a name that ends in a dollar sign keeps it. */
  public static String simple(String name) {
    int dollar = name.lastIndexOf('$', name.length() - 2);
    return name.substring(Math.max(name.lastIndexOf('.'), dollar) + 1);
  }

  /** The superclass, where it has one, then the interfaces. */
  public List<String> above() {
    List<String> above = new ArrayList<>();
    if (superName != null) {
      above.add(superName);
    }
    above.addAll(interfaces);
    return above;
  }

  public boolean is(int flag) {
    return (access & flag) != 0;
  }

  public boolean isInterface() {
    return is(Opcodes.ACC_INTERFACE);
  }

  public boolean isConcrete() {
    return !is(Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE);
  }

  /** The declared method with this key; null where there is none. */
  public @Nullable MethodOutline method(String key) {
    for (MethodOutline method : methods) {
      if (method.key().equals(key)) {
        return method;
      }
    }
    return null;
  }

  /** The method that a bridge of this name and descriptor leads to; null where there is none. */
  public @Nullable MethodOutline behindBridge(String name, String descriptor) {
    for (MethodOutline bridge : methods) {
      if (bridge.is(Opcodes.ACC_BRIDGE)
          && bridge.name.equals(name)
          && bridge.descriptor.equals(descriptor)) {
        for (MethodOutline method : methods) {
          if ((method.name + method.descriptor).equals(bridge.target)) {
            return method;
          }
        }
      }
    }
    return null;
  }

  /** The class's name. */
  @Override
  public String toString() {
    return name;
  }
}
