package io.understudy.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Two web applications of the same classes in one server, {@code /first} and {@code /second}, which
 * has another price.
 */
final class Deployments {
  private final Server server;
  private int times;

  Deployments(Server server) {
    this.server = server;
  }

  /**
   * Sends all requests to both in turn; the candidate of the other application would answer
   * differently.
   */
  void askBoth() throws Exception {
    server.await("first", () -> server.answers("/first/"));
    for (String request : Requests.all()) {
      assertThat(server.answer("/first", request)).isEqualTo(Requests.expected(request));
      server.answer("/second", request);
    }
    awaitFates(2);
  }

  private void awaitFates(int more) throws Exception {
    times += more;
    server.awaitFates("bill", times * Requests.BILLS);
    server.awaitFates("settle", times * Requests.SETTLEMENTS);
  }

  /** Sends all requests to the second, after its redeployment with this price. */
  void askAgain(String price) throws Exception {
    server.await("redeployed", () -> isNow(price));
    for (String request : Requests.all()) {
      server.answer("/second", request);
    }
    awaitFates(1);
  }

  private boolean isNow(String price) {
    try {
      return server.get("/second/price.txt").equals(price) && server.answers("/second/");
    } catch (IOException meanwhile) {
      throw new UncheckedIOException(meanwhile);
    }
  }

  /** Waits until the classes of the given number of deployments are unloaded. */
  void awaitUnloaded(int times) throws Exception {
    Unloaded.await(server, "com.acme.tariff.TariffService", times, "/second/");
  }
}
