package io.understudy.agent.weave;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Checks a woven class before the JVM gets it, since a class that breaks a limit of the class file
 * format fails in the application. The format stores the size of the stack and the number of local
 * variables in 16 bits, and what is too large wraps around silently. Stateless.
 */
public final class WovenClassCheck {
  private WovenClassCheck() {}

  /**
   * Compares a woven class with its original.
   *
   * @return why the woven class must not be used; null if it is sound
   */
  public static @Nullable String findFault(byte[] original, byte[] woven) {
    // Without frames first: reading the frames of a method that breaks a limit may fail.
    String fault = findFault(original, woven, ClassReader.SKIP_FRAMES);
    if (fault != null) {
      return fault;
    }
    try {
      return findFault(original, woven, ClassReader.EXPAND_FRAMES);
    } catch (RuntimeException unreadable) {
      return "its woven form has stack maps that cannot be read";
    }
  }

  private static @Nullable String findFault(byte[] original, byte[] woven, int options) {
    Map<String, Limits> before = limits(original, options);
    Map<String, Limits> after = limits(woven, options);
    if (!before.keySet().equals(after.keySet())) {
      return "its methods would change";
    }
    for (Map.Entry<String, Limits> each : after.entrySet()) {
      Limits known = before.get(each.getKey());
      String fault = known == null ? null : each.getValue().fault(known);
      if (fault != null) {
        return "the woven method " + each.getKey() + " would " + fault;
      }
    }
    return null;
  }

  private static Map<String, Limits> limits(byte[] bytes, int options) {
    Map<String, Limits> found = new HashMap<>();
    OpenedClassReader.of(bytes)
        .accept(
            new ClassVisitor(OpenedClassReader.ASM_API) {
              @Override
              public MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] thrown) {
                Limits limits = new Limits();
                found.put(name + descriptor, limits);
                return limits;
              }
            },
            options);
    return found;
  }

  /** The limits of one method, and what it uses of them. */
  private static final class Limits extends MethodVisitor {
    private int stack;
    private int locals;
    private int usedLocals;
    private int frameStack;

    Limits() {
      super(OpenedClassReader.ASM_API);
    }

    @Nullable String fault(Limits original) {
      if (locals < original.locals || usedLocals > locals) {
        return "need more than 65535 local variables";
      }
      return stack < original.stack || frameStack > stack
          ? "need a stack of more than 65535 values"
          : null;
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      stack = maxStack;
      locals = maxLocals;
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      boolean isWide =
          opcode == Opcodes.LLOAD
              || opcode == Opcodes.DLOAD
              || opcode == Opcodes.LSTORE
              || opcode == Opcodes.DSTORE;
      usedLocals = Math.max(usedLocals, variable + (isWide ? 2 : 1));
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
      usedLocals = Math.max(usedLocals, variable + 1);
    }

    @Override
    public void visitFrame(
        int type,
        int localCount,
        Object @Nullable [] local,
        int stackCount,
        Object @Nullable [] values) {
      usedLocals = Math.max(usedLocals, size(localCount, local));
      frameStack = Math.max(frameStack, size(stackCount, values));
    }

    private static int size(int count, Object @Nullable [] types) {
      int size = count;
      for (int i = 0; types != null && i < count; i++) {
        size += Opcodes.LONG.equals(types[i]) || Opcodes.DOUBLE.equals(types[i]) ? 1 : 0;
      }
      return size;
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
      frameStack = Math.max(frameStack, 1);
    }
  }
}
