package io.understudy.agent.classfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** A method as a class file declares it. Immutable. */
public final class Member {
  private final String owner;
  private final int access;
  private final String name;
  private final String descriptor;
  private final @Nullable String target;

  /**
   * A method.
   *
   * @param owner internal name of the class that declares it
   * @param target name and descriptor of the method of the same object that a bridge calls; null
   *     where it is no bridge
   */
  Member(String owner, int access, String name, String descriptor, @Nullable String target) {
    this.owner = owner;
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
    this.target = target;
  }

  /** The method's name. */
  public String name() {
    return name;
  }

  /** Its descriptor, as in the class file. */
  public String descriptor() {
    return descriptor;
  }

  /** Binary name of the class that declares it. */
  public String owner() {
    return owner.replace('/', '.');
  }

  /** Name and descriptor: by these the JVM finds what overrides it. */
  String key() {
    return name + descriptor;
  }

  /** {@link #key} of what a bridge leads to; null where it is no bridge. */
  @Nullable String target() {
    return target;
  }

  /** The types of the parameters as source code names them, nested ones with a dollar sign. */
  public List<String> parameters() {
    List<String> names = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(descriptor)) {
      names.add(type.getClassName());
    }
    return Collections.unmodifiableList(names);
  }

  /** Whether it is there for the compiler's sake alone. */
  public boolean isGenerated() {
    return has(Opcodes.ACC_SYNTHETIC) || has(Opcodes.ACC_BRIDGE);
  }

  /** Whether there is code to weave. */
  public boolean hasBody() {
    return !has(Opcodes.ACC_ABSTRACT) && !has(Opcodes.ACC_NATIVE);
  }

  /** Whether there is a body that is not Java's. */
  public boolean isNative() {
    return has(Opcodes.ACC_NATIVE);
  }

  /** Whether a method of a subclass can run in its place. */
  boolean isVirtual() {
    return !has(Opcodes.ACC_STATIC) && !has(Opcodes.ACC_PRIVATE) && !name.startsWith("<");
  }

  /** Whether only classes of its own package override it. */
  boolean isOfPackage() {
    return !has(Opcodes.ACC_PUBLIC) && !has(Opcodes.ACC_PROTECTED) && !has(Opcodes.ACC_PRIVATE);
  }

  /** Whether the source says {@code static}. */
  public boolean isStatic() {
    return has(Opcodes.ACC_STATIC);
  }

  private boolean has(int flag) {
    return (access & flag) != 0;
  }

  /** {@code quote(com.acme.Cart, int)}. */
  @Override
  public String toString() {
    return name + "(" + String.join(", ", parameters()) + ")";
  }
}
