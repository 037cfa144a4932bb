package io.understudy.packing;

import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Calls of the methods that handles name. Stateless. */
final class Calls {
  private Calls() {}

  /** Returns the descriptor of a static method that does the same. */
  static String descriptor(Handle target) {
    Type[] parameters = Type.getArgumentTypes(target.getDesc());
    Type owner = Type.getObjectType(target.getOwner());
    if (target.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
      return Type.getMethodDescriptor(owner, parameters);
    }
    if (target.getTag() == Opcodes.H_INVOKESTATIC) {
      return target.getDesc();
    }
    Type[] all = new Type[parameters.length + 1];
    all[0] = owner;
    System.arraycopy(parameters, 0, all, 1, parameters.length);
    return Type.getMethodDescriptor(Type.getReturnType(target.getDesc()), all);
  }

  /** Writes the call; its receiver and arguments are on the stack. */
  static void call(Handle target, MethodVisitor code) {
    code.visitMethodInsn(
        opcode(target),
        target.getOwner(),
        target.getName(),
        target.getDesc(),
        target.isInterface());
  }

  private static int opcode(Handle target) {
    switch (target.getTag()) {
      case Opcodes.H_INVOKESTATIC:
        return Opcodes.INVOKESTATIC;
      case Opcodes.H_INVOKEVIRTUAL:
        return Opcodes.INVOKEVIRTUAL;
      case Opcodes.H_INVOKEINTERFACE:
        return Opcodes.INVOKEINTERFACE;
      case Opcodes.H_INVOKESPECIAL:
      case Opcodes.H_NEWINVOKESPECIAL:
        return Opcodes.INVOKESPECIAL;
      default:
        throw new IllegalArgumentException("a lambda does not call " + target);
    }
  }
}
