package io.understudy.overhead.latency;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.understudy.overhead.Order;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * A shadow as a careful developer writes it: Jackson copies the argument and the result on the
 * calling thread, and two threads with a bounded queue run the candidate and compare trees. When
 * the queue is full, calls are discarded.
 */
final class HandwrittenShadow implements UnaryOperator<Order> {
  private final Pricing control;
  private final NextPricing candidate = new NextPricing();
  private final ObjectMapper jackson =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .build();
  private final Executor pool =
      new ThreadPoolExecutor(
          2,
          2,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(4096),
          task -> {
            Thread thread = new Thread(task, "shadow");
            thread.setDaemon(true);
            return thread;
          },
          new ThreadPoolExecutor.DiscardPolicy());

  HandwrittenShadow(Pricing control) {
    this.control = control;
  }

  @Override
  public Order apply(Order order) {
    Order copy = jackson.convertValue(order, Order.class);
    Order result = control.quote(order);
    JsonNode expected = jackson.valueToTree(result);
    CompletableFuture.supplyAsync(() -> candidate.quote(copy), pool)
        .thenApply(jackson::<JsonNode>valueToTree)
        .thenAccept(answer -> Mismatches.count(expected.equals(answer)));
    return result;
  }
}
