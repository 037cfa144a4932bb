package io.understudy.agent.guard;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Adds instructions that call the bridge, and makes room for them on the stack. Not thread-safe.
 */
abstract class Woven extends MethodVisitor {
  private static final String BRIDGE = "io/understudy/bridge/";

  /** The most stack cells that the added instructions need. */
  private static final int CELLS = 4;

  Woven(MethodVisitor plain) {
    super(OpenedClassReader.ASM_API, plain);
  }

  final void call(String bridgeClass, String method, String descriptor) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE + bridgeClass, method, descriptor, false);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + CELLS, maxLocals);
  }

  static boolean isReturn(int opcode) {
    return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }

  /** Passes a reference among the locals to the bridge at the entry. */
  static GuardedMethods.Instructions entry(
      String bridgeClass, String method, String parameter, int local) {
    return (plain, descriptor) ->
        new Woven(plain) {
          @Override
          public void visitCode() {
            super.visitCode();
            super.visitVarInsn(Opcodes.ALOAD, local);
            call(bridgeClass, method, parameter);
          }
        };
  }

  /** Passes {@code this} to the bridge at the end of a constructor. */
  static GuardedMethods.Instructions end(String bridgeClass, String method) {
    return (plain, descriptor) ->
        new Woven(plain) {
          @Override
          public void visitInsn(int opcode) {
            if (opcode == Opcodes.RETURN) {
              super.visitVarInsn(Opcodes.ALOAD, 0);
              call(bridgeClass, method, "(Ljava/lang/Object;)V");
            }
            super.visitInsn(opcode);
          }
        };
  }

  /** Passes the method's name and the status to the bridge, which throws where it refuses. */
  static GuardedMethods.Instructions exit(String method) {
    return (plain, descriptor) ->
        new Woven(plain) {
          @Override
          public void visitCode() {
            super.visitCode();
            super.visitLdcInsn(method);
            super.visitVarInsn(Opcodes.ILOAD, 1);
            call("Shadow", "exit", "(Ljava/lang/String;I)V");
          }
        };
  }

  /** Returns at the entry if the bridge leaves the hook out. */
  static GuardedMethods.Instructions hook() {
    return (plain, descriptor) ->
        new Woven(plain) {
          @Override
          public void visitCode() {
            super.visitCode();
            Label registers = new Label();
            super.visitVarInsn(Opcodes.ALOAD, 1);
            call("Shadow", "leavesOut", "(Ljava/lang/Thread;)Z");
            super.visitJumpInsn(Opcodes.IFEQ, registers);
            super.visitInsn(Opcodes.RETURN);
            super.visitLabel(registers);
            super.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
          }
        };
  }

  /** Passes an element to the bridge at the entry of a method that puts it into a queue. */
  static GuardedMethods.Instructions offered() {
    return entry("Tasks", "offered", "(Ljava/lang/Object;)V", 1);
  }

  /** Passes the element to the bridge that a method of a queue returns. */
  static GuardedMethods.Instructions taken() {
    return (plain, descriptor) ->
        new Woven(plain) {
          @Override
          public void visitInsn(int opcode) {
            if (opcode == Opcodes.ARETURN) {
              super.visitInsn(Opcodes.DUP);
              super.visitVarInsn(Opcodes.ALOAD, 0);
              call("Tasks", "taken", "(Ljava/lang/Object;Ljava/lang/Object;)V");
            }
            super.visitInsn(opcode);
          }
        };
  }

  /** Passes the task through the bridge before its {@code run} is called. */
  static GuardedMethods.Instructions hosted(String type) {
    return (plain, descriptor) ->
        new Woven(plain) {
          @Override
          public void visitMethodInsn(
              int opcode, String owner, String name, String called, boolean isInterface) {
            if (owner.equals(type) && name.equals("run")) {
              call("Tasks", "hosted", "(L" + type + ";)L" + type + ";");
            }
            super.visitMethodInsn(opcode, owner, name, called, isInterface);
          }
        };
  }

  /** Passes {@code this} to the bridge at the entry and at all exits of a method. */
  static GuardedMethods.Instructions around() {
    return (plain, descriptor) -> new Around(plain);
  }

  private static final class Around extends Woven {
    private final Label start = new Label();

    Around(MethodVisitor plain) {
      super(plain);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitVarInsn(Opcodes.ALOAD, 0);
      call("Tasks", "enter", "(Ljava/lang/Object;)V");
      super.visitLabel(start);
    }

    @Override
    public void visitInsn(int opcode) {
      if (isReturn(opcode)) {
        leave();
      }
      super.visitInsn(opcode);
    }

    private void leave() {
      super.visitVarInsn(Opcodes.ALOAD, 0);
      call("Tasks", "leave", "(Ljava/lang/Object;)V");
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      // Added last, so that the handlers of the method itself come first.
      Label handler = new Label();
      super.visitTryCatchBlock(start, handler, handler, null);
      super.visitLabel(handler);
      // No method to which this is added assigns its first local.
      super.visitFrame(
          Opcodes.F_FULL,
          1,
          new Object[] {"java/lang/Object"},
          1,
          new Object[] {"java/lang/Throwable"});
      leave();
      super.visitInsn(Opcodes.ATHROW);
      super.visitMaxs(maxStack, maxLocals);
    }
  }
}
