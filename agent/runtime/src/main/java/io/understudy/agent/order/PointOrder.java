package io.understudy.agent.order;

import io.understudy.agent.call.CallOrder;
import io.understudy.agent.call.CallTurn;
import io.understudy.agent.config.OrderConfig;
import io.understudy.journal.Fate;
import io.understudy.value.Uncapturable;
import org.jspecify.annotations.Nullable;

/** The order of the calls of one call point. Thread-safe. */
final class PointOrder extends CallOrder {
  private static final String FULL = "too many calls wait for their order";

  private final OrderConfig config;
  private final KeyReader reader;
  private final OrderGroup group;
  private final OrderTable table;
  private final OrderedPool pool;
  private final int mostPlaces;

  /**
   * Creates the order of a call point.
   *
   * @param mostPlaces how many calls may be between the end of their control and their fate
   */
  PointOrder(
      OrderConfig config, OrderGroup group, OrderTable table, OrderedPool pool, int mostPlaces) {
    this.config = config;
    this.reader = new KeyReader(config);
    this.group = group;
    this.table = table;
    this.pool = pool;
    this.mostPlaces = mostPlaces;
  }

  @Override
  public @Nullable String refusal() {
    return table.places() >= mostPlaces ? FULL : null;
  }

  @Override
  public boolean isByReceiver() {
    return config.source() == OrderConfig.Source.RECEIVER;
  }

  @Override
  public CallTurn ofReceiver(@Nullable Object self) throws Uncapturable {
    return place(reader.read(self));
  }

  @Override
  public CallTurn ofArguments(@Nullable Object[] arguments) throws Uncapturable {
    if (config.source() == OrderConfig.Source.THREAD) {
      return place(new ThreadIdentity(Thread.currentThread()));
    }
    if (config.argument() >= arguments.length) {
      throw new Uncapturable(
          "the order key " + config.key() + " cannot be read: the control has no such argument");
    }
    return place(reader.read(arguments[config.argument()]));
  }

  private CallTurn place(Object value) {
    return new Place(new OrderKey(group, value), table, pool);
  }

  /** Whether its generation replays no calls any more. */
  boolean isOver() {
    return pool.isClosed();
  }

  @Override
  public void lost(Fate fate) {
    group.breakAll(fate);
  }
}
