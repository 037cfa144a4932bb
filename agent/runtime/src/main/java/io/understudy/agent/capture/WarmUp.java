package io.understudy.agent.capture;

import io.understudy.agent.budget.Admissions;
import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.BudgetConfig;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.compare.rule.Rules;
import io.understudy.journal.Fate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls through the stages of the calling thread before the application's first call. Loading
 * and linking the agent's classes takes tens of milliseconds, which would delay that call. The
 * calls are counted in a separate ledger that is never written.
 */
final class WarmUp implements CallSink {
  private static final MethodRef NONE = new MethodRef("rehearsal", "play", null);

  private WarmUp() {}

  static void play(ArgumentSnapshots snapshots, Consumer<String> warnings) {
    CallConfig config =
        CallConfig.builder("rehearsal", NONE, NONE)
            .idempotent(true)
            .noise(1)
            .rules(Rules.builder().arguments(true).build())
            .build();
    CallPoint point = new CallPoint(0, config, new Ledger(System.currentTimeMillis()));
    PendingCalls pending = new PendingCalls(1, Long.MAX_VALUE);
    PointCapture capture =
        new PointCapture(
            point,
            // It limits nothing, but measures.
            new Admissions(
                    Collections.singletonList(point), new BudgetConfig(BudgetConfig.UNLIMITED, 1))
                .of(point),
            snapshots,
            new WarmUp(),
            pending,
            new WallClock(System::currentTimeMillis),
            warnings);
    play(capture, new Cart(), null);
    play(capture, null, new IllegalStateException());
    play(capture, CompletableFuture.completedFuture(new Cart()), null);
    CompletableFuture<Object> later = new CompletableFuture<>();
    play(capture, later, null);
    later.completeExceptionally(new CompletionException(new IllegalStateException()));
    pending.tick(System.nanoTime());
  }

  private static void play(
      PointCapture capture, @Nullable Object returned, @Nullable Throwable thrown) {
    CallToken token = (CallToken) capture.take();
    if (token != null) {
      capture.self(token, null, WarmUp.class);
      capture.capture(token, new Object[] {new Cart(), "text", 1, 2L, 3.5, null});
      capture.exit(token, returned, thrown);
    }
  }

  @Override
  public @Nullable String refusal() {
    return null;
  }

  @Override
  public void accept(Call call) {
    call.end(Fate.DROPPED, "rehearsal");
  }

  /** An argument with types that most applications use. */
  private static final class Cart {
    private final List<Item> items = new ArrayList<>(Collections.singletonList(new Item()));
    private final Map<String, Object> attributes = new HashMap<>();
    private final TreeSet<Integer> numbers = new TreeSet<>(Collections.singleton(1));
    private final Date date = new Date();

    Cart() {
      attributes.put("kind", "rehearsal");
    }

    @Override
    public String toString() {
      return items + " " + attributes + " " + numbers + " " + date;
    }
  }

  private static final class Item {
    private final String sku = "A7";
    private final BigDecimal price = BigDecimal.ONE;
    private final byte[] image = {1};

    @Override
    public String toString() {
      return sku + " " + price + " " + image.length;
    }
  }
}
