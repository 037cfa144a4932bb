package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods near the limits of the class file format are woven, or left alone with a reason. */
final class ClassLimitsTest {
  private static final String NAME = "com/acme/Wide";

  private final CaptureHarness stage = new CaptureHarness();

  @AfterEach
  void noFailureEscapesTheBridge() {
    assertThat(Capture.escapedFailures()).isZero();
  }

  /** A class with one static method that returns its last local variable, an int. */
  private static byte[] withLocals(int maxLocals, int maxStack, int padding) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, NAME, null, "java/lang/Object", null);
    MethodVisitor method =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "last", "(I)I", null, null);
    method.visitCode();
    for (int i = 0; i < padding; i++) {
      method.visitInsn(Opcodes.NOP);
    }
    method.visitVarInsn(Opcodes.ILOAD, 0);
    method.visitVarInsn(Opcodes.ISTORE, maxLocals - 1);
    method.visitVarInsn(Opcodes.ILOAD, maxLocals - 1);
    method.visitInsn(Opcodes.IRETURN);
    method.visitMaxs(maxStack, maxLocals);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private Class<?> load(byte[] plain) throws Exception {
    Capture capture = stage.open();
    return new ClassLoader(getClass().getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) {
        byte[] woven = capture.weaver().woven(this, NAME, plain);
        byte[] bytes = woven == null ? plain : woven;
        return defineClass(name, bytes, 0, bytes.length);
      }
    }.loadClass("com.acme.Wide");
  }

  private void isLeftAlone(byte[] plain, String reason) throws Exception {
    stage.below("com.acme.Wide#last");
    Object result = load(plain).getMethod("last", int.class).invoke(null, 5);
    assertThat(result).isEqualTo(5);
    assertThat(stage.calls).isEmpty();
    assertThat(stage.notices()).anySatisfy(notice -> assertThat(notice).contains(reason));
    assertThat(stage.notices()).noneSatisfy(notice -> assertThat(notice).contains("woven into"));
  }

  @ParameterizedTest
  @ValueSource(ints = {65_535, 65_534, 65_533, 65_532, 65_531})
  void localVariablesNearTheLimit(int maxLocals) throws Exception {
    isLeftAlone(withLocals(maxLocals, 1, 0), "would need more than 65535 local variables");
  }

  @Test
  void codeNearTheLimit() throws Exception {
    isLeftAlone(withLocals(2, 1, 65_520), "com.acme.Wide could not be woven");
  }

  @ParameterizedTest
  @ValueSource(ints = {65_535, 65_530})
  void stackNearTheLimitStaysSound(int maxStack) throws Exception {
    stage.below("com.acme.Wide#last");
    Object result = load(withLocals(2, maxStack, 0)).getMethod("last", int.class).invoke(null, 5);
    assertThat(result).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 32_767, 32_768, 60_000, 65_400, 65_530})
  void manyLocalVariablesAreWoven(int maxLocals) throws Exception {
    stage.below("com.acme.Wide#last");
    Object result = load(withLocals(maxLocals, 1, 0)).getMethod("last", int.class).invoke(null, 5);
    assertThat(result).isEqualTo(5);
    assertThat(stage.calls).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 32_000, 40_000, 65_000})
  void longCodeIsWoven(int padding) throws Exception {
    stage.below("com.acme.Wide#last");
    Object result = load(withLocals(2, 1, padding)).getMethod("last", int.class).invoke(null, 5);
    assertThat(result).isEqualTo(5);
    assertThat(stage.calls).hasSize(1);
  }

  private static byte[] withParameters(boolean isStatic, Type type, int count) {
    Type[] types = new Type[count];
    Arrays.fill(types, type);
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, NAME, null, "java/lang/Object", null);
    MethodVisitor made = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    made.visitCode();
    made.visitVarInsn(Opcodes.ALOAD, 0);
    made.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    made.visitInsn(Opcodes.RETURN);
    made.visitMaxs(1, 1);
    made.visitEnd();
    int slots = count * type.getSize() + (isStatic ? 0 : 1);
    MethodVisitor method =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | (isStatic ? Opcodes.ACC_STATIC : 0),
            "last",
            Type.getMethodDescriptor(type, types),
            null,
            null);
    method.visitCode();
    method.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slots - type.getSize());
    method.visitInsn(type.getOpcode(Opcodes.IRETURN));
    method.visitMaxs(type.getSize(), slots);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void isCaptured(boolean isStatic, Type type, Object value, int count) throws Exception {
    stage.below("com.acme.Wide#last");
    Class<?> wide = load(withParameters(isStatic, type, count));
    Object instance = isStatic ? null : wide.getConstructor().newInstance();
    Object[] arguments = new Object[count];
    Arrays.fill(arguments, value);
    for (Method method : wide.getMethods()) {
      if (method.getName().equals("last")) {
        assertThat(method.invoke(instance, arguments)).isEqualTo(value);
      }
    }
    assertThat(stage.onlyCall().arguments()).hasSize(count);
    assertThat(stage.onlyCall().control().value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(ints = {250, 253, 254, 255})
  void staticMethodWithManyArguments(int count) throws Exception {
    isCaptured(true, Type.INT_TYPE, 7, count);
  }

  @ParameterizedTest
  @ValueSource(ints = {250, 253, 254})
  void instanceMethodWithManyArguments(int count) throws Exception {
    isCaptured(false, Type.INT_TYPE, 7, count);
  }

  @Test
  void manyWideArguments() throws Exception {
    isCaptured(true, Type.LONG_TYPE, 7L, 127);
    stage.calls.clear();
  }

  @Test
  void manyWideArgumentsOfAnInstance() throws Exception {
    isCaptured(false, Type.DOUBLE_TYPE, 7.5, 127);
  }
}
