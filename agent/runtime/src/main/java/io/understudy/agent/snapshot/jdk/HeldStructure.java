package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.jdk.layout.Layout;
import io.understudy.agent.snapshot.jdk.layout.RefField;
import io.understudy.agent.snapshot.jdk.layout.Structure;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.DelayQueue;

/** Copies a collection whose state is one other object, beside a lock that is new in the copy. */
final class HeldStructure extends Structure {
  private final Layout layout;
  private final RefField held;
  private final Fresh fresh;

  private HeldStructure(Class<?> type, String held, Fresh fresh) {
    this.layout = new Layout(type);
    this.held = layout.ref(type, held);
    this.fresh = fresh;
  }

  /** Copies the array as an object, since a sub-list refers to it too. */
  static Structure copyOnWriteArrayList() {
    return new HeldStructure(
        CopyOnWriteArrayList.class,
        "array",
        new Fresh(CopyOnWriteArrayList.class, live -> new CopyOnWriteArrayList<>()));
  }

  static Structure delayQueue() {
    return new HeldStructure(
        DelayQueue.class, "q", new Fresh(DelayQueue.class, live -> new DelayQueue<>()));
  }

  @Override
  public void check(Class<?> type) throws Uncapturable {
    layout.check(type);
    fresh.check(type);
  }

  @Override
  public void meter(Object live, CopyWalk walk) {}

  @Override
  protected boolean tryCopy(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    fresh.copy(live, copy);
    Object part = walk.copyPart(held.get(live));
    if (part != null) {
      held.set(copy, part);
    }
    return true;
  }
}
