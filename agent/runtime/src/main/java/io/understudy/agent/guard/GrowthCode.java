package io.understudy.agent.guard;

import java.util.function.Function;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Reports buffers and collections of the JDK that grow. Such an object can fill the heap before the
 * code that uses it reaches a stop point: a growing array is copied to a larger one, and both exist
 * for a while. A candidate is stopped before, where the JDK itself throws an {@code
 * OutOfMemoryError}: the object is as it was. Stateless.
 */
final class GrowthCode {
  private static final String OBJECTS = "[Ljava/lang/Object;";

  /** For a method that is called only if the array is too small, whatever is needed. */
  private static final int NONE = -1;

  private GrowthCode() {}

  /** Adds the methods in which objects grow. */
  static void addTo(Function<String, GuardedMethods> classes) {
    classes
        .apply("java/io/ByteArrayOutputStream")
        .addIfPresent("grow(I)V", field("buf", "[B", 1))
        // Instead of grow, since Java 15.
        .addIfPresent("ensureCapacity(I)V", field("buf", "[B", 1));
    classes
        .apply("java/lang/AbstractStringBuilder")
        .addIfPresent("newCapacity(I)I", text())
        // Since Java 25.
        .addIfPresent("newCapacity([BBI)I", argument(0, 2));
    addLists(classes);
    String map = "java/util/HashMap";
    classes
        .apply(map)
        .add("resize()[L" + map + "$Node;", field("table", "[L" + map + "$Node;", NONE));
    classes
        .apply("java/util/Hashtable")
        .add("rehash()V", field("table", "[Ljava/util/Hashtable$Entry;", NONE));
    classes.apply("java/util/IdentityHashMap").add("resize(I)Z", field("table", OBJECTS, NONE));
    classes.apply("java/util/BitSet").add("ensureCapacity(I)V", field("words", "[J", 1));
  }

  private static void addLists(Function<String, GuardedMethods> classes) {
    for (String list : new String[] {"ArrayList", "Vector"}) {
      classes
          .apply("java/util/" + list)
          .addIfPresent("grow(I)V", field("elementData", OBJECTS, 1))
          // Since Java 9.
          .addIfPresent("grow(I)" + OBJECTS, field("elementData", OBJECTS, 1));
    }
    classes
        .apply("java/util/ArrayDeque")
        .addIfPresent("doubleCapacity()V", field("elements", OBJECTS, NONE))
        // Since Java 9; the argument is how much more is needed.
        .addIfPresent("grow(I)V", field("elements", OBJECTS, NONE));
    classes.apply("java/util/PriorityQueue").add("grow(I)V", field("queue", OBJECTS, 1));
  }

  /** Reports the array in a field; the needed length is an argument, or not known. */
  private static GuardedMethods.Instructions field(String name, String type, int needed) {
    return (plain, method) ->
        new Growing(plain, method, needed, "(Ljava/lang/Object;I)V") {
          @Override
          void load() {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitFieldInsn(Opcodes.GETFIELD, method.owner(), name, type);
          }
        };
  }

  /** Reports an array that is an argument. */
  private static GuardedMethods.Instructions argument(int array, int needed) {
    return (plain, method) ->
        new Growing(plain, method, needed, "(Ljava/lang/Object;I)V") {
          @Override
          void load() {
            super.visitVarInsn(Opcodes.ALOAD, array);
          }
        };
  }

  /** Reports a builder of texts, whose array has another type since Java 9. */
  private static GuardedMethods.Instructions text() {
    return (plain, method) ->
        new Growing(plain, method, 1, "(II)V") {
          @Override
          void load() {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitMethodInsn(Opcodes.INVOKEVIRTUAL, method.owner(), "capacity", "()I", false);
          }
        };
  }

  /** Calls the bridge at the entry with what grows, and the length that is needed. */
  private abstract static class Growing extends Woven {
    private final int needed;
    private final String descriptor;

    Growing(MethodVisitor plain, WovenMethod method, int needed, String descriptor) {
      super(plain, method);
      this.needed = needed;
      this.descriptor = descriptor;
    }

    /** Loads what grows. */
    abstract void load();

    @Override
    public void visitCode() {
      super.visitCode();
      enter(
          () -> {
            load();
            if (needed == NONE) {
              super.visitInsn(Opcodes.ICONST_0);
            } else {
              super.visitVarInsn(Opcodes.ILOAD, needed);
            }
            call("StopPointSizes", "growing", descriptor);
          });
    }

    @Override
    void onEntryFailure() {
      throwAtEntryIf("io/understudy/bridge/StopPoint$Stopped");
      super.onEntryFailure();
    }
  }
}
