package io.understudy.agent.guard;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The instructions that report threads, tasks and the end of the JVM to the bridge. Stateless. */
final class BridgeCode {
  private static final String FRAME = "[Ljava/lang/Object;";

  private BridgeCode() {}

  /** Passes a reference among the locals to the bridge at the entry. */
  static GuardedMethods.Instructions entry(
      String bridgeClass, String called, String parameter, int local) {
    return (plain, method) ->
        new Woven(plain, method) {
          @Override
          public void visitCode() {
            super.visitCode();
            enter(
                () -> {
                  super.visitVarInsn(Opcodes.ALOAD, local);
                  call(bridgeClass, called, parameter);
                });
          }
        };
  }

  /** Passes {@code this} to the bridge at the end of a constructor. */
  static GuardedMethods.Instructions end(String bridgeClass, String called) {
    return (plain, method) ->
        new Woven(plain, method) {
          @Override
          public void visitInsn(int opcode) {
            if (opcode != Opcodes.RETURN) {
              super.visitInsn(opcode);
              return;
            }
            exit(
                opcode,
                () -> {
                  super.visitVarInsn(Opcodes.ALOAD, 0);
                  call(bridgeClass, called, "(Ljava/lang/Object;)V");
                });
          }
        };
  }

  /**
   * Passes the method's name and the status to the bridge, which throws where it refuses. A {@code
   * StackOverflowError} leaves the method: otherwise a candidate that has used up its stack could
   * end the JVM.
   */
  static GuardedMethods.Instructions exit(String name) {
    return (plain, method) ->
        new Woven(plain, method) {
          @Override
          public void visitCode() {
            super.visitCode();
            enter(
                () -> {
                  super.visitLdcInsn(name);
                  super.visitVarInsn(Opcodes.ILOAD, 1);
                  call("Shadow", "exit", "(Ljava/lang/String;I)V");
                });
          }

          @Override
          void onEntryFailure() {
            throwAtEntryIf("java/lang/SecurityException");
            throwAtEntryIf("java/lang/StackOverflowError");
            super.onEntryFailure();
          }
        };
  }

  /**
   * Returns at the entry if the bridge leaves the hook out. A {@code StackOverflowError} leaves the
   * method, as without the guard a few frames later.
   */
  static GuardedMethods.Instructions hook() {
    return (plain, method) ->
        new Woven(plain, method) {
          @Override
          public void visitCode() {
            super.visitCode();
            enter(
                () -> {
                  super.visitVarInsn(Opcodes.ALOAD, 1);
                  call("Shadow", "leavesOut", "(Ljava/lang/Thread;)Z");
                },
                registers -> {
                  super.visitJumpInsn(Opcodes.IFEQ, registers);
                  super.visitInsn(Opcodes.RETURN);
                },
                () -> {});
          }

          @Override
          void onEntryFailure() {
            throwAtEntryIf("java/lang/StackOverflowError");
            super.onEntryFailure();
          }
        };
  }

  /** Passes an element to the bridge at the entry of a method that puts it into a queue. */
  static GuardedMethods.Instructions offered() {
    return entry("Tasks", "offered", "(Ljava/lang/Object;)V", 1);
  }

  /** Passes the element to the bridge that a method of a queue returns. */
  static GuardedMethods.Instructions taken() {
    return (plain, method) ->
        new Woven(plain, method) {
          @Override
          public void visitInsn(int opcode) {
            if (opcode != Opcodes.ARETURN) {
              super.visitInsn(opcode);
              return;
            }
            exit(
                opcode,
                () -> {
                  super.visitVarInsn(Opcodes.ALOAD, method.secondFree());
                  super.visitVarInsn(Opcodes.ALOAD, 0);
                  call("Tasks", "taken", "(Ljava/lang/Object;Ljava/lang/Object;)V");
                });
          }
        };
  }

  /**
   * Passes the task through the bridge before its {@code run} is called. The method is the first
   * one of its thread, so that the stack is never used up there.
   */
  static GuardedMethods.Instructions hosted(String type) {
    return (plain, method) ->
        new Woven(plain, method) {
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

  /** Passes {@code this} to the bridge at the entry, and what it returns at all exits. */
  static GuardedMethods.Instructions around() {
    return Around::new;
  }

  /**
   * Keeps the frame of the bridge in a local variable, which it adds to all frames of the method.
   * If the bridge cannot be called at an exit, the frame is marked by a plain store, which cannot
   * fail.
   */
  private static final class Around extends Woven {
    private final Label start = new Label();

    Around(MethodVisitor plain, WovenMethod method) {
      super(plain, method);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      enter(
          () -> {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            call("Tasks", "enter", "(Ljava/lang/Object;)" + FRAME);
          },
          proceeds -> {
            super.visitVarInsn(Opcodes.ASTORE, method.firstFree());
            super.visitJumpInsn(Opcodes.GOTO, proceeds);
          },
          () -> {
            super.visitInsn(Opcodes.ACONST_NULL);
            super.visitVarInsn(Opcodes.ASTORE, method.firstFree());
          });
      super.visitLabel(start);
    }

    @Override
    Object[] atProceeds() {
      return method.with(method.atEntry(), FRAME);
    }

    @Override
    public void visitFrame(int type, int locals, Object[] local, int stacked, Object[] stack) {
      Object[] used = new Object[locals];
      System.arraycopy(local, 0, used, 0, locals);
      Object[] all = method.with(used, FRAME);
      super.visitFrame(type, all.length, all, stacked, stack);
    }

    @Override
    public void visitInsn(int opcode) {
      if (isReturn(opcode)) {
        exit(opcode, this::leave);
      } else {
        super.visitInsn(opcode);
      }
    }

    private void leave() {
      super.visitVarInsn(Opcodes.ALOAD, method.firstFree());
      call("Tasks", "leave", "(" + FRAME + ")V");
    }

    @Override
    Object firstFreeAtExit() {
      return FRAME;
    }

    @Override
    void onExitFailure() {
      mark(atExit(FRAME));
    }

    /** Marks the frame as ended, and drops the exception on the stack. */
    private void mark(Object[] locals) {
      Label none = new Label();
      super.visitVarInsn(Opcodes.ALOAD, method.firstFree());
      super.visitJumpInsn(Opcodes.IFNULL, none);
      super.visitVarInsn(Opcodes.ALOAD, method.firstFree());
      super.visitInsn(Opcodes.ICONST_0);
      super.visitInsn(Opcodes.ACONST_NULL);
      super.visitInsn(Opcodes.AASTORE);
      super.visitLabel(none);
      frame(locals, WovenMethod.thrown());
      ignore(locals);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      Label handler = new Label();
      Label leaving = new Label();
      Label left = new Label();
      Label failed = new Label();
      Object[] locals = method.with(new Object[0], FRAME, "java/lang/Throwable");
      // Added last, so that the handlers of the method itself come first.
      super.visitTryCatchBlock(start, handler, handler, null);
      super.visitLabel(handler);
      frame(method.with(new Object[0], FRAME), WovenMethod.thrown());
      super.visitVarInsn(Opcodes.ASTORE, method.secondFree());
      super.visitLabel(leaving);
      leave();
      super.visitLabel(left);
      rethrow();
      super.visitLabel(failed);
      frame(locals, WovenMethod.thrown());
      mark(locals);
      rethrow();
      protect(leaving, left, failed);
      super.visitMaxs(maxStack, maxLocals);
    }

    private void rethrow() {
      super.visitVarInsn(Opcodes.ALOAD, method.secondFree());
      super.visitInsn(Opcodes.ATHROW);
    }
  }
}
