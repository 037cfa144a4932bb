package io.understudy.agent.guard;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The instructions that let a setter return at its entry if the bridge refuses it. Stateless. */
final class SetterCode {
  private static final String SETTINGS = "Settings";

  private SetterCode() {}

  /** Refuses a setter, and reports its exits. */
  static GuardedMethods.Instructions setter(String name) {
    return (plain, method) ->
        new Refusing(plain, method) {
          @Override
          void question() {
            super.visitLdcInsn(name);
            call(SETTINGS, "refuses", "(Ljava/lang/String;)Z");
          }

          @Override
          boolean reportsExits() {
            return true;
          }

          @Override
          void exit() {
            call(SETTINGS, "applied", "()V");
          }
        };
  }

  /** Refuses a method that inserts at a position, its second argument. */
  static GuardedMethods.Instructions positioned(String name) {
    return (plain, method) ->
        new Refusing(plain, method) {
          @Override
          void question() {
            super.visitVarInsn(Opcodes.ILOAD, 1);
            super.visitLdcInsn(name);
            call(SETTINGS, "refuses", "(ILjava/lang/String;)Z");
          }
        };
  }

  /** Refuses a method that closes a stream. */
  static GuardedMethods.Instructions closing(String name) {
    return ofInstance("refusesClose", "(Ljava/lang/Object;Ljava/lang/String;)Z", name);
  }

  /** Refuses a method that changes the threads of a group. */
  static GuardedMethods.Instructions group(String name) {
    return ofInstance("refusesGroup", "(Ljava/lang/ThreadGroup;Ljava/lang/String;)Z", name);
  }

  private static GuardedMethods.Instructions ofInstance(
      String question, String called, String name) {
    return (plain, method) ->
        new Refusing(plain, method) {
          @Override
          void question() {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitLdcInsn(name);
            call(SETTINGS, question, called);
          }
        };
  }

  /**
   * Refuses a method that changes a table, and reports its exits.
   *
   * @param hasKey whether the first argument is the key of the only entry that changes
   */
  static GuardedMethods.Instructions table(String name, boolean hasKey) {
    return (plain, method) ->
        new Refusing(plain, method) {
          @Override
          void question() {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            if (hasKey) {
              super.visitVarInsn(Opcodes.ALOAD, 1);
            } else {
              super.visitInsn(Opcodes.ACONST_NULL);
            }
            super.visitLdcInsn(name);
            call(SETTINGS, "refuses", "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/String;)Z");
          }

          @Override
          boolean reportsExits() {
            return true;
          }

          @Override
          void exit() {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            call(SETTINGS, "applied", "(Ljava/lang/Object;)V");
          }

          @Override
          void answer(int opcode) {
            if (hasKey && opcode == Opcodes.ARETURN) {
              super.visitVarInsn(Opcodes.ALOAD, 0);
              super.visitVarInsn(Opcodes.ALOAD, 1);
              super.visitMethodInsn(
                  Opcodes.INVOKEVIRTUAL,
                  "java/util/Hashtable",
                  "get",
                  "(Ljava/lang/Object;)Ljava/lang/Object;",
                  false);
            } else {
              super.answer(opcode);
            }
          }
        };
  }

  /** Passes the view that a method of a table returns through the bridge. */
  static GuardedMethods.Instructions view(String view, String type) {
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
                  call(SETTINGS, view, "(" + type + "Ljava/lang/Object;)" + type);
                  super.visitVarInsn(Opcodes.ASTORE, method.secondFree());
                });
          }
        };
  }

  /** Asks the bridge at the entry, and returns if it refuses. */
  private abstract static class Refusing extends Woven {
    Refusing(MethodVisitor plain, WovenMethod method) {
      super(plain, method);
    }

    /** Leaves on the stack whether the method is refused. */
    abstract void question();

    /** Reports an exit; adds nothing here. */
    void exit() {}

    /** Whether {@link #exit} adds something: an empty range must not have a handler. */
    boolean reportsExits() {
      return false;
    }

    /** Leaves on the stack what a refused method returns. */
    void answer(int opcode) {
      if (opcode == Opcodes.ARETURN) {
        super.visitInsn(Opcodes.ACONST_NULL);
      } else if (opcode == Opcodes.IRETURN) {
        super.visitInsn(Opcodes.ICONST_0);
      }
    }

    @Override
    public void visitCode() {
      super.visitCode();
      enter(
          this::question,
          proceeds -> {
            int returning = method.opcode(Opcodes.IRETURN);
            super.visitJumpInsn(Opcodes.IFEQ, proceeds);
            answer(returning);
            super.visitInsn(returning);
          },
          () -> {});
    }

    @Override
    public void visitInsn(int opcode) {
      if (reportsExits() && isReturn(opcode)) {
        exit(opcode, this::exit);
      } else {
        super.visitInsn(opcode);
      }
    }
  }
}
