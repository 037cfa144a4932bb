package io.understudy.agent.guard;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** The methods of one JDK class that are guarded, and their instructions. Not thread-safe. */
final class GuardedMethods {
  private static final String SHADOW = "io/understudy/bridge/Shadow";
  private static final String POOL_CONSTRUCTOR =
      "(IIJLjava/util/concurrent/TimeUnit;Ljava/util/concurrent/BlockingQueue;"
          + "Ljava/util/concurrent/ThreadFactory;"
          + "Ljava/util/concurrent/RejectedExecutionHandler;)V";

  private final String className;
  private final Set<String> missing;

  private GuardedMethods(String className, List<String> required) {
    this.className = className;
    this.missing = new HashSet<>(required);
  }

  /** Returns the methods of a class by its internal name; null if it is not guarded. */
  static @Nullable GuardedMethods of(String className) {
    switch (className) {
      case "java/lang/Runtime":
        return new GuardedMethods(
            className,
            Arrays.asList("exit(I)V", "halt(I)V", "addShutdownHook(Ljava/lang/Thread;)V"));
      case "java/lang/Thread":
        return new GuardedMethods(className, Arrays.asList("start()V"));
      case "java/util/concurrent/ThreadPoolExecutor":
        return new GuardedMethods(
            className,
            Arrays.asList("<init>" + POOL_CONSTRUCTOR, "addWorker(Ljava/lang/Runnable;Z)Z"));
      default:
        return null;
    }
  }

  /**
   * Refuses a class that lacks a method.
   *
   * @throws IllegalStateException when a method was not found
   */
  void requireAll() {
    if (!missing.isEmpty()) {
      throw new IllegalStateException("there is no method " + missing);
    }
  }

  /** Returns a visitor that adds the instructions to a method, or the plain one. */
  MethodVisitor weave(String name, String descriptor, MethodVisitor plain) {
    String key = name + descriptor;
    missing.remove(key);
    switch (className + "." + name) {
      case "java/lang/Runtime.exit":
      case "java/lang/Runtime.halt":
        return new Exit("Runtime." + name, plain);
      case "java/lang/Runtime.addShutdownHook":
        return new Hook(plain);
      case "java/lang/Thread.start": // also the one of a container, since Java 19
        return descriptor.startsWith("()") || descriptor.startsWith("(Ljdk/internal/vm/")
            ? new Entry("starting", "(Ljava/lang/Thread;)V", plain)
            : plain;
      case "java/util/concurrent/ThreadPoolExecutor.addWorker":
        return new Entry("growing", "(Ljava/lang/Object;)V", plain);
      case "java/util/concurrent/ThreadPoolExecutor.<init>":
        return descriptor.equals(POOL_CONSTRUCTOR) ? new Created(plain) : plain;
      default:
        return plain;
    }
  }

  /** Makes room on the stack for the added instructions. */
  private abstract static class Woven extends MethodVisitor {
    Woven(MethodVisitor plain) {
      super(OpenedClassReader.ASM_API, plain);
    }

    final void callShadow(String method, String descriptor) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, SHADOW, method, descriptor, false);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      super.visitMaxs(Math.max(maxStack, 2), maxLocals);
    }
  }

  /** Passes {@code this} to the bridge at the entry. */
  private static final class Entry extends Woven {
    private final String method;
    private final String descriptor;

    Entry(String method, String descriptor, MethodVisitor plain) {
      super(plain);
      this.method = method;
      this.descriptor = descriptor;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitVarInsn(Opcodes.ALOAD, 0);
      callShadow(method, descriptor);
    }
  }

  /** Passes the method's name and the status to the bridge, which throws where it refuses. */
  private static final class Exit extends Woven {
    private final String method;

    Exit(String method, MethodVisitor plain) {
      super(plain);
      this.method = method;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitLdcInsn(method);
      super.visitVarInsn(Opcodes.ILOAD, 1);
      callShadow("exit", "(Ljava/lang/String;I)V");
    }
  }

  /** Returns at the entry if the bridge leaves the hook out. */
  private static final class Hook extends Woven {
    Hook(MethodVisitor plain) {
      super(plain);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      Label registers = new Label();
      super.visitVarInsn(Opcodes.ALOAD, 1);
      callShadow("leavesOut", "(Ljava/lang/Thread;)Z");
      super.visitJumpInsn(Opcodes.IFEQ, registers);
      super.visitInsn(Opcodes.RETURN);
      super.visitLabel(registers);
      super.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
  }

  /** Passes {@code this} to the bridge at the end of the constructor. */
  private static final class Created extends Woven {
    Created(MethodVisitor plain) {
      super(plain);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.RETURN) {
        super.visitVarInsn(Opcodes.ALOAD, 0);
        callShadow("created", "(Ljava/lang/Object;)V");
      }
      super.visitInsn(opcode);
    }
  }
}
