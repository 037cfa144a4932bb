package io.understudy.packing;

import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Visits one class and replaces each {@code invokedynamic} of a lambda by a call of the method that
 * makes an instance of its new class. Used once.
 */
final class LambdaReplacement extends ClassVisitor {
  static final int ASM = Opcodes.ASM9;

  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

  private final Map<String, byte[]> classes = new LinkedHashMap<>();

  /** The accessors to write at the end of the class, by the method that they call. */
  private final Map<Handle, Handle> accessors = new LinkedHashMap<>();

  private String owner = "";
  private int version;
  private boolean isInterface;

  LambdaReplacement(ClassVisitor next) {
    super(ASM, next);
  }

  /** The new classes by their internal names. */
  Map<String, byte[]> classes() {
    return classes;
  }

  @Override
  public void visit(
      int classVersion,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    owner = name;
    version = classVersion;
    isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    super.visit(classVersion, access, name, signature, superName, interfaces);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] thrown) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
    return new MethodVisitor(ASM, next) {
      @Override
      public void visitInvokeDynamicInsn(
          String method, String made, Handle bootstrap, Object... arguments) {
        if (bootstrap.getOwner().equals(FACTORY) && bootstrap.getName().equals("metafactory")) {
          LambdaClass lambda =
              new LambdaClass(
                  owner + "$$L" + classes.size(),
                  version,
                  method,
                  made,
                  (Type) arguments[0],
                  accessible((Handle) arguments[1]),
                  (Type) arguments[2]);
          classes.put(lambda.name(), lambda.classFile());
          super.visitMethodInsn(Opcodes.INVOKESTATIC, lambda.name(), LambdaClass.MAKE, made, false);
        } else {
          super.visitInvokeDynamicInsn(method, made, bootstrap, arguments);
        }
      }
    };
  }

  /**
   * Returns a method that the new class may call. A method of the class itself may be private, so
   * it is called by an accessor.
   */
  private Handle accessible(Handle target) {
    if (!target.getOwner().equals(owner)) {
      return target;
    }
    return accessors.computeIfAbsent(
        target,
        t ->
            new Handle(
                Opcodes.H_INVOKESTATIC,
                owner,
                "lambda$access$" + accessors.size(),
                Calls.descriptor(t),
                isInterface));
  }

  @Override
  public void visitEnd() {
    accessors.forEach(this::writeAccessor);
    super.visitEnd();
  }

  private void writeAccessor(Handle target, Handle accessor) {
    int access =
        Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | (isInterface ? Opcodes.ACC_PUBLIC : 0);
    MethodVisitor code =
        super.visitMethod(access, accessor.getName(), accessor.getDesc(), null, null);
    code.visitCode();
    if (target.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
      code.visitTypeInsn(Opcodes.NEW, target.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    int local = 0;
    for (Type parameter : Type.getArgumentTypes(accessor.getDesc())) {
      code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), local);
      local += parameter.getSize();
    }
    Calls.call(target, code);
    code.visitInsn(Type.getReturnType(accessor.getDesc()).getOpcode(Opcodes.IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
