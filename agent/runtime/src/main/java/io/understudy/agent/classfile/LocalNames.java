package io.understudy.agent.classfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names of one method's parameters: those of {@code -parameters}, else those in its table
 * of local variables.
 */
final class LocalNames extends ClassVisitor {
  private final String method;
  private final String descriptor;
  private final Map<Integer, String> bySlot = new HashMap<>();
  private final List<@Nullable String> declared = new ArrayList<>();
  private boolean isStatic;

  LocalNames(String method, String descriptor) {
    super(Opcodes.ASM9);
    this.method = method;
    this.descriptor = descriptor;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String type,
      @Nullable String signature,
      String @Nullable [] thrown) {
    if (!name.equals(method) || !type.equals(descriptor)) {
      return null;
    }
    isStatic = (access & Opcodes.ACC_STATIC) != 0;
    return new MethodVisitor(Opcodes.ASM9) {
      private @Nullable Label first;

      @Override
      public void visitParameter(@Nullable String parameter, int flags) {
        declared.add(parameter);
      }

      @Override
      public void visitLabel(Label label) {
        first = first == null ? label : first;
      }

      @Override
      public void visitLocalVariable(
          String local,
          String of,
          @Nullable String generic,
          Label start,
          Label end,
          int slot) {
        // A parameter's entry begins with the method; a later variable may use its slot again.
        bySlot.merge(slot, local, (one, other) -> start == first ? other : one);
      }
    };
  }

  /** The names in order; null if one is not known. */
  @Nullable List<String> found() {
    Type[] types = Type.getArgumentTypes(descriptor);
    if (declared.size() == types.length && !declared.contains(null)) {
      return new ArrayList<>(declared);
    }
    List<String> names = new ArrayList<>();
    int slot = isStatic ? 0 : 1;
    for (Type type : types) {
      String name = bySlot.get(slot);
      if (name == null) {
        return null;
      }
      names.add(name);
      slot += type.getSize();
    }
    return names;
  }
}
