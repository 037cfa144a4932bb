package io.understudy.inject;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Inserts {@code Faults.hit(site)} before, and for stores also after, each site of a class. The
 * inserted call has no branch and leaves nothing on the stack, so the frames of the class stay
 * valid. Not thread-safe.
 */
final class FaultWeaver {
  private static final String FAULTS = "io/understudy/bridge/Faults";
  private static final String ADVICE = "Lnet/bytebuddy/asm/Advice$OnMethod";
  private static final int API = Opcodes.ASM9;

  private final SiteTable sites;
  private final CallKinds calls;
  private final Set<String> volatileFields;

  /**
   * Creates a weaver that adds its sites to a table.
   *
   * @param volatileFields the volatile fields of all classes, as {@code owner.name}
   */
  FaultWeaver(SiteTable sites, CallKinds calls, Set<String> volatileFields) {
    this.sites = sites;
    this.calls = calls;
    this.volatileFields = volatileFields;
  }

  /** Adds the volatile fields of a class to a set. */
  static void collectVolatileFields(byte[] classFile, Set<String> into) {
    ClassReader reader = new ClassReader(classFile);
    reader.accept(
        new ClassVisitor(API) {
          @Override
          public net.bytebuddy.jar.asm.@Nullable FieldVisitor visitField(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              @Nullable Object value) {
            if ((access & Opcodes.ACC_VOLATILE) != 0) {
              into.add(reader.getClassName() + "." + name);
            }
            return null;
          }
        },
        ClassReader.SKIP_CODE);
  }

  /** Returns the class with its sites; unchanged if its code is inlined into other classes. */
  byte[] weave(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    if (new String(classFile, StandardCharsets.ISO_8859_1).contains(ADVICE)) {
      return classFile;
    }
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    String owner = reader.getClassName();
    reader.accept(
        new ClassVisitor(API, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            return new Sites(
                super.visitMethod(access, name, descriptor, signature, exceptions), owner, name);
          }
        },
        0);
    return writer.toByteArray();
  }

  /** Whether later frames or other threads depend on each store of these classes. */
  private static boolean isHandOver(String owner) {
    return owner.startsWith("io/understudy/bridge/")
        || owner.startsWith("io/understudy/agent/capture/")
        || owner.startsWith("io/understudy/agent/queue/")
        || owner.startsWith("io/understudy/agent/call/");
  }

  private final class Sites extends MethodVisitor {
    private final String owner;
    private final String method;
    private int line;
    private int entry;

    Sites(MethodVisitor next, String owner, String method) {
      super(API, next);
      this.owner = owner;
      this.method = method;
    }

    private int hit(SiteKind kind, String detail) {
      int site = sites.add(owner, method, line, kind, detail);
      super.visitLdcInsn(site);
      super.visitMethodInsn(Opcodes.INVOKESTATIC, FAULTS, "hit", "(I)V", false);
      return site;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      entry = hit(SiteKind.ENTRY, "");
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      if (line == 0) {
        sites.setLine(entry, number);
      }
      line = number;
      super.visitLineNumber(number, start);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (opcode == Opcodes.ANEWARRAY) {
        hit(SiteKind.NEW, simple(type) + "[]");
      }
      super.visitTypeInsn(opcode, type);
      if (opcode == Opcodes.NEW) {
        // After it, since frames refer to the offset of this instruction. No code has run between.
        hit(SiteKind.NEW, simple(type));
      }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      if (opcode == Opcodes.NEWARRAY) {
        hit(SiteKind.NEW, "array");
      }
      super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      hit(SiteKind.NEW, "array");
      super.visitMultiANewArrayInsn(descriptor, dimensions);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      hit(SiteKind.CALL, "lambda " + name);
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String type, String name, String descriptor, boolean isInterface) {
      if (type.startsWith("io/understudy/")) {
        super.visitMethodInsn(opcode, type, name, descriptor, isInterface);
        return;
      }
      SiteKind kind = calls.of(type, name, descriptor);
      String called = simple(type) + "." + name;
      hit(kind, called);
      super.visitMethodInsn(opcode, type, name, descriptor, isInterface);
      if (kind == SiteKind.STORE) {
        hit(SiteKind.STORED, called);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
      boolean isStore = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
      boolean isWatched =
          isStore
              && !method.equals("<init>")
              && !method.equals("<clinit>")
              && (isHandOver(owner) || volatileFields.contains(type + "." + name));
      if (isWatched) {
        hit(SiteKind.STORE, name);
      }
      super.visitFieldInsn(opcode, type, name, descriptor);
      if (isWatched) {
        hit(SiteKind.STORED, name);
      }
    }

    @Override
    public void visitInsn(int opcode) {
      boolean isArrayStore = opcode == Opcodes.IASTORE || opcode == Opcodes.LASTORE;
      boolean isWatched = isArrayStore && isHandOver(owner) && !method.equals("<clinit>");
      if (isWatched) {
        hit(SiteKind.STORE, "array cell");
      }
      super.visitInsn(opcode);
      if (isWatched) {
        hit(SiteKind.STORED, "array cell");
      }
    }

    private String simple(String type) {
      return type.substring(type.lastIndexOf('/') + 1);
    }
  }
}
