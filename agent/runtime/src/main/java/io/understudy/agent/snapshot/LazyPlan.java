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
 * A proxy or collection of a persistence library. While it is not loaded it cannot be captured, and
 * nothing here loads it. Once loaded, a proxy's copy is the copy of its target, and a collection's
 * a plain one with the same contents: the session behind it is not the candidate's.
 */
final class LazyPlan extends Plan {
  private final @Nullable Plan loaded;

  private LazyPlan(@Nullable Plan loaded) {
    this.loaded = loaded;
  }

  /** The plan of such a class, whose shape depends on the single object; null for others. */
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
    return target.next() ? walk.part(target.value()) : null;
  }
}
