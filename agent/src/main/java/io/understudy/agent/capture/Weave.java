package io.understudy.agent.capture;

import io.understudy.agent.call.CallPoint;
import io.understudy.bridge.Bridge;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
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
   * @param numbers what woven code knows the call points by
   * @param weavings its methods, and the call points that mean them; at least one
   * @param sites what it knows those methods by, in the same order
   * @return the new class file
   */
  static byte[] into(
      String name,
      byte[] bytes,
      @Nullable ClassLoader loader,
      Numbers numbers,
      List<Weaving> weavings,
      int[] sites) {
    ClassFileLocator files =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(name, bytes), ClassFileLocator.ForClassLoader.of(loader));
    TypeDescription type = TypePool.Default.WithLazyResolution.of(files).describe(name).resolve();
    DynamicType.Builder<?> builder = BYTE_BUDDY.decorate(type, files);
    for (int i = 0; i < sites.length; i++) {
      Weaving weaving = weavings.get(i);
      builder = builder.visit(advice(weaving, numbers.of(weaving.point), sites[i]));
    }
    return builder.make(TypePool.Empty.INSTANCE).getBytes();
  }

  private static AsmVisitorWrapper advice(Weaving weaving, int number, int site) {
    CallPoint point = weaving.point;
    Advice advice =
        Advice.withCustomMapping()
            .bind(Point.class, number)
            .bind(OfSite.class, site)
            .bind(Slot.class, Bridge.slot(number))
            .to(
                point.config().noise() > 0 ? RepeatableCallAdvice.class : CallAdvice.class,
                CallAdvice.class)
            .withExceptionHandler(Suppression.HANDLER);
    return new WovenMethods(weaving.method, advice);
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
