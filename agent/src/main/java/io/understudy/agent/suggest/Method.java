package io.understudy.agent.suggest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** A method as its class file declares it. */
final class Method {
  /** What stands in its body. */
  enum Body {
    /** Abstract or native. */
    NONE,
    /** It gives or sets a field or a constant, and no more. */
    TRIVIAL,
    /** Anything else. */
    CODE
  }

  /** Binary name of the class that declares it. */
  final String owner;

  final String name;
  final String descriptor;
  private final int access;

  /** Simple names of the annotations on the method, whatever their package. */
  final Set<String> annotations = new LinkedHashSet<>();

  Body body = Body.NONE;

  /** Name and descriptor of what a bridge calls; null where it is no bridge. */
  @Nullable String target;

  Method(String owner, String name, String descriptor, int access) {
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    this.access = access;
  }

  /** The same for a method and what it overrides, unless type variables stand between. */
  String key() {
    return key(name, descriptor);
  }

  /** The key of a method with this name and descriptor. */
  static String key(String name, String descriptor) {
    return name + descriptor.substring(0, descriptor.indexOf(')') + 1);
  }

  /** The erased types of the parameters, as a configuration names them. */
  List<String> parameters() {
    List<String> names = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(descriptor)) {
      names.add(type.getClassName());
    }
    return names;
  }

  boolean isVoid() {
    return descriptor.endsWith(")V");
  }

  boolean hasParameters() {
    return !descriptor.startsWith("()");
  }

  boolean is(int flag) {
    return (access & flag) != 0;
  }

  /** Whether the source has it: neither a bridge nor anything else that a compiler added. */
  boolean isWritten() {
    return !is(Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE);
  }

  /** Whether there is code to weave. */
  boolean hasBody() {
    return isWritten() && body != Body.NONE;
  }

  /** {@code com.acme.Pricing#quote(int)}. */
  @Override
  public String toString() {
    return owner + "#" + name + "(" + String.join(", ", parameters()) + ")";
  }
}
