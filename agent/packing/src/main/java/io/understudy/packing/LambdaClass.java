package io.understudy.packing;

import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The class of one lambda: a field for each captured value, and the method of the functional
 * interface, which calls the lambda's body. The rules of conversion are those of {@code
 * LambdaMetafactory}.
 *
 * <p>A lambda that captures nothing has one instance, which is made at the first use. It is not
 * made by a static initialiser: an error there, such as a used-up stack, would make the class
 * unusable.
 */
final class LambdaClass {
  /** The static method that makes an instance. */
  static final String MAKE = "make";

  private static final String INSTANCE = "instance";

  private final String name;
  private final int version;
  private final String method;
  private final String made;
  private final Type erased;
  private final Handle body;
  private final Type instantiated;
  private final Type[] captured;
  private final Type type;
  private final ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  /**
   * Takes what the bootstrap method of the lambda would get.
   *
   * @param name the internal name of the new class
   * @param version the class file version of the lambda's class
   * @param method the name of the functional interface's method
   * @param made the captured types, and the functional interface
   * @param erased the descriptor of the interface's method
   * @param body the method to call, which the new class may access
   * @param instantiated the same descriptor with the types of this lambda
   */
  LambdaClass(
      String name,
      int version,
      String method,
      String made,
      Type erased,
      Handle body,
      Type instantiated) {
    this.name = name;
    this.version = version;
    this.method = method;
    this.made = made;
    this.erased = erased;
    this.body = body;
    this.instantiated = instantiated;
    this.captured = Type.getArgumentTypes(made);
    this.type = Type.getReturnType(made);
  }

  String name() {
    return name;
  }

  byte[] classFile() {
    out.visit(
        version,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        name,
        null,
        "java/lang/Object",
        new String[] {type.getInternalName()});
    for (int i = 0; i < captured.length; i++) {
      out.visitField(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
              field(i),
              captured[i].getDescriptor(),
              null,
              null)
          .visitEnd();
    }
    writeConstructor();
    if (captured.length == 0) {
      out.visitField(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, INSTANCE, type.getDescriptor(), null, null)
          .visitEnd();
      writeSingle();
    } else {
      writeMake();
    }
    writeMethod();
    out.visitEnd();
    return out.toByteArray();
  }

  private static String field(int i) {
    return "captured" + i;
  }

  private String constructor() {
    return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
  }

  private void writeConstructor() {
    MethodVisitor code = out.visitMethod(Opcodes.ACC_PRIVATE, "<init>", constructor(), null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    int local = 1;
    for (int i = 0; i < captured.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), local);
      code.visitFieldInsn(Opcodes.PUTFIELD, name, field(i), captured[i].getDescriptor());
      local += captured[i].getSize();
    }
    code.visitInsn(Opcodes.RETURN);
    end(code);
  }

  private MethodVisitor startMake() {
    MethodVisitor code = out.visitMethod(Opcodes.ACC_STATIC, MAKE, made, null, null);
    code.visitCode();
    return code;
  }

  private void writeMake() {
    MethodVisitor code = startMake();
    code.visitTypeInsn(Opcodes.NEW, name);
    code.visitInsn(Opcodes.DUP);
    int local = 0;
    for (Type each : captured) {
      code.visitVarInsn(each.getOpcode(Opcodes.ILOAD), local);
      local += each.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", constructor(), false);
    code.visitInsn(Opcodes.ARETURN);
    end(code);
  }

  // Two threads may make two instances; either will do.
  private void writeSingle() {
    MethodVisitor code = startMake();
    Label none = new Label();
    code.visitFieldInsn(Opcodes.GETSTATIC, name, INSTANCE, type.getDescriptor());
    code.visitInsn(Opcodes.DUP);
    code.visitJumpInsn(Opcodes.IFNULL, none);
    code.visitInsn(Opcodes.ARETURN);
    code.visitLabel(none);
    code.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {type.getInternalName()});
    code.visitInsn(Opcodes.POP);
    code.visitTypeInsn(Opcodes.NEW, name);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", "()V", false);
    code.visitInsn(Opcodes.DUP);
    code.visitFieldInsn(Opcodes.PUTSTATIC, name, INSTANCE, type.getDescriptor());
    code.visitInsn(Opcodes.ARETURN);
    end(code);
  }

  private void writeMethod() {
    MethodVisitor code =
        out.visitMethod(Opcodes.ACC_PUBLIC, method, erased.getDescriptor(), null, null);
    code.visitCode();
    if (body.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
      code.visitTypeInsn(Opcodes.NEW, body.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    for (int i = 0; i < captured.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, name, field(i), captured[i].getDescriptor());
    }
    Type[] given = erased.getArgumentTypes();
    Type[] meant = instantiated.getArgumentTypes();
    Type[] expected = Type.getArgumentTypes(Calls.descriptor(body));
    int local = 1;
    for (int i = 0; i < given.length; i++) {
      code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), local);
      local += given[i].getSize();
      Conversions.write(given[i], meant[i], expected[captured.length + i], code);
    }
    Calls.call(body, code);
    Type returned = Type.getReturnType(Calls.descriptor(body));
    Type wanted = erased.getReturnType();
    if (wanted.getSort() == Type.VOID) {
      pop(returned, code);
    } else {
      Conversions.write(returned, returned, wanted, code);
    }
    code.visitInsn(wanted.getOpcode(Opcodes.IRETURN));
    end(code);
  }

  private static void pop(Type type, MethodVisitor code) {
    if (type.getSize() > 0) {
      code.visitInsn(type.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
  }

  private static void end(MethodVisitor code) {
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
