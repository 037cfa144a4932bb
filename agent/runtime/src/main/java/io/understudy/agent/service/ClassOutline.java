package io.understudy.agent.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** The parts of a class file that distinguish a service from other classes. Not thread-safe. */
public final class ClassOutline {
  /** Binary name. */
  public final String name;

  private final int access;

  /** Binary name; null only for {@code Object}. */
  public final @Nullable String superName;

  /** Binary names. Unmodifiable. */
  public final List<String> interfaces;

  /** Simple names of the annotations on the class, without their packages. */
  public final Set<String> annotations = new LinkedHashSet<>();

  /** Its methods, including synthetic ones, without constructors and initialisers. */
  public final List<MethodOutline> methods = new ArrayList<>();

  /** The number of its instance fields, without synthetic ones. */
  public int fields;

  /** Whether it is an anonymous or local class. */
  public boolean local;

  /**
   * Creates an outline without members.
   *
   * @param name binary name
   * @param access access flags of the class file
   * @param superName binary name; null only for {@code Object}
   * @param interfaces binary names
   */
  public ClassOutline(
      String name, int access, @Nullable String superName, List<String> interfaces) {
    this.name = name;
    this.access = access;
    this.superName = superName;
    this.interfaces = Collections.unmodifiableList(interfaces);
  }

  /** The name without the package and the enclosing classes. */
  public String simpleName() {
    return simple(name);
  }

  /** Returns the last part of a binary name; a dollar sign at the end is kept. */
  public static String simple(String name) {
    int dollar = name.lastIndexOf('$', name.length() - 2);
    return name.substring(Math.max(name.lastIndexOf('.'), dollar) + 1);
  }

  /** The superclass, if there is one, then the interfaces. */
  public List<String> above() {
    List<String> above = new ArrayList<>();
    if (superName != null) {
      above.add(superName);
    }
    above.addAll(interfaces);
    return above;
  }

  /** Whether one of these access flags is set. */
  public boolean is(int flag) {
    return (access & flag) != 0;
  }

  /** Whether it is an interface or an annotation. */
  public boolean isInterface() {
    return is(Opcodes.ACC_INTERFACE);
  }

  /** Whether it is neither abstract nor an interface. */
  public boolean isConcrete() {
    return !is(Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE);
  }

  /** Returns the declared method with this key; null if there is none. */
  public @Nullable MethodOutline method(String key) {
    for (MethodOutline method : methods) {
      if (method.key().equals(key)) {
        return method;
      }
    }
    return null;
  }

  /**
   * Returns the method that the bridge method with this name and descriptor calls; null if there is
   * none.
   */
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
