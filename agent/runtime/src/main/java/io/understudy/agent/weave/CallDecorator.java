package io.understudy.agent.weave;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.OrderConfig;
import io.understudy.bridge.Bridge;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/** Copies {@link CallAdvice} into class files. Stateless. */
final class CallDecorator {
  private static final TypeDescription.Generic INT =
      TypeDescription.ForLoadedType.of(int.class).asGenericType();

  private static final ClassFileLocator FILES =
      ClassFileLocator.ForClassLoader.of(CallAdvice.class.getClassLoader());

  /**
   * Describes the advice by its class files. A description by reflection generates proxy classes
   * for all annotations, and the JIT compiler optimises the generator: a large part of the agent's
   * start.
   */
  private static final TypePool DESCRIPTIONS = TypePool.Default.of(FILES);

  private CallDecorator() {}

  /**
   * Weaves the points into a class.
   *
   * @param name binary name of the class
   * @param bytes its class file
   * @param loader its defining loader
   * @param numbers the numbers of the call points in woven code
   * @param targets methods of the class with their call points; at least one
   * @param sites the numbers of those methods in woven code, in the same order
   * @return the new class file
   */
  static byte[] into(
      String name,
      byte[] bytes,
      @Nullable ClassLoader loader,
      PointNumbers numbers,
      List<WeavingTarget> targets,
      int[] sites) {
    List<AsmVisitorWrapper> advice = new ArrayList<>();
    for (int i = 0; i < sites.length; i++) {
      WeavingTarget target = targets.get(i);
      advice.add(advice(target, numbers.of(target.point), sites[i]));
    }
    return ClassDecorator.into(name, bytes, loader, advice);
  }

  private static AsmVisitorWrapper advice(WeavingTarget target, int number, int site) {
    CallPoint point = target.point;
    Advice advice =
        Advice.withCustomMapping()
            .bind(PointNumber.class, IntegerConstant.forValue(number), INT)
            .bind(SiteNumber.class, IntegerConstant.forValue(site), INT)
            .bind(MarkSlot.class, IntegerConstant.forValue(Bridge.slot(number)), INT)
            .to(
                described(
                    needsReceiver(point.config()) ? RepeatableCallAdvice.class : CallAdvice.class),
                described(CallAdvice.class),
                FILES);
    return new MethodAdvice(target.method.name(), target.method.descriptor(), advice);
  }

  /** Whether the code of a call point passes on the receiver of the control. */
  static boolean needsReceiver(CallConfig config) {
    return config.noise() > 0 || config.order().source() == OrderConfig.Source.RECEIVER;
  }

  private static TypeDescription described(Class<?> advice) {
    return DESCRIPTIONS.describe(advice.getName()).resolve();
  }
}
