package io.understudy.tool.check;

import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.TypeLookup;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Reports a candidate that is the control itself or calls it: such a comparison proves nothing. */
final class SelfCheck {
  private final ClassPathFiles files;
  private final TypeLookup types;
  private final Findings findings;

  SelfCheck(ClassPathFiles files, TypeLookup types, Findings findings) {
    this.files = files;
    this.types = types;
    this.findings = findings;
  }

  /**
   * Compares the resolved methods.
   *
   * @param hasFactory whether a factory chooses the class of the candidate's instance
   */
  void check(MethodSignature control, MethodSignature candidate, boolean hasFactory) {
    boolean maySubclass = hasFactory && !candidate.isStatic() && !candidate.isPrivate();
    if (isSame(control, candidate)) {
      if (maySubclass) {
        findings.warning(
            "the candidate is the control itself unless the factory returns a class that overrides "
                + control.shortForm()
                + "; otherwise its calls are unanswered");
      } else {
        findings.error(
            "the candidate is the control itself, "
                + control
                + "; name the method that replaces it");
      }
    } else if (maySubclass && overrides(control, candidate)) {
      findings.warning(
          "if the factory returns a "
              + control.owner()
              + ", the candidate is the control itself, and its calls are unanswered");
    } else if (calls(candidate, control)) {
      findings.warning(
          "the candidate calls the control; such calls prove nothing, and the report counts them");
    }
  }

  private static boolean isSame(MethodSignature one, MethodSignature other) {
    return one.owner().equals(other.owner())
        && one.name().equals(other.name())
        && one.descriptor().equals(other.descriptor());
  }

  private boolean overrides(MethodSignature method, MethodSignature above) {
    return method.name().equals(above.name())
        && method.parameters().equals(above.parameters())
        && types.closure(method.owner()).contains(above.owner());
  }

  /** Whether the body of a method contains a call that runs the other one. */
  private boolean calls(MethodSignature caller, MethodSignature called) {
    byte[] bytes = files.bytes(caller.owner());
    if (bytes == null) {
      return false;
    }
    boolean[] found = new boolean[1];
    MethodVisitor body =
        new MethodVisitor(OpenedClassReader.ASM_API) {
          @Override
          public void visitMethodInsn(
              int opcode, String owner, String name, String descriptor, boolean isInterface) {
            found[0] |=
                name.equals(called.name())
                    && descriptor.equals(called.descriptor())
                    && runs(owner.replace('/', '.'), called);
          }
        };
    OpenedClassReader.of(bytes)
        .accept(
            new ClassVisitor(OpenedClassReader.ASM_API) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] thrown) {
                return name.equals(caller.name()) && descriptor.equals(caller.descriptor())
                    ? body
                    : null;
              }
            },
            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found[0];
  }

  private boolean runs(String owner, MethodSignature called) {
    return types.methods(owner, called.name()).stream().anyMatch(each -> isSame(each, called));
  }
}
