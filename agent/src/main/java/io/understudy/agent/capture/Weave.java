package io.understudy.agent.capture;

import io.understudy.agent.call.CallPoint;
import io.understudy.bridge.Bridge;
import java.util.List;
import java.util.function.BiConsumer;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.Addition;
import net.bytebuddy.implementation.bytecode.Removal;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;
import net.bytebuddy.implementation.bytecode.member.FieldAccess;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Copies {@link CallAdvice} into class files with Byte Buddy. Only instructions are added, so that
 * a loaded class can take them and other agents are not disturbed. Stateless.
 */
final class Weave {
  private static final ByteBuddy BYTE_BUDDY =
      new ByteBuddy()
          .with(TypeValidation.DISABLED)
          .with(InstrumentedType.Factory.Default.FROZEN)
          .with(Implementation.Context.Disabled.Factory.INSTANCE)
          .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE);

  private Weave() {}

  /**
   * Weaves the points into a class.
   *
   * @param name binary name of the class
   * @param bytes its class file
   * @param loader its defining loader
   * @param points the call points that name it
   * @param refused takes each point that cannot be woven, and why
   * @return the new class file; null when no point could be woven
   */
  static byte @Nullable [] into(
      String name,
      byte[] bytes,
      @Nullable ClassLoader loader,
      List<CallPoint> points,
      BiConsumer<CallPoint, String> refused) {
    ClassFileLocator files =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(name, bytes), ClassFileLocator.ForClassLoader.of(loader));
    TypeDescription type = TypePool.Default.WithLazyResolution.of(files).describe(name).resolve();
    DynamicType.Builder<?> builder = BYTE_BUDDY.decorate(type, files);
    boolean any = false;
    for (CallPoint point : points) {
      try {
        builder = builder.visit(advice(point, type));
        any = true;
      } catch (Unweavable e) {
        refused.accept(point, e.reason());
      }
    }
    return any ? builder.make(TypePool.Empty.INSTANCE).getBytes() : null;
  }

  private static AsmVisitorWrapper advice(CallPoint point, TypeDescription type) throws Unweavable {
    MethodDescription method = ControlMethods.find(type, point.config().control());
    return Advice.withCustomMapping()
        .bind(Point.class, point.id())
        .to(
            point.config().noise() > 0 ? RepeatableCallAdvice.class : CallAdvice.class,
            CallAdvice.class)
        .withExceptionHandler(Suppression.HANDLER)
        .on(ElementMatchers.is(method));
  }

  /**
   * What woven code does with a throwable that the bridge could not catch, which is one of a
   * used-up stack: drop it and count it, without calling anything.
   */
  private static final class Suppression {
    static final Advice.ExceptionHandler HANDLER = handler();

    private static Advice.ExceptionHandler handler() {
      try {
        FieldDescription.InDefinedShape escaped =
            new FieldDescription.ForLoadedField(Bridge.class.getField("escaped"));
        return new Advice.ExceptionHandler.Simple(
            new StackManipulation.Compound(
                Removal.SINGLE,
                FieldAccess.forField(escaped).read(),
                IntegerConstant.ONE,
                Addition.INTEGER,
                FieldAccess.forField(escaped).write()));
      } catch (NoSuchFieldException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
