package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.weave.ControlWeaver;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Class files of old versions: 45 is Java 1.1, 48 is Java 1.4. Their compilers wrote {@code
 * finally} as a subroutine, without class literals in the constant pool and without stack maps.
 */
class OldClassFilesTest {
  private static final String NAME = "com/acme/Old";

  private final CaptureHarness stage = new CaptureHarness();

  @AfterEach
  void noFailureEscapesTheBridge() {
    assertThat(Capture.escapedFailures()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {45, 46, 48, 49, 50, 51})
  void subroutinesUntilJava6AndPlainCodeAfterwards(int version) throws Exception {
    stage.below("com.acme.Old#divide").below("com.acme.Old#plain");
    Class<?> old = load(version, version < 51);
    Object instance = old.getConstructor().newInstance();
    assertThat(old.getMethod("plain", long.class).invoke(instance, 4L)).isEqualTo(5L);
    assertThat(results()).containsExactly(5L);
    if (version < 51) {
      assertThat(old.getMethod("divide", int.class).invoke(instance, 5)).isEqualTo(2);
      assertThat(thrownBy(old, instance)).isInstanceOf(ArithmeticException.class);
      assertThat(old.getField("finished").getInt(instance)).isEqualTo(2);
      assertThat(stage.calls).hasSize(3);
      assertThat(stage.calls.get(1).control().value()).isEqualTo(2);
      assertThat(stage.calls.get(2).control().thrown())
          .hasToString("java.lang.ArithmeticException: / by zero");
    }
  }

  @Test
  void repeatableControlOfJava14() throws Exception {
    stage.repeatable("com.acme.Old#plain", 1);
    Class<?> old = load(48, true);
    Object instance = old.getConstructor().newInstance();
    assertThat(old.getMethod("plain", long.class).invoke(instance, 4L)).isEqualTo(5L);
    assertThat(stage.calls).hasSize(1);
    assertThat(stage.calls.get(0).receiver()).isNotNull();
  }

  @Test
  void unsupportedVersionIsSkippedWithANotice() {
    byte[] newer = classFile(48, false);
    newer[7] = 99;
    stage.below("com.acme.Old#plain").below("com.acme.Base#plain", "com.acme");
    ControlWeaver weaver = stage.open().weaver();
    ClassLoader loader = getClass().getClassLoader();
    assertThat(weaver.woven(loader, NAME, newer)).isNull();
    assertThat(weaver.woven(loader, "com/acme/Other", newer)).isNull();
    assertThat(stage.notices())
        .hasSize(2)
        .allSatisfy(
            notice ->
                assertThat(notice)
                    .contains("its class file is of version 99 (Java 55), and this agent supports")
                    .endsWith("use a newer agent"))
        .anySatisfy(n -> assertThat(n).startsWith("WARN plain0: com.acme.Old was not woven: "))
        .anySatisfy(n -> assertThat(n).startsWith("WARN com.acme.Other was not checked: "));
  }

  private Class<?> load(int version, boolean subroutine) throws Exception {
    byte[] plain = classFile(version, subroutine);
    Capture capture = stage.open();
    ClassLoader loader =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (!name.equals("com.acme.Old")) {
              throw new ClassNotFoundException(name);
            }
            byte[] woven = capture.weaver().woven(this, NAME, plain);
            byte[] bytes = woven == null ? plain : woven;
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    return loader.loadClass("com.acme.Old");
  }

  /**
   * A class with {@code long plain(long)} and optionally {@code int divide(int)}, in which {@code
   * finally} is a subroutine:
   *
   * <pre>try { return 10 / n; } finally { finished++; }</pre>
   */
  private static byte[] classFile(int version, boolean subroutine) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        version, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, NAME, null, "java/lang/Object", null);
    writer.visitField(Opcodes.ACC_PUBLIC, "finished", "I", null, null).visitEnd();
    MethodVisitor made = method(writer, "<init>", "()V");
    made.visitVarInsn(Opcodes.ALOAD, 0);
    made.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    made.visitInsn(Opcodes.RETURN);
    end(made, 1, 1);
    MethodVisitor plain = method(writer, "plain", "(J)J");
    plain.visitVarInsn(Opcodes.LLOAD, 1);
    plain.visitInsn(Opcodes.LCONST_1);
    plain.visitInsn(Opcodes.LADD);
    plain.visitInsn(Opcodes.LRETURN);
    end(plain, 4, 3);
    if (subroutine) {
      divide(method(writer, "divide", "(I)I"));
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void divide(MethodVisitor code) {
    Label from = new Label();
    Label to = new Label();
    Label failed = new Label();
    Label routine = new Label();
    code.visitTryCatchBlock(from, to, failed, null);
    code.visitLabel(from);
    code.visitIntInsn(Opcodes.BIPUSH, 10);
    code.visitVarInsn(Opcodes.ILOAD, 1);
    code.visitInsn(Opcodes.IDIV);
    code.visitVarInsn(Opcodes.ISTORE, 2);
    code.visitJumpInsn(Opcodes.JSR, routine);
    code.visitVarInsn(Opcodes.ILOAD, 2);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(to);
    code.visitLabel(failed);
    code.visitVarInsn(Opcodes.ASTORE, 3);
    code.visitJumpInsn(Opcodes.JSR, routine);
    code.visitVarInsn(Opcodes.ALOAD, 3);
    code.visitInsn(Opcodes.ATHROW);
    code.visitLabel(routine);
    code.visitVarInsn(Opcodes.ASTORE, 4);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitInsn(Opcodes.DUP);
    code.visitFieldInsn(Opcodes.GETFIELD, NAME, "finished", "I");
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IADD);
    code.visitFieldInsn(Opcodes.PUTFIELD, NAME, "finished", "I");
    code.visitVarInsn(Opcodes.RET, 4);
    end(code, 3, 5);
  }

  private static MethodVisitor method(ClassWriter writer, String name, String descriptor) {
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
    method.visitCode();
    return method;
  }

  private static void end(MethodVisitor method, int stack, int locals) {
    method.visitMaxs(stack, locals);
    method.visitEnd();
  }

  private static @Nullable Throwable thrownBy(Class<?> old, Object instance) throws Exception {
    try {
      old.getMethod("divide", int.class).invoke(instance, 0);
      throw new AssertionError("nothing was thrown");
    } catch (InvocationTargetException e) {
      return e.getCause();
    }
  }

  private List<Object> results() {
    List<Object> results = new ArrayList<>();
    for (Call call : stage.calls) {
      results.add(call.control().value());
    }
    return results;
  }
}
