package io.understudy.agent.guard;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Adds instructions that call the bridge, and makes room for them on the stack. A call that fails,
 * such as with a {@code StackOverflowError} at its first instruction, is left out: the method goes
 * on as if the call were not there. Only a {@code ThreadDeath} leaves the method, since it is
 * thrown at the thread. Expects expanded frames. Not thread-safe.
 */
abstract class Woven extends MethodVisitor {
  private static final String BRIDGE = "io/understudy/bridge/";

  /** The class whose instances are thrown on; null if this version of Java has no such class. */
  private static final @Nullable String DEATH = findDeath();

  /** The most stack cells that the added instructions need. */
  private static final int CELLS = 4;

  final WovenMethod method;
  private final List<Handler> handlers = new ArrayList<>();
  private final List<Handler> ofMethod = new ArrayList<>();
  private final Label failedExit = new Label();

  Woven(MethodVisitor plain, WovenMethod method) {
    super(OpenedClassReader.ASM_API, plain);
    this.method = method;
  }

  private static @Nullable String findDeath() {
    try {
      return Class.forName("java.lang.ThreadDeath", false, null).getName().replace('.', '/');
    } catch (ClassNotFoundException removed) {
      return null;
    }
  }

  final void call(String bridgeClass, String called, String descriptor) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE + bridgeClass, called, descriptor, false);
  }

  static boolean isReturn(int opcode) {
    return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }

  final void frame(Object[] locals, Object... stack) {
    super.visitFrame(Opcodes.F_NEW, locals.length, locals, stack.length, stack);
  }

  /** Protects instructions by a handler that takes precedence over those of the method. */
  final void protect(Label start, Label end, Label handler) {
    handlers.add(new Handler(start, end, handler, null));
  }

  /** Drops the exception on the stack, unless it must leave the method. */
  final void ignore(Object[] locals) {
    throwIf(DEATH, locals);
    super.visitInsn(Opcodes.POP);
  }

  private void throwIf(@Nullable String type, Object[] locals) {
    if (type != null) {
      Label other = new Label();
      super.visitInsn(Opcodes.DUP);
      super.visitTypeInsn(Opcodes.INSTANCEOF, type);
      super.visitJumpInsn(Opcodes.IFEQ, other);
      super.visitInsn(Opcodes.ATHROW);
      super.visitLabel(other);
      frame(locals, WovenMethod.thrown());
    }
  }

  /** Adds a call at the entry. */
  final void enter(Runnable call) {
    enter(call, proceeds -> super.visitJumpInsn(Opcodes.GOTO, proceeds), () -> {});
  }

  /** Adds a call at the entry. */
  final void enter(Runnable call, Continuation passed, Runnable failed) {
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    Label proceeds = new Label();
    super.visitLabel(start);
    call.run();
    super.visitLabel(end);
    passed.to(proceeds);
    super.visitLabel(handler);
    frame(method.atEntry(), WovenMethod.thrown());
    onEntryFailure();
    failed.run();
    super.visitLabel(proceeds);
    frame(atProceeds());
    super.visitInsn(Opcodes.NOP); // so that the method may begin with a frame of its own
    protect(start, end, handler);
  }

  /** Handles the exception on the stack that a call at the entry has thrown. */
  void onEntryFailure() {
    ignore(method.atEntry());
  }

  /** Throws the exception on the stack if it is of this type. */
  final void throwAtEntryIf(String type) {
    throwIf(type, method.atEntry());
  }

  /** Returns the local variables after the entry. */
  Object[] atProceeds() {
    return method.atEntry();
  }

  /**
   * Adds a call before a return. The value to return is in the local variable {@link
   * WovenMethod#secondFree} meanwhile.
   */
  final void exit(int opcode, Runnable call) {
    Label start = new Label();
    Label end = new Label();
    if (method.hasValue()) {
      super.visitVarInsn(method.opcode(Opcodes.ISTORE), method.secondFree());
    }
    super.visitLabel(start);
    call.run();
    super.visitLabel(end);
    loadValue();
    super.visitInsn(opcode);
    protect(start, end, failedExit);
  }

  private void loadValue() {
    if (method.hasValue()) {
      super.visitVarInsn(method.opcode(Opcodes.ILOAD), method.secondFree());
    }
  }

  /** Returns the local variables at an exit, as far as they are needed after a failure. */
  final Object[] atExit(Object firstFree) {
    return method.hasValue()
        ? method.with(new Object[0], firstFree, method.value())
        : method.with(new Object[0], firstFree);
  }

  /** Adds what follows when the call at an exit has failed. */
  void onExitFailure() {
    ignore(atExit(Opcodes.TOP));
  }

  /** Returns the type of the first free local variable at an exit. */
  Object firstFreeAtExit() {
    return Opcodes.TOP;
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
    ofMethod.add(new Handler(start, end, handler, type));
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    boolean hasExit = false;
    for (Handler each : handlers) {
      hasExit |= each.at == failedExit;
    }
    if (hasExit) {
      super.visitLabel(failedExit);
      frame(atExit(firstFreeAtExit()), WovenMethod.thrown());
      onExitFailure();
      loadValue();
      super.visitInsn(method.opcode(Opcodes.IRETURN));
    }
    handlers.addAll(ofMethod);
    for (Handler each : handlers) {
      super.visitTryCatchBlock(each.start, each.end, each.at, each.type);
    }
    super.visitMaxs(maxStack + CELLS, Math.max(maxLocals, method.secondFree() + 1));
  }

  /** What follows a call at the entry. */
  interface Continuation {
    /** Adds instructions that end or go on at the label. */
    void to(Label proceeds);
  }

  /** An entry of the table of exception handlers. */
  private static final class Handler {
    final Label start;
    final Label end;
    final Label at;
    final @Nullable String type;

    Handler(Label start, Label end, Label at, @Nullable String type) {
      this.start = start;
      this.end = end;
      this.at = at;
      this.type = type;
    }
  }
}
