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

  Deployments(Server server) {
    this.server = server;
  }

  /** All requests, by turns: the candidate of the other one would answer otherwise. */
  void askBoth() throws Exception {
    server.await("first", () -> server.answers("/first/"));
    for (String request : Requests.all()) {
      assertThat(server.answer("/first", request)).isEqualTo(Requests.expected(request));
      server.answer("/second", request);
    }
  }

  /** All requests to the second, once it is there anew with this price. */
  void askAgain(String price) throws Exception {
    server.await("redeployed", () -> isNow(price));
    for (String request : Requests.all()) {
      server.answer("/second", request);
    }
  }

  private boolean isNow(String price) {
    try {
      return server.get("/second/price.txt").equals(price) && server.answers("/second/");
    } catch (IOException meanwhile) {
      throw new UncheckedIOException(meanwhile);
    }
  }

  /** Waits until the classes of so many deployments have been unloaded. */
  void awaitUnloaded(int times) throws Exception {
    Unloaded.await(server, "com.acme.tariff.TariffService", times, "/second/");
  }
}
