package io.understudy.agent.classfile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Finds classes whose static initialisers need each other. If two threads initialise two classes of
 * such a cycle at the same time, each waits for the other for ever (Java Virtual Machine
 * Specification 5.5).
 *
 * <p>Reads class files and loads no class. It follows the code that an initialiser calls, by the
 * declared types: calls through reflection and of overriding methods are not seen. Code of the JDK
 * is not followed, and only a limited amount of code. Not thread-safe.
 */
public final class InitializationCycles {
  private static final String INITIALISER = "<clinit>()V";

  /** The most methods that are read. */
  private static final int MOST_METHODS = 5_000;

  private final ClassFiles files;
  private final Predicate<String> concerned;
  private final Map<String, Set<String>> needs = new HashMap<>();
  private final Map<String, Optional<ClassReader>> readers = new HashMap<>();
  private int methods;

  /**
   * Reads these class files.
   *
   * @param concerned whether a class makes a cycle relevant, by its internal name: libraries have
   *     cycles of their own, which are no concern of the candidates
   */
  public InitializationCycles(ClassFiles files, Predicate<String> concerned) {
    this.files = files;
    this.concerned = concerned;
  }

  /**
   * Whether the initialisation of a class needs two classes that need each other, of which at least
   * one is concerned.
   *
   * @param className binary name
   */
  public boolean isReachableFrom(String className) {
    for (String each : reached(className.replace('.', '/'))) {
      if (concerned.test(each) && isInCycle(each)) {
        return true;
      }
    }
    return false;
  }

  private boolean isInCycle(String type) {
    for (String next : needs(type)) {
      if (!next.equals(type) && reached(next).contains(type)) {
        return true;
      }
    }
    return false;
  }

  private Set<String> reached(String from) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (reached.add(next)) {
        open.addAll(needs(next));
      }
    }
    return reached;
  }

  /** Returns the classes that are initialised while a class is initialised. */
  private Set<String> needs(String type) {
    Set<String> known = needs.get(type);
    if (known == null) {
      known = new InitialiserCode(type).needed();
      needs.put(type, known);
    }
    return known;
  }

  private static boolean isFollowed(String type) {
    return !type.startsWith("java/")
        && !type.startsWith("javax/")
        && !type.startsWith("jdk/")
        && !type.startsWith("sun/")
        && !type.startsWith("com/sun/")
        && !type.startsWith("[");
  }

  private @Nullable ClassReader read(String type) {
    return readers.computeIfAbsent(type, this::parse).orElse(null);
  }

  private Optional<ClassReader> parse(String type) {
    byte[] bytes = isFollowed(type) ? files.find(type) : null;
    try {
      return bytes == null ? Optional.empty() : Optional.of(OpenedClassReader.of(bytes));
    } catch (RuntimeException damaged) {
      return Optional.empty();
    }
  }

  /** The code that runs when one class is initialised, without the initialisers of others. */
  private final class InitialiserCode {
    private final String type;
    private final Set<String> needed = new LinkedHashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String[]> open = new ArrayDeque<>();

    InitialiserCode(String type) {
      this.type = type;
    }

    Set<String> needed() {
      ClassReader reader = read(type);
      if (reader != null) {
        String above = reader.getSuperName();
        if (above != null) {
          need(above);
        }
        call(type, INITIALISER);
      }
      while (!open.isEmpty() && methods <= MOST_METHODS) {
        String[] next = open.remove();
        follow(next[0], next[1]);
      }
      needed.remove(type);
      return needed;
    }

    private void need(String other) {
      if (isFollowed(other)) {
        needed.add(other);
      }
    }

    private void call(String owner, String method) {
      if (isFollowed(owner) && seen.add(owner + "." + method)) {
        open.add(new String[] {owner, method});
      }
    }

    private void follow(String owner, String method) {
      methods++;
      ClassReader reader = read(owner);
      if (reader == null) {
        return;
      }
      boolean[] found = new boolean[1];
      reader.accept(
          new ClassVisitor(OpenedClassReader.ASM_API) {
            @Override
            public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] thrown) {
              if (!(name + descriptor).equals(method)) {
                return null;
              }
              found[0] = true;
              return new Instructions();
            }
          },
          ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      String above = reader.getSuperName();
      if (!found[0] && above != null && !method.equals(INITIALISER)) {
        call(above, method);
      }
    }

    private final class Instructions extends MethodVisitor {
      Instructions() {
        super(OpenedClassReader.ASM_API);
      }

      @Override
      public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        if (opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC) {
          need(owner);
        }
      }

      @Override
      public void visitTypeInsn(int opcode, String created) {
        if (opcode == Opcodes.NEW) {
          need(created);
        }
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (opcode == Opcodes.INVOKESTATIC) {
          need(owner);
        }
        call(owner, name + descriptor);
      }
    }
  }
}
