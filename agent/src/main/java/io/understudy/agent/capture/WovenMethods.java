package io.understudy.agent.capture;

import io.understudy.agent.classfile.Member;
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
 * Lets an advice into one method of a class, told by name and descriptor: Byte Buddy's own way does
 * not find bridges.
 */
final class WovenMethods extends AsmVisitorWrapper.AbstractBase {
  private final Member method;
  private final Advice advice;

  WovenMethods(Member method, Advice advice) {
    this.method = method;
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
                ElementMatchers.<MethodDescription>named(method.name())
                    .and(ElementMatchers.hasDescriptor(method.descriptor())))
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
        return plain != null && name.equals(method.name()) && descriptor.equals(method.descriptor())
            ? advice.wrap(type, described, plain, context, pool, writerFlags, readerFlags)
            : plain;
      }
    };
  }
}
