package io.understudy.agent.guard;

import io.understudy.agent.isolated.IsolatedLoader;
import io.understudy.agent.weave.BridgeAccess;
import io.understudy.bridge.ApplicationObjects;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Weaves two calls into Spring's {@code AbstractApplicationContext}, which is the base of all
 * contexts since Spring 1: at the end of {@code finishRefresh}, and at the entry of {@code
 * doClose}. Only where a candidate is a bean. Thread-safe.
 */
public final class SpringContexts {
  private static final String CONTEXT =
      "org/springframework/context/support/AbstractApplicationContext";

  private static final String OWNER = ApplicationObjects.class.getName().replace('.', '/');

  private final ClassFileTransformer transformer = new Transformer();
  private boolean isWeaving;

  /** Creates a transformation that is not woven yet. */
  public SpringContexts() {}

  /** Weaves the class from now on, or no more. */
  public synchronized void weave(Instrumentation instrumentation, boolean isNeeded) {
    if (isNeeded == isWeaving) {
      return;
    }
    isWeaving = isNeeded;
    if (isNeeded) {
      instrumentation.addTransformer(transformer, true);
    } else {
      instrumentation.removeTransformer(transformer);
    }
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (loaded.getName().equals(CONTEXT.replace('/', '.'))) {
        try {
          instrumentation.retransformClasses(loaded);
        } catch (Exception | LinkageError refused) {
          // Its contexts are found where Spring itself keeps them, or not at all.
          continue;
        }
      }
    }
  }

  /** Returns the class file with the calls. */
  static byte[] woven(byte[] classFile) {
    ClassReader reader = OpenedClassReader.of(classFile);
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
            boolean isInstance = (access & (Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT)) == 0;
            if (plain == null || !isInstance || !descriptor.equals("()V")) {
              return plain;
            }
            return name.equals("finishRefresh")
                ? new Report(plain, "refreshed", false)
                : name.equals("doClose") ? new Report(plain, "closed", true) : plain;
          }
        },
        0);
    return writer.toByteArray();
  }

  /** Adds a call with {@code this} at the entry of a method, or before it returns. */
  private static final class Report extends MethodVisitor {
    private final String method;
    private final boolean isAtEntry;

    Report(MethodVisitor plain, String method, boolean isAtEntry) {
      super(OpenedClassReader.ASM_API, plain);
      this.method = method;
      this.isAtEntry = isAtEntry;
    }

    private void report() {
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, method, "(Ljava/lang/Object;)V", false);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      if (isAtEntry) {
        report();
      }
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.RETURN && !isAtEntry) {
        report();
      }
      super.visitInsn(opcode);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      super.visitMaxs(maxStack + 1, maxLocals);
    }
  }

  private static final class Transformer implements ClassFileTransformer {
    @Override
    public byte @Nullable [] transform(
        @Nullable ClassLoader loader,
        @Nullable String internalName,
        @Nullable Class<?> loaded,
        @Nullable ProtectionDomain domain,
        byte[] classFile) {
      if (!CONTEXT.equals(internalName) || IsolatedLoader.isIsolated(loader)) {
        return null;
      }
      try {
        return BridgeAccess.isPossibleFor(loader) ? woven(classFile) : null;
      } catch (Throwable unknown) {
        // Such as a class file of a later version: the class stays as it is.
        return null;
      }
    }
  }
}
