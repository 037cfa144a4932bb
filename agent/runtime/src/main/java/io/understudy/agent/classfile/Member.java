package io.understudy.agent.classfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
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
   * * Creates a method. * @param owner internal name of the class that declares it
   *
   * @param target name and descriptor of the method that a bridge calls on the same object; null if
   *     this is no bridge
   */
  Member(String owner, int access, String name, String descriptor, @Nullable String target) {
    this.owner = owner;
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
    this.target = target;
  }

  /** Returns the method's name. */
  public String name() {
    return name;
  }

  /** Returns the descriptor, as in the class file. */
  public String descriptor() {
    return descriptor;
  }

  /** Returns the binary name of the class that declares the method. */
  public String owner() {
    return owner.replace('/', '.');
  }

  /** Returns name and descriptor, by which the JVM finds overriding methods. */
  String key() {
    return name + descriptor;
  }

  /** Returns the {@link #key} of the method that a bridge calls; null if this is no bridge. */
  @Nullable String target() {
    return target;
  }

  /** Returns the parameter types as in source code, nested classes with a dollar sign. */
  public List<String> parameters() {
    List<String> names = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(descriptor)) {
      names.add(type.getClassName());
    }
    return Collections.unmodifiableList(names);
  }

  /** Returns what to write where a name means all of these methods; see {@link Overloads}. */
  public static String overloads(List<Member> members) {
    List<String> parameters = new ArrayList<>();
    List<String> withResults = new ArrayList<>();
    for (Member each : members) {
      parameters.add(each.parameters().toString());
      withResults.add(each + ": " + Type.getReturnType(each.descriptor).getClassName());
    }
    String named =
        members.stream().map(Member::toString).sorted().collect(Collectors.joining(", "));
    return Overloads.advice(
        " is overloaded: add the parameter types of one of " + named, parameters, withResults);
  }

  /** Whether the compiler has added the method. */
  public boolean isGenerated() {
    return has(Opcodes.ACC_SYNTHETIC) || has(Opcodes.ACC_BRIDGE);
  }

  /** Whether the method has bytecode to weave. */
  public boolean hasBody() {
    return !has(Opcodes.ACC_ABSTRACT) && !has(Opcodes.ACC_NATIVE);
  }

  /** Whether the method is native. */
  public boolean isNative() {
    return has(Opcodes.ACC_NATIVE);
  }

  /** Whether a subclass can override the method. */
  boolean isVirtual() {
    return !has(Opcodes.ACC_STATIC) && !has(Opcodes.ACC_PRIVATE) && !name.startsWith("<");
  }

  /** Whether only classes of the same package can override it. */
  boolean isOfPackage() {
    return !has(Opcodes.ACC_PUBLIC) && !has(Opcodes.ACC_PROTECTED) && !has(Opcodes.ACC_PRIVATE);
  }

  /** Whether the method is static. */
  public boolean isStatic() {
    return has(Opcodes.ACC_STATIC);
  }

  private boolean has(int flag) {
    return (access & flag) != 0;
  }

  /** Returns the form {@code quote(com.acme.Cart, int)}. */
  @Override
  public String toString() {
    return name + "(" + String.join(", ", parameters()) + ")";
  }
}
