package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.rig.Sources;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Compiles classes, loads them through the weaver and runs the method that calls them. */
abstract class ImplementorsFixture {
  static final String PRICING =
      "package com.acme; public interface Pricing { String quote(String sku);"
          + " default String both(String sku) { return quote(sku) + quote(sku); }"
          + " static String of(String sku) { return sku; } }";
  static final String PLAIN =
      "package com.acme; public class Plain implements Pricing {"
          + " public String quote(String sku) { return sku + 1; } }";
  static final String REPOSITORY =
      "package com.acme; public interface Repository<T> { T save(T one); }";
  static final String ORDER = "package com.acme; public class Order {}";
  static final String ORDERS =
      "package com.acme; public interface Orders extends Repository<Order> {}";

  @TempDir Path directory;

  final CaptureHarness stage = new CaptureHarness();

  @AfterEach
  final void noFailureEscapesTheBridge() {
    assertThat(Capture.escapedFailures()).isZero();
  }

  static String main(String body) {
    return "package com.acme; public class Main { public static String main() throws Exception { "
        + body
        + " } }";
  }

  /** Compiles, loads through the weaver, and runs {@code com.acme.Main#main}. */
  final @Nullable Object run(String... sources) throws Exception {
    Path classes = Sources.compile(directory, 17, "", sources);
    URLClassLoader loader = stage.deploy(classes, getClass().getClassLoader());
    Method main = loader.loadClass("com.acme.Main").getMethod("main");
    return main.invoke(null);
  }

  final List<Object> results() {
    List<Object> results = new ArrayList<>();
    for (Call call : stage.calls) {
      results.add(Objects.requireNonNull(call.control().value()));
    }
    return results;
  }

  final String argument(int call) {
    Object argument = stage.calls.get(call).arguments()[0];
    return argument == null ? "null" : argument.getClass().getName();
  }
}
