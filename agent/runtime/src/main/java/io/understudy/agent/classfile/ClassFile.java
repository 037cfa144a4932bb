package io.understudy.agent.classfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** The parsed content of one class file. Immutable. */
public final class ClassFile {
  private final ClassReader reader;

  private ClassFile(ClassReader reader) {
    this.reader = reader;
  }

  /**
   * Reads a class file.
   *
   * @throws ClassFileException if it is no class file, is damaged, or has an unsupported version
   */
  public static ClassFile of(byte[] bytes) throws ClassFileException {
    if (ClassVersion.of(bytes) == 0) { // ClassReader does not check it.
      throw new ClassFileException(ClassVersion.refusal(bytes), null);
    }
    try {
      return new ClassFile(new ClassReader(bytes));
    } catch (RuntimeException e) {
      throw new ClassFileException(ClassVersion.refusal(bytes), e);
    }
  }

  /** Returns the internal name of the class. */
  public String name() {
    return reader.getClassName();
  }

  /** Whether it is an interface. */
  public boolean isInterface() {
    return (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
  }

  /**
   * Returns the internal names of the superclass, then of the interfaces; empty for {@code Object}.
   */
  public List<String> supertypes() {
    List<String> names = new ArrayList<>();
    String above = reader.getSuperName();
    if (above != null) {
      names.add(above);
    }
    names.addAll(Arrays.asList(reader.getInterfaces()));
    return Collections.unmodifiableList(names);
  }

  /** Returns the methods that the class declares, in the order of the file. */
  public List<Member> members() {
    List<Member> members = new ArrayList<>();
    reader.accept(new Collector(name(), members), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return members;
  }

  /**
   * Returns the interface methods that lambdas and method references of this class implement:
   * internal name, a dot and the method's name, as in {@code java/util/function/Supplier.get}.
   */
  public Set<String> lambdas() {
    Set<String> found = new LinkedHashSet<>();
    MethodVisitor calls =
        new MethodVisitor(Opcodes.ASM9) {
          @Override
          public void visitInvokeDynamicInsn(
              String name, String descriptor, Handle bootstrap, Object... arguments) {
            if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
              found.add(Type.getReturnType(descriptor).getInternalName() + "." + name);
            }
          }
        };
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] thrown) {
            return calls;
          }
        },
        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found;
  }

  /**
   * Returns the names of a method's parameters: those of {@code -parameters}, else those in its
   * table of local variables.
   *
   * @return null if there is no such method, or the file does not name all parameters
   */
  public @Nullable List<String> parameterNames(String method, String descriptor) {
    LocalNames names = new LocalNames(method, descriptor);
    reader.accept(names, ClassReader.SKIP_FRAMES);
    return names.found();
  }

  private static final class Collector extends ClassVisitor {
    private final String owner;
    private final List<Member> members;

    Collector(String owner, List<Member> members) {
      super(Opcodes.ASM9);
      this.owner = owner;
      this.members = members;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] thrown) {
      boolean bridge = (access & Opcodes.ACC_BRIDGE) != 0 && (access & Opcodes.ACC_STATIC) == 0;
      if (!bridge) {
        members.add(new Member(owner, access, name, descriptor, null));
        return null;
      }
      return new Bridge(access, name, descriptor);
    }

    /** Finds the one call in a bridge's body on the object itself. */
    private final class Bridge extends MethodVisitor {
      private final int access;
      private final String name;
      private final String descriptor;
      private @Nullable String target;

      Bridge(int access, String name, String descriptor) {
        super(Opcodes.ASM9);
        this.access = access;
        this.name = name;
        this.descriptor = descriptor;
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String called, String type, boolean ofInterface) {
        // The last call: calls before it unbox arguments, and the call that boxes the result is
        // static.
        boolean sameArity = type.indexOf(')') >= 0 && arity(type) == arity(descriptor);
        if (opcode != Opcodes.INVOKESTATIC && sameArity) {
          target = called + type;
        }
      }

      @Override
      public void visitEnd() {
        members.add(new Member(owner, access, name, descriptor, target));
      }

      private int arity(String type) {
        return Type.getArgumentTypes(type).length;
      }
    }
  }
}
