package io.understudy.agent.weave;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Weaves an advice into one method of a class, selected by name and descriptor, since Byte Buddy's
 * own selection does not find bridge methods. Immutable.
 */
public final class MethodAdvice extends AsmVisitorWrapper.AbstractBase {
  private final String method;
  private final String descriptor;
  private final Advice advice;

  /** Weaves {@code advice} into the one method with this name and descriptor. */
  public MethodAdvice(String method, String descriptor, Advice advice) {
    this.method = method;
    this.descriptor = descriptor;
    this.advice = advice;
  }

  @Override
  public ClassVisitor wrap(
      TypeDescription type,
      ClassVisitor visitor,
      Implementation.Context context,
      TypePool pool,
      FieldList<FieldDescription.InDefinedShape> fields,
      MethodList<?> methods,
      int writerFlags,
      int readerFlags) {
    MethodDescription described =
        type.getDeclaredMethods()
            .filter(
                ElementMatchers.<MethodDescription>named(method)
                    .and(ElementMatchers.hasDescriptor(descriptor)))
            .getOnly();
    return new ClassVisitor(OpenedClassReader.ASM_API, visitor) {
      @Override
      public @Nullable MethodVisitor visitMethod(
          int access,
          String name,
          String descriptor,
          @Nullable String signature,
          String @Nullable [] thrown) {
        MethodVisitor plain = super.visitMethod(access, name, descriptor, signature, thrown);
        return plain != null
                && name.equals(method)
                && descriptor.equals(MethodAdvice.this.descriptor)
            ? advice.wrap(type, described, plain, context, pool, writerFlags, readerFlags)
            : plain;
      }
    };
  }
}
