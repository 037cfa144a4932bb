package io.understudy.agent.guard;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Weaves calls of the bridge's {@code Shadow} into {@code Runtime}, {@code Thread} and {@code
 * ThreadPoolExecutor}. It adds only instructions, so that the loaded classes can be transformed and
 * other agents are not affected. Thread-safe.
 */
public final class JdkGuard {
  private static final Class<?>[] GUARDED = {Runtime.class, Thread.class, ThreadPoolExecutor.class};

  private final ClassFileTransformer transformer = new Transformer();
  private final List<String> failures = new ArrayList<>();

  /** Creates a guard that weaves nothing yet. */
  public JdkGuard() {}

  /**
   * Weaves the methods of the JDK.
   *
   * @return what could not be woven, so that candidates are not kept from it; empty if all is woven
   */
  public List<String> start(Instrumentation instrumentation) {
    instrumentation.addTransformer(transformer, true);
    return retransform(instrumentation);
  }

  /** Restores the methods of the JDK. */
  public void stop(Instrumentation instrumentation) {
    if (instrumentation.removeTransformer(transformer)) {
      retransform(instrumentation);
    }
  }

  private synchronized List<String> retransform(Instrumentation instrumentation) {
    failures.clear();
    for (Class<?> each : GUARDED) {
      try {
        instrumentation.retransformClasses(each);
      } catch (Exception | LinkageError refused) {
        failures.add(each.getName() + ": " + refused);
      }
    }
    return new ArrayList<>(failures);
  }

  /**
   * Weaves a class of the JDK.
   *
   * @param internalName such as {@code java/lang/Runtime}
   * @return the new class file; null if the class is not guarded
   * @throws IllegalStateException when a method to weave is not there
   */
  static byte @Nullable [] woven(String internalName, byte[] classFile) {
    GuardedMethods methods = GuardedMethods.of(internalName);
    if (methods == null) {
      return null;
    }
    ClassReader reader = OpenedClassReader.of(classFile);
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
            MethodVisitor plain = super.visitMethod(access, name, descriptor, signature, thrown);
            return plain == null ? null : methods.weave(name, descriptor, plain);
          }
        },
        0);
    methods.requireAll();
    return writer.toByteArray();
  }

  private final class Transformer implements ClassFileTransformer {
    @Override
    public byte @Nullable [] transform(
        @Nullable ClassLoader loader,
        @Nullable String internalName,
        @Nullable Class<?> loaded,
        @Nullable ProtectionDomain domain,
        byte[] classFile) {
      if (loader != null || internalName == null) {
        return null;
      }
      try {
        return woven(internalName, classFile);
      } catch (Throwable failure) {
        // Retransformation runs this on the thread that holds the lock of the list.
        failures.add(internalName.replace('/', '.') + ": " + failure);
        return null;
      }
    }
  }
}
