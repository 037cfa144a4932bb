package io.understudy.agent.guard;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Inserts calls of {@code StopPoint.check} into a class file: at the entry of each method, and
 * before each jump back, which every loop has. The call takes and leaves nothing on the stack, so
 * frames stay as they are. {@link LargeObjectCode} inserts calls where large objects are made.
 * Stateless.
 */
final class StopPointCode {
  private static final String OWNER = "io/understudy/bridge/StopPoint";

  private StopPointCode() {}

  /** Returns the class file with the calls; null if the class has no code. */
  static byte @Nullable [] into(byte[] classFile) {
    ClassReader reader = OpenedClassReader.of(classFile);
    if ((reader.getAccess() & Opcodes.ACC_MODULE) != 0) {
      return null;
    }
    Map<String, Integer> locals = LargeObjectCode.locals(reader);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(OpenedClassReader.ASM_API, writer) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] thrown) {
            MethodVisitor plain = super.visitMethod(access, name, descriptor, signature, thrown);
            return plain == null
                ? null
                : new Checks(
                    new LargeObjectCode(plain, locals.getOrDefault(name + descriptor, 0)),
                    !name.startsWith("<"));
          }
        },
        0);
    return writer.toByteArray();
  }

  private static final class Checks extends MethodVisitor {
    private final Set<Label> passed = new HashSet<>();
    private final boolean hasEntry;

    Checks(MethodVisitor plain, boolean hasEntry) {
      super(OpenedClassReader.ASM_API, plain);
      this.hasEntry = hasEntry;
    }

    private void check() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, "check", "()V", false);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      // Not in constructors, which may have to call another constructor first.
      if (hasEntry) {
        check();
      }
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label to) {
      if (passed.contains(to)) {
        check();
      }
      super.visitJumpInsn(opcode, to);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
      checkBefore(otherwise, labels);
      super.visitTableSwitchInsn(min, max, otherwise, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
      checkBefore(otherwise, labels);
      super.visitLookupSwitchInsn(otherwise, keys, labels);
    }

    private void checkBefore(Label otherwise, Label[] labels) {
      boolean isBack = passed.contains(otherwise);
      for (Label each : labels) {
        isBack |= passed.contains(each);
      }
      if (isBack) {
        check();
      }
    }
  }
}
