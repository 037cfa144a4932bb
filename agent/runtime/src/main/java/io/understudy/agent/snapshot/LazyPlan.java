package io.understudy.agent.snapshot;

import io.understudy.agent.snapshot.jdk.JdkPlans;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import org.jspecify.annotations.Nullable;

/**
 * Copies a proxy or collection of a persistence library. An object that is not loaded cannot be
 * captured, and this plan never loads it. The copy of a loaded proxy is the copy of its target. The
 * copy of a loaded collection is a plain collection with the same contents, since the candidate
 * must not use the session behind the original.
 */
final class LazyPlan extends Plan {
  private final @Nullable Plan loaded;

  private LazyPlan(@Nullable Plan loaded) {
    this.loaded = loaded;
  }

  /**
   * Returns the plan of such a class, whose shape depends on the single object; null for other
   * classes.
   */
  static @Nullable Plan of(Class<?> type, Shape shape) {
    return shape.dependsOnObject() ? new LazyPlan(JdkPlans.detached(type)) : null;
  }

  private static Shape loaded(Object live) throws Uncapturable {
    Shape shape = StandardShapes.of(live);
    if (shape.kind() == Kind.OPAQUE) {
      throw new Uncapturable(shape.reason());
    }
    return shape;
  }

  @Override
  public @Nullable Object shell(Object live, CopyWalk walk) throws Uncapturable {
    loaded(live);
    return loaded == null ? null : loaded.shell(live, walk);
  }

  @Override
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    if (loaded != null) {
      loaded.fill(live, copy, walk);
    }
  }

  @Override
  public @Nullable Object build(Object live, CopyWalk walk) throws Uncapturable {
    Elements target = loaded(live).elements(live);
    return target.next() ? walk.copyPart(target.value()) : null;
  }
}
