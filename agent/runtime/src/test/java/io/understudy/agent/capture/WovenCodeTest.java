package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.weave.ClassBytes;
import io.understudy.agent.weave.ControlWeaver;
import io.understudy.plays.Plays;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The content of woven class files. */
class WovenCodeTest {
  private final CaptureHarness stage = new CaptureHarness();

  @Test
  void argumentArrayIsBuiltOnlyAfterTheCallIsTaken() {
    stage.point(Plays.Sorts.class, "sum");
    assertThat(steps("sum"))
        .containsSubsequence("enter", "jump", "take", "jump", "array", "capture", "exit")
        .containsOnlyOnce("array");
  }

  @Test
  void wovenCodeRefersOnlyToTheBridgeAndTheJdk() {
    stage.point(Plays.Sorts.class, "identity");
    assertThat(owners("identity")).containsOnly("io/understudy/bridge/Bridge");
  }

  @Test
  void onlyInstructionsAreAdded() {
    stage.point(Plays.Sorts.class, "sum");
    assertThat(members(woven())).isEqualTo(members(ClassBytes.of(Plays.Sorts.class.getName())));
  }

  @Test
  void unnamedClassIsNotWoven() {
    stage.point(Plays.Sorts.class, "sum");
    assertThat(transform(Plays.Base.class)).isNull();
  }

  @Test
  void hiddenClassIsNotWoven() {
    ControlWeaver weaver = stage.point(Plays.Sorts.class, "sum").open().weaver();
    assertThat(weaver.woven(null, null, new byte[0])).isNull();
  }

  @Test
  void damagedClassFileIsReportedAndNotWoven() {
    ControlWeaver weaver = stage.point(Plays.Sorts.class, "sum").open().weaver();
    String name = Plays.Sorts.class.getName().replace('.', '/');
    assertThat(weaver.woven(getClass().getClassLoader(), name, new byte[9])).isNull();
    assertThat(stage.notices())
        .singleElement()
        .asString()
        .startsWith(
            "WARN sum0: " + Plays.Sorts.class.getName() + " was not woven: it is no class file");
  }

  @Test
  void loaderThatHidesTheBridgeIsReported() {
    ControlWeaver weaver = stage.point(Plays.Sorts.class, "sum").open().weaver();
    ClassLoader filtering =
        new ClassLoader(null) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            throw new ClassNotFoundException(name);
          }
        };
    String name = Plays.Sorts.class.getName();
    assertThat(weaver.woven(filtering, name.replace('.', '/'), ClassBytes.of(name))).isNull();
    assertThat(stage.notices())
        .singleElement()
        .asString()
        .contains(filtering.getClass().getName())
        .contains("org.osgi.framework.bootdelegation")
        .contains("jboss.modules.system.pkgs");
    assertThat(stage.points).hasSize(1);
  }

  @Test
  void missingMethodDoesNotPreventOtherWeaving() {
    stage.point(Plays.Sorts.class, "absent").point(Plays.Sorts.class, "sum");
    assertThat(steps("sum")).contains("enter");
    assertThat(stage.notices())
        .containsExactlyInAnyOrder(
            "WARN absent0: io.understudy.plays.Plays$Sorts declares no method absent",
            "INFO sum1: woven into io.understudy.plays.Plays$Sorts");
  }

  private byte[] woven() {
    byte[] woven = transform(Plays.Sorts.class);
    assertThat(woven).isNotNull();
    return woven == null ? new byte[0] : woven;
  }

  private byte @Nullable [] transform(Class<?> type) {
    String name = type.getName();
    return stage
        .open()
        .weaver()
        .woven(type.getClassLoader(), name.replace('.', '/'), ClassBytes.of(name));
  }

  private List<String> steps(String method) {
    List<String> steps = new ArrayList<>();
    visit(
        method,
        new MethodVisitor(Opcodes.ASM9) {
          @Override
          public void visitMethodInsn(
              int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.endsWith("/Bridge")) {
              steps.add(name);
            }
          }

          @Override
          public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.ANEWARRAY) {
              steps.add("array");
            }
          }

          @Override
          public void visitJumpInsn(int opcode, Label label) {
            if (opcode == Opcodes.IFNULL) {
              steps.add("jump");
            }
          }
        });
    return steps;
  }

  private List<String> owners(String method) {
    List<String> owners = new ArrayList<>();
    visit(
        method,
        new MethodVisitor(Opcodes.ASM9) {
          @Override
          public void visitMethodInsn(
              int opcode, String owner, String name, String descriptor, boolean isInterface) {
            owners.add(owner);
          }

          @Override
          public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            owners.add(owner);
          }
        });
    return owners;
  }

  private void visit(String method, MethodVisitor visitor) {
    new ClassReader(woven())
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return name.equals(method) ? visitor : null;
              }
            },
            0);
  }

  private static List<String> members(byte[] classFile) {
    List<String> members = new ArrayList<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public void visit(
                  int version,
                  int access,
                  String name,
                  String signature,
                  String superName,
                  String[] interfaces) {
                members.add(
                    version + " " + access + name + superName + String.join(",", interfaces));
              }

              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                members.add(access + name + descriptor);
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return members;
  }
}
