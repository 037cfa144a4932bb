package io.understudy.agent.service;

import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Distinguishes the body of an accessor, which only loads, stores and returns, from other code. */
final class MethodBodyReader extends MethodVisitor {
  private final MethodOutline method;

  MethodBodyReader(MethodOutline method) {
    super(OpenedClassReader.ASM_API);
    this.method = method;
  }

  private void markCode() {
    method.body = MethodOutline.Body.CODE;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    method.annotations.add(ClassOutlineReader.annotation(descriptor));
    return null;
  }

  @Override
  public void visitCode() {
    method.body = MethodOutline.Body.TRIVIAL;
  }

  @Override
  public void visitInsn(int opcode) {
    boolean constant = opcode <= Opcodes.DCONST_1;
    boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    if (!constant && !returns) {
      markCode();
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    markCode();
    // A bridge calls its target last, with the same number of arguments; it may unbox some before.
    if (method.is(Opcodes.ACC_BRIDGE)
        && opcode != Opcodes.INVOKESTATIC
        && Type.getArgumentTypes(descriptor).length == method.parameters().size()) {
      method.target = name + descriptor;
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    markCode();
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    markCode();
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode != Opcodes.CHECKCAST) {
      markCode();
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    if (opcode == Opcodes.NEWARRAY) {
      markCode();
    }
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    markCode();
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label dflt, Label... labels) {
    markCode();
  }

  @Override
  public void visitLookupSwitchInsn(Label dflt, int[] keys, Label[] labels) {
    markCode();
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    markCode();
  }
}
