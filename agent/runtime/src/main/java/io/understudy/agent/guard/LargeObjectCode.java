package io.understudy.agent.guard;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Inserts calls of {@code StopPointSizes}: before each array that a method makes, before calls of
 * the JDK that make an array of a size which is their last argument, and after calls of the JDK
 * that return a text or an array. The stack is the same after the calls. Not thread-safe.
 */
final class LargeObjectCode extends MethodVisitor {
  private static final String OWNER = "io/understudy/bridge/StopPointSizes";

  /** How much deeper the stack may become. */
  private static final int STACK = 3;

  private static final String TEXT = "java/lang/String";

  /** The size of an element in bytes, for constructors and methods of the JDK. */
  private static final Map<String, Integer> SIZES = new HashMap<>();

  /** The methods of {@code StopPointSizes} that get a returned object of a type. */
  private static final Map<String, String> RESULTS = new HashMap<>();

  static {
    sizes(
        4,
        "java/util/",
        "<init>",
        "ArrayList Vector Stack ArrayDeque PriorityQueue HashMap LinkedHashMap Hashtable HashSet"
            + " LinkedHashSet IdentityHashMap WeakHashMap concurrent/ConcurrentHashMap"
            + " concurrent/ArrayBlockingQueue concurrent/PriorityBlockingQueue"
            + " concurrent/atomic/AtomicIntegerArray concurrent/atomic/AtomicReferenceArray");
    sizes(8, "java/util/concurrent/atomic/", "<init>", "AtomicLongArray");
    sizes(4, "java/util/", "ensureCapacity", "ArrayList Vector Stack");
    sizes(4, "java/util/", "setSize", "Vector Stack");
    for (String name : new String[] {"<init>", "ensureCapacity", "setLength"}) {
      sizes(2, "java/lang/", name, "StringBuilder StringBuffer");
    }
    sizes(
        1, "java/io/", "<init>", "ByteArrayOutputStream BufferedInputStream BufferedOutputStream");
    sizes(2, "java/io/", "<init>", "StringWriter CharArrayWriter BufferedReader BufferedWriter");
    sizes(1, "java/nio/", "allocate", "ByteBuffer");
    sizes(2, "java/nio/", "allocate", "CharBuffer ShortBuffer");
    sizes(4, "java/nio/", "allocate", "IntBuffer FloatBuffer");
    sizes(8, "java/nio/", "allocate", "LongBuffer DoubleBuffer");
    RESULTS.put("Ljava/lang/String;", "text");
    RESULTS.put("[B", "bytes");
    RESULTS.put("[C", "chars");
    RESULTS.put("[Ljava/lang/Object;", "objects");
    RESULTS.put("Ljava/lang/StringBuilder;", "builder");
    RESULTS.put("Ljava/lang/StringBuffer;", "buffer");
  }

  private final int locals;
  private int moreLocals;

  /**
   * Creates a visitor of one method.
   *
   * @param locals the number of its local variables
   */
  LargeObjectCode(MethodVisitor plain, int locals) {
    super(OpenedClassReader.ASM_API, plain);
    this.locals = locals;
  }

  private static void sizes(int size, String place, String name, String classes) {
    for (String each : classes.split(" ")) {
      SIZES.put(place + each + "." + name, size);
    }
  }

