package io.understudy.agent.order;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallTurn;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.call.OrderedCalls;
import io.understudy.agent.config.OrderConfig;
import io.understudy.agent.config.ReplayConfig;
import io.understudy.journal.Fate;
import io.understudy.value.Uncapturable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders of the call points of one generation. A reload keeps the order of the calls that are
 * under way. Immutable and thread-safe.
 */
public final class Orders {
  private final @Nullable OrderTable table;
  private final OrderedCalls calls;

  /**
   * Creates the orders of a generation, and sets them at its call points.
   *
   * @param points in the order of their indexes
   * @param before the generation that is replaced; null for the first one
   */
  public Orders(List<CallPoint> points, ReplayConfig config, @Nullable Orders before) {
    boolean isOrdered = points.stream().anyMatch(point -> !point.config().order().isAny());
    OrderTable known = before == null ? null : before.table;
    if (known == null && !isOrdered) {
      table = null;
      calls = OrderedCalls.NONE;
      return;
    }
    OrderTable shared = known == null ? new OrderTable(config.order().keys()) : known;
    OrderedPool pool =
        new OrderedPool(shared, config.order(), config.queueCalls(), config.queueBytes());
    // Queued, waiting and pending calls are limited on their own; this holds if one of them fails.
    int mostPlaces = (int) Math.min(Integer.MAX_VALUE, 4L * config.queueCalls() + 4_096);
    for (CallPoint point : points) {
      OrderConfig order = point.config().order();
      if (!order.isAny()) {
        OrderGroup group = shared.group(groupOf(point));
        PointOrder ordered = new PointOrder(order, group, shared, pool, mostPlaces);
        group.add(ordered);
        point.orderedBy(ordered);
      }
    }
    table = shared;
    calls = pool;
    rehearse(config);
  }

  /**
   * Loads the classes that the application's threads use: one that is first used at the end of a
   * stack stays broken.
   */
  private static void rehearse(ReplayConfig config) {
    OrderTable scratch = new OrderTable(1);
    OrderedPool pool = new OrderedPool(scratch, config.order(), 1, 1);
    OrderConfig first = OrderConfig.of("/arguments/0/0", null);
    LedgerPage page = new Ledger(System.currentTimeMillis()).page();
    for (OrderConfig order : new OrderConfig[] {first, OrderConfig.of("thread", null)}) {
      PointOrder point = new PointOrder(order, scratch.group("rehearsal"), scratch, pool, 1);
      for (Fate fate : new Fate[] {Fate.SHED, Fate.MATCHED}) {
        try {
          CallTurn turn = point.ofArguments(new Object[] {new String[] {"a key"}});
          turn.finished();
          turn.handedOver();
          turn.ended(page, fate);
          point.ofArguments(new Object[] {""});
        } catch (Uncapturable noKey) {
          point.lost(fate);
        }
      }
    }
  }

  private static String groupOf(CallPoint point) {
    String group = point.config().order().group();
    return group == null ? "point " + point.name() : "group " + group;
  }

  /** Lets waiting calls take at most this many bytes together from now on. */
  public void limit(long bytes) {
    if (calls instanceof OrderedPool) {
      ((OrderedPool) calls).limit(bytes);
    }
  }

  /** Returns the calls that wait for their turn. */
  public OrderedCalls calls() {
    return calls;
  }
}
