package io.understudy.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.HttpOrigin;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RequestQueueTest {
  private final RequestQueue queue = new RequestQueue(1, 2);
  private HttpConnections connections;

  @BeforeEach
  void open() throws HttpException {
    connections = HttpConnections.open(HttpOrigin.parse("http://127.0.0.1:1"));
    connections.close();
  }

  private Exchange exchange() {
    HttpCall call = new HttpCall("GET", "/", Collections.emptyMap(), null);
    return new Exchange(
        connections,
        call,
        1,
        new HttpConnections.Listener() {
          @Override
          public void sent() {}

          @Override
          public void answered(Exchange exchange, HttpAnswer answer) {}

          @Override
          public void failed(HttpException why) {}
        });
  }

  @Test
  void requestsWaitInTheirOrder() throws InterruptedException {
    Exchange first = exchange();
    Exchange second = exchange();
    Exchange third = exchange();

    assertThat(queue.enter(first, 1)).isEqualTo(RequestQueue.Entry.GO);
    assertThat(queue.enter(second, 1)).isEqualTo(RequestQueue.Entry.WAIT);
    assertThat(queue.enter(third, 1)).isEqualTo(RequestQueue.Entry.WAIT);
    assertThat(queue.enter(exchange(), 1)).isEqualTo(RequestQueue.Entry.BUSY);
    assertThat(queue.leave(first)).isSameAs(second);
    assertThat(queue.leave(second)).isSameAs(third);
    assertThat(queue.leave(third)).isNull();
    assertThat(queue.enter(exchange(), 1)).isEqualTo(RequestQueue.Entry.GO);
  }

  @Test
  void roomIsGivenBackOnce() throws InterruptedException {
    Exchange first = exchange();
    queue.enter(first, 1);
    queue.leave(first);
    queue.leave(first);

    assertThat(queue.enter(exchange(), 1)).isEqualTo(RequestQueue.Entry.GO);
    assertThat(queue.enter(exchange(), 1)).isEqualTo(RequestQueue.Entry.WAIT);
  }

  @Test
  void cancelledRequestIsPassedOver() throws InterruptedException {
    Exchange first = exchange();
    Exchange second = exchange();
    Exchange third = exchange();
    queue.enter(first, 1);
    queue.enter(second, 1);
    queue.enter(third, 1);
    second.cancel();

    assertThat(queue.leave(first)).isSameAs(third);
    assertThat(queue.leave(second)).isNull();
    assertThat(queue.leave(third)).isNull();
    assertThat(queue.enter(exchange(), 1)).isEqualTo(RequestQueue.Entry.GO);
  }

  @Test
  void closedQueueTakesNothing() throws InterruptedException {
    Exchange first = exchange();
    queue.enter(first, 1);
    queue.enter(exchange(), 1);
    queue.close();

    assertThat(queue.enter(exchange(), 60_000)).isEqualTo(RequestQueue.Entry.CLOSED);
    assertThat(queue.leave(first)).isNull();
  }
}