  /** Returns the number of local variables of each method, by name and descriptor. */
  static Map<String, Integer> locals(ClassReader reader) {
    Map<String, Integer> locals = new HashMap<>();
    reader.accept(
        new ClassVisitor(OpenedClassReader.ASM_API) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] thrown) {
            return new MethodVisitor(OpenedClassReader.ASM_API) {
              @Override
              public void visitMaxs(int stack, int count) {
                locals.put(name + descriptor, count);
              }
            };
          }
        },
        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return locals;
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    if (opcode == Opcodes.NEWARRAY) {
      array(sizeOf(operand));
    }
    super.visitIntInsn(opcode, operand);
  }

  private static int sizeOf(int primitive) {
    switch (primitive) {
      case Opcodes.T_BYTE:
      case Opcodes.T_BOOLEAN:
        return 1;
      case Opcodes.T_CHAR:
      case Opcodes.T_SHORT:
        return 2;
      case Opcodes.T_LONG:
      case Opcodes.T_DOUBLE:
        return 8;
      default:
        return 4;
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.ANEWARRAY) {
      array(4);
    }
    super.visitTypeInsn(opcode, type);
  }

  /** Checks an array whose length is on the stack. */
  private void array(int size) {
    super.visitInsn(Opcodes.DUP);
    push(size);
    check("array", "(II)V");
  }

  private void push(int size) {
    super.visitIntInsn(Opcodes.BIPUSH, size);
  }

  private void check(String name, String descriptor) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, name, descriptor, false);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    // The verifier forgets these variables at the next frame, so that all frames stay valid.
    moreLocals = Math.max(moreLocals, dimensions);
    for (int i = dimensions - 1; i >= 0; i--) {
      super.visitVarInsn(Opcodes.ISTORE, locals + i);
    }
    super.visitInsn(Opcodes.LCONST_1);
    for (int i = 0; i < dimensions; i++) {
      super.visitVarInsn(Opcodes.ILOAD, locals + i);
      check("times", "(JI)J");
    }
    push(sizeOf(Type.getType(descriptor.substring(dimensions))));
    check("arrays", "(JI)V");
    for (int i = 0; i < dimensions; i++) {
      super.visitVarInsn(Opcodes.ILOAD, locals + i);
    }
    super.visitMultiANewArrayInsn(descriptor, dimensions);
  }

  private static int sizeOf(Type element) {
    switch (element.getSort()) {
      case Type.BYTE:
      case Type.BOOLEAN:
        return 1;
      case Type.CHAR:
      case Type.SHORT:
        return 2;
      case Type.LONG:
      case Type.DOUBLE:
        return 8;
      default:
        return 4;
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    boolean isOfJdk = owner.startsWith("java/");
    if (isOfJdk) {
      before(owner, name, descriptor);
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    if (isOfJdk) {
      after(descriptor);
    }
  }

  /** Checks a call by its arguments, which are on the stack. */
  private void before(String owner, String name, String descriptor) {
    int end = descriptor.indexOf(')');
    if (descriptor.charAt(end - 1) != 'I') {
      return;
    }
    Integer size = SIZES.get(owner + "." + name);
    if (size != null) {
      array(size);
    } else if (owner.equals(TEXT) && name.equals("repeat")) {
      super.visitInsn(Opcodes.DUP2);
      check("repeat", "(Ljava/lang/String;I)V");
    } else if (owner.equals("java/lang/reflect/Array") && name.equals("newInstance")) {
      super.visitInsn(Opcodes.DUP2);
      check("reflected", "(Ljava/lang/Class;I)V");
    } else if (owner.equals("java/util/Arrays") && name.equals("copyOf")) {
      array(sizeOf(Type.getArgumentTypes(descriptor)[0].getElementType()));
    } else if (owner.equals("java/util/Arrays") && name.equals("copyOfRange")) {
      super.visitInsn(Opcodes.DUP2);
      push(sizeOf(Type.getArgumentTypes(descriptor)[0].getElementType()));
      check("range", "(III)V");
    }
  }

  /** Checks what a call has returned, which is on the stack. */
  private void after(String descriptor) {
    String type = descriptor.substring(descriptor.indexOf(')') + 1);
    String method = RESULTS.get(type);
    if (method != null) {
      super.visitInsn(Opcodes.DUP);
      check(method, "(" + type + ")V");
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    // The concatenation of texts.
    if (descriptor.endsWith(")Ljava/lang/String;")) {
      after(descriptor);
    }
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + STACK, maxLocals + moreLocals);
  }
}
