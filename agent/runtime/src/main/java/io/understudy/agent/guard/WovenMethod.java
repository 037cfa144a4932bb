package io.understudy.agent.guard;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** What the added instructions must know of the method that gets them. Immutable. */
final class WovenMethod {
  private static final String[] THROWABLE = {"java/lang/Throwable"};

  private final String owner;
  private final List<Object> parameters = new ArrayList<>();
  private final Type returned;
  private final int locals;

  /**
   * Describes a method.
   *
   * @param owner the internal name of its class
   * @param locals the number of local variables that it uses
   */
  WovenMethod(String owner, int access, String descriptor, int locals) {
    this.owner = owner;
    if ((access & Opcodes.ACC_STATIC) == 0) {
      parameters.add(owner);
    }
    for (Type each : Type.getArgumentTypes(descriptor)) {
      parameters.add(verified(each));
    }
    returned = Type.getReturnType(descriptor);
    this.locals = locals;
  }

  /** Returns the type of a variable as the verifier sees it. */
  private static Object verified(Type type) {
    switch (type.getSort()) {
      case Type.LONG:
        return Opcodes.LONG;
      case Type.DOUBLE:
        return Opcodes.DOUBLE;
      case Type.FLOAT:
        return Opcodes.FLOAT;
      case Type.ARRAY:
      case Type.OBJECT:
        return type.getInternalName();
      default:
        return Opcodes.INTEGER;
    }
  }

  /** Returns the internal name of its class. */
  String owner() {
    return owner;
  }

  /** Returns the first of two local variables that the method does not use. */
  int firstFree() {
    return locals;
  }

  /** Returns the second of two local variables that the method does not use. */
  int secondFree() {
    return locals + 1;
  }

  /** Whether the method returns a value. */
  boolean hasValue() {
    return returned.getSort() != Type.VOID;
  }

  /** Returns the variant of an instruction for int that fits to the returned type. */
  int opcode(int ofInt) {
    return returned.getOpcode(ofInt);
  }

  /** Returns the type of the returned value as the verifier sees it. */
  Object value() {
    return verified(returned);
  }

  /** Returns the types of the local variables at the entry. */
  Object[] atEntry() {
    return parameters.toArray();
  }

  /** Returns the types, followed by those of the free local variables. */
  Object[] with(Object[] types, Object... free) {
    List<Object> all = new ArrayList<>();
    int used = 0;
    for (Object each : types) {
      all.add(each);
      used += each == Opcodes.LONG || each == Opcodes.DOUBLE ? 2 : 1;
    }
    for (; used < locals; used++) {
      all.add(Opcodes.TOP);
    }
    for (Object each : free) {
      all.add(each);
    }
    return all.toArray();
  }

  /** Returns the operand stack at the begin of an exception handler. */
  static Object[] thrown() {
    return THROWABLE.clone();
  }
}
