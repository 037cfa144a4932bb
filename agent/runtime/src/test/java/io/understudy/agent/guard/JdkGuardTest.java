package io.understudy.agent.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.regex.Pattern;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JdkGuardTest {
  private static byte[] bytes(Class<?> type) throws IOException {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8_192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
      return out.toByteArray();
    }
  }

  /** The methods of the bridge that a woven class calls, with the method that calls each. */
  private static List<String> calls(Class<?> type) throws IOException {
    byte[] woven = JdkGuard.woven(type.getName().replace('.', '/'), bytes(type));
    List<String> calls = new ArrayList<>();
    OpenedClassReader.of(woven)
        .accept(
            new ClassVisitor(OpenedClassReader.ASM_API) {
              @Override
              public MethodVisitor visitMethod(
                  int access,
                  String caller,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] thrown) {
                return new MethodVisitor(OpenedClassReader.ASM_API) {
                  @Override
                  public void visitTryCatchBlock(
                      Label start, Label end, Label handler, @Nullable String type) {
                    // The class file format forbids an empty range, and Java 25 checks it.
                    assertThat(start).as(caller).isNotSameAs(end);
                  }

                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String name, String called, boolean isInterface) {
                    if (owner.startsWith("io/understudy/bridge/")) {
                      assertThat(opcode).isEqualTo(Opcodes.INVOKESTATIC);
                      calls.add(caller + " calls " + name);
                    }
                  }
                };
              }
            },
            0);
    return calls;
  }

  @Test
  void methodsThatEndTheJvmAreWoven() throws Exception {
    assertThat(calls(Runtime.class))
        .containsExactlyInAnyOrder(
            "exit calls exit", "halt calls exit", "addShutdownHook calls leavesOut");
  }

  @Test
  void startOfThreadsIsWoven() throws Exception {
    assertThat(calls(Thread.class)).contains("start calls starting");
  }

  @Test
  void threadPoolsAreWovenOnce() throws Exception {
    assertThat(calls(ThreadPoolExecutor.class))
        .containsExactlyInAnyOrder(
            "<init> calls created",
            "addWorker calls growing",
            "execute calls submitted",
            "reject calls rejected",
            "runWorker calls hosted");
  }

  @Test
  void tasksAreWoven() throws Exception {
    assertThat(calls(FutureTask.class))
        .contains("<init> calls created", "run calls enter", "run calls leave")
        .contains("runAndReset calls enter", "runAndReset calls leave");
    assertThat(calls(ForkJoinTask.class))
        .contains("<init> calls created", "doExec calls enter", "doExec calls leave");
    assertThat(calls(LinkedBlockingQueue.class))
        .contains("put calls offered", "offer calls offered", "take calls taken");
  }

  @Test
  void settersAreWoven() throws Exception {
    assertThat(calls(Locale.class))
        .contains("setDefault calls refuses", "setDefault calls applied");
    assertThat(calls(System.class))
        .contains("setOut calls refuses", "setProperties calls refuses")
        .doesNotContain("setProperty calls refuses");
  }

  @Test
  void objectsThatGrowAreWoven() throws Exception {
    Class<?>[] growing = {
      ByteArrayOutputStream.class,
      Class.forName("java.lang.AbstractStringBuilder"),
      ArrayList.class,
      Vector.class,
      ArrayDeque.class,
      PriorityQueue.class,
      HashMap.class,
      Hashtable.class,
      IdentityHashMap.class,
      BitSet.class
    };
    for (Class<?> each : growing) {
      assertThat(calls(each)).as(each.getName()).hasSize(1).allMatch(c -> c.endsWith("growing"));
    }
  }

  @Test
  void everyGuardedClassOfThisVersionCanBeWoven() throws Exception {
    int woven = 0;
    for (String name : GuardedMethods.classNames()) {
      Class<?> type;
      try {
        type = Class.forName(name, false, null);
      } catch (ClassNotFoundException notInThisVersion) {
        continue;
      }
      if (!calls(type).isEmpty()) {
        woven++;
      }
    }
    assertThat(woven).isGreaterThan(40);
  }

  /** The calls of the bridge in a woven class whose errors would leave the method. */
  private static List<String> unprotected(Class<?> type) throws IOException {
    byte[] woven = JdkGuard.woven(type.getName().replace('.', '/'), bytes(type));
    List<String> calls = new ArrayList<>();
    OpenedClassReader.of(woven)
        .accept(
            new ClassVisitor(OpenedClassReader.ASM_API) {
              @Override
              public MethodVisitor visitMethod(
                  int access,
                  String caller,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] thrown) {
                return new ProtectedCalls(caller, calls);
              }
            },
            0);
    return calls;
  }

  /** Collects calls of the bridge for which no handler of all exceptions comes first. */
  private static final class ProtectedCalls extends MethodVisitor {
    private final String caller;
    private final List<String> calls;
    private final List<Label[]> blocks = new ArrayList<>();
    private final List<@Nullable String> types = new ArrayList<>();
    private final Set<Label> passed = new HashSet<>();

    ProtectedCalls(String caller, List<String> calls) {
      super(OpenedClassReader.ASM_API);
      this.caller = caller;
      this.calls = calls;
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
      blocks.add(new Label[] {start, end});
      types.add(type);
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String called, boolean isInterface) {
      if (!owner.startsWith("io/understudy/bridge/")) {
        return;
      }
      for (int i = 0; i < blocks.size(); i++) {
        Label[] each = blocks.get(i);
        if (passed.contains(each[0]) && !passed.contains(each[1])) {
          if (types.get(i) != null) {
            break;
          }
          return;
        }
      }
      calls.add(caller + " calls " + name);
    }
  }

  @Test
  void errorsOfTheBridgeDoNotLeaveWovenMethods() throws Exception {
    Set<String> calls = new TreeSet<>();
    for (String name : GuardedMethods.classNames()) {
      try {
        calls.addAll(unprotected(Class.forName(name, false, null)));
      } catch (ClassNotFoundException notInThisVersion) {
        continue;
      }
    }
    // The first methods of their threads, on which the stack cannot be used up.
    assertThat(calls).containsExactly("mainLoop calls hosted", "runWorker calls hosted");
  }

  @Test
  void otherClassesAreLeftAlone() throws Exception {
    assertThat(JdkGuard.woven("java/lang/String", bytes(String.class))).isNull();
  }

  @Test
  void classWithoutTheMethodIsRefused() {
    assertThatThrownBy(() -> JdkGuard.woven("java/lang/Runtime", bytes(JdkGuardTest.class)))
        .hasMessageContaining("there is no method")
        .hasMessageContaining("halt(I)V");
  }

  /** Packages whose classes the JVM itself has loaded before any agent; the others are listed. */
  private static final Pattern EARLY =
      Pattern.compile(
          "java/lang/(ref/|reflect/)?\\w+|java/util/(?!TimerTask)\\w+|java/util/Map\\$Entry"
              + "|java/util/concurrent/ConcurrentHashMap"
              // Made by the compiler for calls of private constructors, and never loaded.
              + "|.*\\$\\d+");

  @Test
  void classesThatTheBridgeNamesAreLoadedBeforeGuardedMethodsRun() throws Exception {
    Set<String> loaded = new TreeSet<>(Arrays.asList(JdkGuard.LOADED));
    for (String each : JdkGuard.INITIALISED) {
      loaded.add("io.understudy.bridge." + each);
    }
    loaded.add("io.understudy.bridge.Bridge");
    Set<String> missing = new TreeSet<>();
    for (String each : loaded) {
      if (each.startsWith("io.understudy.bridge.")) {
        ClassReader reader = OpenedClassReader.of(bytes(Class.forName(each)));
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
          int offset = reader.getItem(i);
          if (offset > 0 && reader.readByte(offset - 1) == 7) { // a CONSTANT_Class_info
            String name = reader.readUTF8(offset, buffer);
            if (!name.startsWith("[")
                && !EARLY.matcher(name).matches()
                && !loaded.contains(name.replace('/', '.'))) {
              missing.add(name);
            }
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }
}
