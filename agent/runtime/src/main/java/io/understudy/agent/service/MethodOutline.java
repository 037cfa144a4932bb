package io.understudy.agent.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** A method as its class file declares it. Not thread-safe. */
public final class MethodOutline {
  /** What its body contains. */
  public enum Body {
    /** Abstract or native. */
    NONE,
    /** It only returns or sets a field or a constant. */
    TRIVIAL,
    /** Anything else. */
    CODE
  }

  /** Binary name of the declaring class. */
  public final String owner;

  public final String name;
  public final String descriptor;
  private final int access;

  /** Simple names of the annotations on the method, without their packages. */
  public final Set<String> annotations = new LinkedHashSet<>();

  public Body body = Body.NONE;

  /** Name and descriptor of the method that a bridge calls; null if it is not a bridge. */
  public @Nullable String target;

  /**
   * Creates an outline without body and annotations.
   *
   * @param owner binary name of the declaring class
   * @param access access flags of the class file
   */
  public MethodOutline(String owner, String name, String descriptor, int access) {
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    this.access = access;
  }

  /**
   * The name and parameter types; equal for a method and what it overrides, unless generic types
   * differ.
   */
  public String key() {
    return key(name, descriptor);
  }

  /** Returns the key of a method with this name and descriptor. */
  public static String key(String name, String descriptor) {
    return name + descriptor.substring(0, descriptor.indexOf(')') + 1);
  }

  /** Returns the erased types of the parameters, as a configuration names them. */
  public List<String> parameters() {
    List<String> names = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(descriptor)) {
      names.add(type.getClassName());
    }
    return names;
  }

  /** Whether it returns nothing. */
  public boolean isVoid() {
    return descriptor.endsWith(")V");
  }

  /** Whether it has parameters. */
  public boolean hasParameters() {
    return !descriptor.startsWith("()");
  }

  /** Whether one of these access flags is set. */
  public boolean is(int flag) {
    return (access & flag) != 0;
  }

  /** Whether the source declares it: it is neither a bridge nor synthetic. */
  public boolean isWritten() {
    return !is(Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE);
  }

  /** Whether there is code to weave, written in the source. */
  public boolean hasBody() {
    return isWritten() && body != Body.NONE;
  }

  /** Returns, for example, {@code com.acme.Pricing#quote(int)}. */
  @Override
  public String toString() {
    return owner + "#" + name + "(" + String.join(", ", parameters()) + ")";
  }
}
