package io.understudy.agent.capture;

import io.understudy.agent.call.CallPoint;
import io.understudy.bridge.Bridge;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import org.jspecify.annotations.Nullable;

/** Copies {@link CallAdvice} into class files. Stateless. */
final class Weave {
  private Weave() {}

  /**
   * Weaves the points into a class.
   *
   * @param name binary name of the class
   * @param bytes its class file
   * @param loader its defining loader
   * @param numbers what woven code knows the call points by
   * @param targets its methods, and the call points that mean them; at least one
   * @param sites what it knows those methods by, in the same order
   * @return the new class file
   */
  static byte[] into(
      String name,
      byte[] bytes,
      @Nullable ClassLoader loader,
      Numbers numbers,
      List<Weaving> targets,
      int[] sites) {
    List<AsmVisitorWrapper> advice = new ArrayList<>();
    for (int i = 0; i < sites.length; i++) {
      Weaving target = targets.get(i);
      advice.add(advice(target, numbers.of(target.point), sites[i]));
    }
    return Decoration.into(name, bytes, loader, advice);
  }

  private static AsmVisitorWrapper advice(Weaving target, int number, int site) {
    CallPoint point = target.point;
    Advice advice =
        Advice.withCustomMapping()
            .bind(Point.class, number)
            .bind(OfSite.class, site)
            .bind(Slot.class, Bridge.slot(number))
            .to(
                point.config().noise() > 0 ? RepeatableCallAdvice.class : CallAdvice.class,
                CallAdvice.class)
            .withExceptionHandler(Decoration.suppression());
    return new WovenMethods(target.method.name(), target.method.descriptor(), advice);
  }
}
