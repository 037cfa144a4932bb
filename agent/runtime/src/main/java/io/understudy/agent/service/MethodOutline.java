package io.understudy.agent.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** A method as its class file declares it. */
public final class MethodOutline {
  /** What stands in its body. */
  public enum Body {
    /** Abstract or native. */
    NONE,
    /** It gives or sets a field or a constant, and no more. */
    TRIVIAL,
    /** Anything else. */
    CODE
  }

  /** Binary name of the class that declares it. */
  public final String owner;

  public final String name;
  public final String descriptor;
  private final int access;

  /** Simple names of the annotations on the method, whatever their package. */
  public final Set<String> annotations = new LinkedHashSet<>();

  public Body body = Body.NONE;

  /** Name and descriptor of what a bridge calls; null where it is no bridge. */
  public @Nullable String target;

  public MethodOutline(String owner, String name, String descriptor, int access) {
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    this.access = access;
  }

  /** The same for a method and what it overrides, unless type variables stand between. */
  public String key() {
    return key(name, descriptor);
  }

  /** The key of a method with this name and descriptor. */
  public static String key(String name, String descriptor) {
    return name + descriptor.substring(0, descriptor.indexOf(')') + 1);
  }

  /** The erased types of the parameters, as a configuration names them. */
  public List<String> parameters() {
    List<String> names = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(descriptor)) {
      names.add(type.getClassName());
    }
    return names;
  }

  public boolean isVoid() {
    return descriptor.endsWith(")V");
  }

  public boolean hasParameters() {
    return !descriptor.startsWith("()");
  }

  public boolean is(int flag) {
    return (access & flag) != 0;
  }

  /** Whether the source has it: neither a bridge nor anything else that a compiler added. */
  public boolean isWritten() {
    return !is(Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE);
  }

  /** Whether there is code to weave. */
  public boolean hasBody() {
    return isWritten() && body != Body.NONE;
  }

  /** {@code com.acme.Pricing#quote(int)}. */
  @Override
  public String toString() {
    return owner + "#" + name + "(" + String.join(", ", parameters()) + ")";
  }
}
