package io.understudy.packing;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Conversions between the types of a functional interface and of the method it calls. Stateless.
 */
final class Conversions {
  private static final Type OBJECT = Type.getObjectType("java/lang/Object");

  private Conversions() {}

  /**
   * Converts the value on the stack.
   *
   * @param from its type
   * @param meant the type that it has here, for example the type argument of a generic interface
   * @param to the type to convert it to
   */
  static void write(Type from, Type meant, Type to, MethodVisitor code) {
    if (isPrimitive(from)) {
      if (isPrimitive(to)) {
        widen(from, to, code);
      } else {
        // The boxed type is a subtype of the other one.
        box(from, code);
      }
    } else if (isPrimitive(to)) {
      Type boxed = isBoxed(meant) ? meant : boxed(to);
      cast(from, boxed, code);
      Type unboxed = unboxed(boxed);
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          boxed.getInternalName(),
          unboxed.getClassName() + "Value",
          Type.getMethodDescriptor(unboxed),
          false);
      widen(unboxed, to, code);
    } else {
      // First to the type that it must have here, so that another one fails as in a lambda.
      cast(from, meant, code);
      cast(meant, to, code);
    }
  }

  private static void cast(Type from, Type to, MethodVisitor code) {
    if (!to.equals(OBJECT) && !to.equals(from)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }

  private static void box(Type primitive, MethodVisitor code) {
    Type boxed = boxed(primitive);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        boxed.getInternalName(),
        "valueOf",
        Type.getMethodDescriptor(boxed, primitive),
        false);
  }

  private static void widen(Type from, Type to, MethodVisitor code) {
    int source = stackSort(from);
    int target = stackSort(to);
    if (source == target) {
      return;
    }
    if (source == Type.INT && target == Type.LONG) {
      code.visitInsn(Opcodes.I2L);
    } else if (source == Type.INT && target == Type.FLOAT) {
      code.visitInsn(Opcodes.I2F);
    } else if (source == Type.INT && target == Type.DOUBLE) {
      code.visitInsn(Opcodes.I2D);
    } else if (source == Type.LONG && target == Type.FLOAT) {
      code.visitInsn(Opcodes.L2F);
    } else if (source == Type.LONG && target == Type.DOUBLE) {
      code.visitInsn(Opcodes.L2D);
    } else if (source == Type.FLOAT && target == Type.DOUBLE) {
      code.visitInsn(Opcodes.F2D);
    } else {
      throw new IllegalArgumentException(from + " cannot be widened to " + to);
    }
  }

  /** The sort of a primitive on the stack, where all but three are ints. */
  private static int stackSort(Type type) {
    int sort = type.getSort();
    return sort == Type.LONG || sort == Type.FLOAT || sort == Type.DOUBLE ? sort : Type.INT;
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private static boolean isBoxed(Type type) {
    return unboxed(type) != Type.VOID_TYPE;
  }

  private static Type boxed(Type primitive) {
    switch (primitive.getSort()) {
      case Type.BOOLEAN:
        return Type.getType(Boolean.class);
      case Type.CHAR:
        return Type.getType(Character.class);
      case Type.BYTE:
        return Type.getType(Byte.class);
      case Type.SHORT:
        return Type.getType(Short.class);
      case Type.INT:
        return Type.getType(Integer.class);
      case Type.LONG:
        return Type.getType(Long.class);
      case Type.FLOAT:
        return Type.getType(Float.class);
      case Type.DOUBLE:
        return Type.getType(Double.class);
      default:
        throw new IllegalArgumentException(primitive + " is not primitive");
    }
  }

  private static Type unboxed(Type type) {
    for (Type primitive :
        new Type[] {
          Type.BOOLEAN_TYPE,
          Type.CHAR_TYPE,
          Type.BYTE_TYPE,
          Type.SHORT_TYPE,
          Type.INT_TYPE,
          Type.LONG_TYPE,
          Type.FLOAT_TYPE,
          Type.DOUBLE_TYPE
        }) {
      if (boxed(primitive).equals(type)) {
        return primitive;
      }
    }
    return Type.VOID_TYPE;
  }
}
