package io.understudy.agent.service;

import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Tells an accessor's body, which only loads, stores and returns, from one that does something. */
final class MethodBodyReader extends MethodVisitor {
  private final MethodOutline method;

  MethodBodyReader(MethodOutline method) {
    super(OpenedClassReader.ASM_API);
    this.method = method;
  }

  private void works() {
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
      works();
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    works();
    // A bridge calls its target last, with as many arguments; before that it may unbox some.
    if (method.is(Opcodes.ACC_BRIDGE)
        && opcode != Opcodes.INVOKESTATIC
        && Type.getArgumentTypes(descriptor).length == method.parameters().size()) {
      method.target = name + descriptor;
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    works();
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    works();
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode != Opcodes.CHECKCAST) {
      works();
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    if (opcode == Opcodes.NEWARRAY) {
      works();
    }
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    works();
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label dflt, Label... labels) {
    works();
  }

  @Override
  public void visitLookupSwitchInsn(Label dflt, int[] keys, Label[] labels) {
    works();
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    works();
  }
}
