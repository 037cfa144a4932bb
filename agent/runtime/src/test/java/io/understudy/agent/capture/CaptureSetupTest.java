package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.GarbageCollection;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.weave.BridgeKeys;
import io.understudy.agent.weave.WeavingState;
import io.understudy.plays.Plays;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals before a class is loaded, and the weaving state afterwards. */
class CaptureSetupTest {
  @ParameterizedTest
  @CsvSource({
    "java.util.ArrayList, add, belongs to the JDK",
    "com.sun.net.httpserver.HttpServer, start, belongs to the JDK",
    "io.understudy.agent.capture.Capture, start, belongs to the agent itself",
    "com.acme.Pricing$$EnhancerBySpringCGLIB$$1a2b, quote, is generated at run time",
    "com.acme.$Proxy12, quote, is generated at run time",
    "com.acme.Pricing, <init>, is a constructor",
    "com.acme.Pricing, Pricing, is a constructor",
    "com.acme.Outer$Pricing, Pricing, is a constructor",
  })
  void refused(String className, String method, String because) {
    Capture capture = capture(className, method);
    List<String> said = new ArrayList<>();
    capture.drainNotices(n -> said.add(n.toString()));
    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("WARN p: " + className)
        .contains(because);
    assertThat(capture.weavingState(point(className, method)).refusal()).contains(because);
    assertThat(capture.weaver().looksInto(className)).isFalse();
  }

  @Test
  void unloadedClassesAreReported() throws Exception {
    CaptureHarness stage =
        new CaptureHarness()
            .point(Plays.Sorts.class, "none")
            .point(Plays.Recursion.class, "forever");
    Capture capture = stage.open();
    stage.load(Plays.Sorts.class);
    capture.noteUnloadedControls();
    assertThat(stage.notices())
        .filteredOn(n -> n.startsWith("WARN"))
        .singleElement()
        .asString()
        .contains("forever1: no call was intercepted, since no class ")
        .contains("Recursion was loaded until now");
  }

  @Test
  void noticesAreDrainedOnce() {
    Capture capture = capture("java.util.ArrayList", "add");
    capture.drainNotices(n -> assertThat(n.isWarning()).isTrue());
    capture.drainNotices(n -> assertThat(n).as("a second time").isNull());
  }

  @Test
  void weavingStateBeforeTheClassIsLoaded() {
    Capture capture = capture("com.acme.Pricing", "quote");
    WeavingState sighting = capture.weavingState(point("com.acme.Pricing", "quote"));
    assertThat(sighting.classes()).isZero();
    assertThat(sighting.refusal()).isNull();
    assertThat(sighting.location()).isNull();
    assertThat(capture.controlClasses().of(point("com.acme.Pricing", "quote"))).isNull();
  }

  @Test
  void wovenClassIsFoundWhileItsLoaderLives() throws Exception {
    CaptureHarness stage = new CaptureHarness().point(Plays.Sorts.class, "none");
    Capture capture = stage.open();
    Class<?> woven = stage.load(Plays.Sorts.class);
    CallPoint point = stage.points.get(0);
    assertThat(capture.controlClasses().of(point)).isSameAs(woven);
    assertThat(capture.weavingState(point).classes()).isEqualTo(1);
  }

  @Test
  void loaderOfAnUndeployedApplicationIsCollected() throws Exception {
    CaptureHarness stage = new CaptureHarness().point(Plays.Sorts.class, "none");
    Capture capture = stage.open();
    WeakReference<ClassLoader> loader = callOnce(stage);
    assertThat(stage.calls).hasSize(1);
    stage.calls.clear();
    GarbageCollection.awaitUntil(() -> loader.get() == null);
    assertThat(loader.get()).isNull();
    assertThat(capture.controlClasses().of(stage.points.get(0))).isNull();
  }

  private static WeakReference<ClassLoader> callOnce(CaptureHarness stage) throws Exception {
    Class<?> type = stage.load(Plays.Sorts.class);
    type.getMethod("none").invoke(type.getConstructor().newInstance());
    return new WeakReference<>(type.getClassLoader());
  }

  private static CallPoint point(String className, String method) {
    MethodRef ref = new MethodRef(className, method, null);
    return new CallPoint(0, CallConfig.builder("p", ref, ref).build(), new Ledger(0));
  }

  private static Capture capture(String className, String method) {
    return new Capture(
        BridgeKeys.KEY,
        Collections.singletonList(point(className, method)),
        (live, meter, later) -> live,
        new CallSink() {
          @Override
          public @Nullable String refusal() {
            return null;
          }

          @Override
          public void accept(Call call) {}
        },
        100,
        1L << 20);
  }
}
