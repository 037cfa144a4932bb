package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Copies an object of a JDK class by its public {@code clone}, which copies all of its state. */
final class ClonePlan extends Plan {
  private final MethodHandle clone;

  private ClonePlan(MethodHandle clone) {
    this.clone = clone;
  }

  static Plan of(Class<?> type) throws Uncapturable {
    try {
      return new ClonePlan(
          MethodHandles.publicLookup()
              .unreflect(type.getMethod("clone"))
              .asType(MethodType.methodType(Object.class, Object.class)));
    } catch (NoSuchMethodException | IllegalAccessException hidden) {
      throw new Uncapturable(type.getName() + " cannot be copied");
    }
  }

  @Override
  public int bytes() {
    return 64;
  }

  @Override
  public Object shell(Object live, CopyWalk walk) {
    try {
      return (Object) clone.invokeExact(live);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
