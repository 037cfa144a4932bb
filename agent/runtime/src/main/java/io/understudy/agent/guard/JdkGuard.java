package io.understudy.agent.guard;

import io.understudy.bridge.Bridge;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Weaves calls of the bridge into the methods of the JDK that {@link GuardedMethods} lists. It adds
 * only instructions, so that the loaded classes can be transformed and other agents are not
 * affected. Classes that are loaded later are woven then. Thread-safe.
 */
public final class JdkGuard {
  /** The platform loader, which exists since Java 9. */
  private static final @Nullable ClassLoader PLATFORM =
      ClassLoader.getSystemClassLoader().getParent();

  /**
   * Classes of the bridge that are initialised before woven methods call them: these may be called
   * while a class is being initialised, and a class whose initialisation finds no stack or no
   * memory stays broken.
   */
  static final String[] INITIALISED = {
    "AgentGroup",
    "Shadow",
    "Refusal",
    "Callers",
    "StopAgain",
    "StopPoint",
    "StopPointSizes",
    "WeakSet",
    "IdentityTable",
    "Threads",
    "Tasks",
    "Settings"
  };

  /**
   * Other classes that the bridge names, loaded before woven methods run. If such a class was being
   * loaded at the moment when the transformer of another agent ran a woven method, the bridge would
   * get a {@code ClassCircularityError}, for ever, since the JVM keeps the errors of a class file.
   */
  static final String[] LOADED = {
    "io.understudy.bridge.Completion",
    "io.understudy.bridge.Completion$Listener",
    "io.understudy.bridge.Gate",
    "io.understudy.bridge.Handler",
    "io.understudy.bridge.IdentityTable$Key",
    "io.understudy.bridge.IdentityTable$Mark",
    "io.understudy.bridge.IdentityTable$Probe",
    "io.understudy.bridge.Marks",
    "io.understudy.bridge.Marks$Chains",
    "io.understudy.bridge.Settings$ViewedMap",
    "io.understudy.bridge.Shadow$ShadowGroup",
    "io.understudy.bridge.Shadow$Watch",
    "io.understudy.bridge.StopPoint$Memory",
    "io.understudy.bridge.StopPoint$Stopped",
    "io.understudy.bridge.TakenFrames",
    "io.understudy.bridge.TakenFrames$Entry",
    "io.understudy.bridge.Tally",
    "io.understudy.bridge.Tasks$HostedTask",
    "io.understudy.bridge.Tasks$HostedTimerTask",
    "io.understudy.bridge.Token",
    "java.util.AbstractMap",
    "java.util.Collections",
    "java.util.TimerTask",
    "java.util.concurrent.Callable",
    "java.util.concurrent.CompletableFuture",
    "java.util.concurrent.ConcurrentHashMap$KeySetView",
    "java.util.concurrent.ForkJoinTask",
    "java.util.concurrent.ForkJoinWorkerThread",
    "java.util.concurrent.atomic.AtomicInteger",
    "java.util.concurrent.atomic.AtomicIntegerArray",
    "java.util.concurrent.atomic.AtomicReferenceFieldUpdater",
    "java.util.function.BiConsumer"
  };

  private final ClassFileTransformer transformer = new Transformer();
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

  /** Creates a guard that weaves nothing yet. */
  public JdkGuard() {}

  /**
   * Weaves the methods of the JDK.
   *
   * @return what could not be woven, so that candidates are not kept from it; empty if all is woven
   */
  public List<String> start(Instrumentation instrumentation) {
    for (String each : INITIALISED) {
      load("io.understudy.bridge." + each, true);
    }
    for (String each : LOADED) {
      load(each, false);
    }
    instrumentation.addTransformer(transformer, true);
    return retransform(instrumentation);
  }

  private static void load(String name, boolean isInitialised) {
    try {
      Class.forName(name, isInitialised, Bridge.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Restores the methods of the JDK. */
  public void stop(Instrumentation instrumentation) {
    if (instrumentation.removeTransformer(transformer)) {
      retransform(instrumentation);
    }
  }

  private synchronized List<String> retransform(Instrumentation instrumentation) {
    failures.clear();
    Class<?>[] classes = guarded(instrumentation);
    try {
      instrumentation.retransformClasses(classes);
    } catch (Exception | LinkageError refused) {
      retransformEach(instrumentation, classes);
    }
    synchronized (failures) {
      return new ArrayList<>(failures);
    }
  }

  private void retransformEach(Instrumentation instrumentation, Class<?>[] classes) {
    for (Class<?> each : classes) {
      try {
        instrumentation.retransformClasses(each);
      } catch (Exception | LinkageError refused) {
        failures.add(each.getName() + ": " + refused);
      }
    }
  }

  /** Returns the guarded classes that are loaded. */
  private static Class<?>[] guarded(Instrumentation instrumentation) {
    Set<String> names = new HashSet<>(GuardedMethods.classNames());
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> each : instrumentation.getAllLoadedClasses()) {
      if (names.contains(each.getName()) && isOfJdk(each.getClassLoader())) {
        loaded.add(each);
      }
    }
    return loaded.toArray(new Class<?>[0]);
  }

  private static boolean isOfJdk(@Nullable ClassLoader loader) {
    return loader == null || loader == PLATFORM;
  }

  /**
   * Weaves a class of the JDK.
   *
   * @param internalName such as {@code java/lang/Runtime}
   * @return the new class file; null if the class is not guarded
   * @throws IllegalStateException when a method to weave is not there
   */
  static byte @Nullable [] woven(String internalName, byte[] classFile) {
    GuardedMethods methods = GuardedMethods.find(internalName);
    if (methods == null) {
      return null;
    }
    Set<String> missing = methods.required();
    ClassReader reader = OpenedClassReader.of(classFile);
    Map<String, Integer> locals = locals(reader, methods);
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
            missing.remove(name + descriptor);
            MethodVisitor plain = super.visitMethod(access, name, descriptor, signature, thrown);
            int used = locals.getOrDefault(name + descriptor, 0);
            return plain == null ? null : methods.weave(access, name, descriptor, used, plain);
          }
        },
        ClassReader.EXPAND_FRAMES);
    if (!missing.isEmpty()) {
      throw new IllegalStateException("there is no method " + missing);
    }
    return writer.toByteArray();
  }

  /** Returns the number of local variables of each guarded method, by name and descriptor. */
  private static Map<String, Integer> locals(ClassReader reader, GuardedMethods methods) {
    Map<String, Integer> locals = new HashMap<>();
    reader.accept(
        new ClassVisitor(OpenedClassReader.ASM_API) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] thrown) {
            // The code of other methods is not read; most of a class is such code.
            if (!methods.isGuarded(name + descriptor)) {
              return null;
            }
            return new MethodVisitor(OpenedClassReader.ASM_API) {
              @Override
              public void visitMaxs(int maxStack, int maxLocals) {
                locals.put(name + descriptor, maxLocals);
              }
            };
          }
        },
        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return locals;
  }

  private final class Transformer implements ClassFileTransformer {
    @Override
    public byte @Nullable [] transform(
        @Nullable ClassLoader loader,
        @Nullable String internalName,
        @Nullable Class<?> loaded,
        @Nullable ProtectionDomain domain,
        byte[] classFile) {
      if (internalName == null || !isOfJdk(loader)) {
        return null;
      }
      try {
        return woven(internalName, classFile);
      } catch (Throwable failure) {
        failures.add(internalName.replace('/', '.') + ": " + failure);
        return null;
      }
    }
  }
}
