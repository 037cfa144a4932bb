package io.understudy.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.plays.Plays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Generations of weavers: numbers, states and notices over a reload. */
class ControlWeaverTest {
  private static final String SORTS = Plays.Sorts.class.getName();
  private static final String INTERNAL = SORTS.replace('.', '/');

  private static CallPoint point(int id, String name, String method) {
    MethodRef control = MethodRef.parse(method);
    return new CallPoint(id, CallConfig.builder(name, control, control).build(), new Ledger(0));
  }

  private static List<CallPoint> points(String... methods) {
    List<CallPoint> points = new ArrayList<>();
    for (String method : methods) {
      points.add(point(points.size(), method.substring(method.indexOf('#') + 1), method));
    }
    return points;
  }

  private static List<String> notices(ControlWeaver weaver) {
    List<String> lines = new ArrayList<>();
    weaver.drainNotices(notice -> lines.add(notice.toString()));
    return lines;
  }

  private byte @Nullable [] weave(ControlWeaver weaver) {
    return weaver.woven(getClass().getClassLoader(), INTERNAL, ClassBytes.of(SORTS));
  }

  @Test
  void pointsAreFoundByTheirNumbers() {
    List<CallPoint> points = points(SORTS + "#none", SORTS + "#half");
    ControlWeaver weaver = new ControlWeaver(BridgeKeys.KEY, points, null);
    assertThat(weaver.index(weaver.number(points.get(0)))).isZero();
    assertThat(weaver.index(weaver.number(points.get(1)))).isEqualTo(1);
    assertThat(weaver.index(-1)).isEqualTo(-1);
    assertThat(weaver.index(weaver.number(points.get(1)) + 1)).isEqualTo(-1);
    assertThat(weaver.site(1_000_000)).isNull();
  }

  @Test
  void unweavableControlsAreRefusedAtOnce() {
    List<CallPoint> points = points("java.util.ArrayList#add", SORTS + "#none");
    ControlWeaver weaver = new ControlWeaver(BridgeKeys.KEY, points, null);
    assertThat(weaver.weavingState(points.get(0)).refusal()).contains("belongs to the JDK");
    assertThat(weaver.weavingState(points.get(1)).refusal()).isNull();
    assertThat(weaver.looksInto("java.util.ArrayList")).isFalse();
    assertThat(weaver.looksInto(SORTS)).isTrue();
    assertThat(notices(weaver)).hasSize(1);
  }

  @Test
  void wovenClassHasASiteAndAState() {
    List<CallPoint> points = points(SORTS + "#none");
    ControlWeaver weaver = new ControlWeaver(BridgeKeys.KEY, points, null);
    assertThat(weave(weaver)).isNotNull();
    assertThat(weaver.weavingState(points.get(0)).classes()).isEqualTo(1);
    assertThat(weaver.site(0)).hasToString(SORTS + "#none()I");
    assertThat(weaver.controlClasses().of(points.get(0))).isSameAs(Plays.Sorts.class);
    assertThat(notices(weaver)).containsExactly("INFO none: woven into " + SORTS);
  }

  @Test
  void nextGenerationKeepsUnchangedPoints() {
    List<CallPoint> before = points(SORTS + "#none", SORTS + "#half");
    ControlWeaver first = new ControlWeaver(BridgeKeys.KEY, before, null);
    weave(first);
    List<CallPoint> after = points(SORTS + "#half", SORTS + "#sum");
    ControlWeaver second = new ControlWeaver(BridgeKeys.KEY, after, first);
    assertThat(second.number(after.get(0))).isEqualTo(first.number(before.get(1)));
    assertThat(second.weavingState(after.get(0)).classes()).isEqualTo(1);
    assertThat(second.weavingState(after.get(1)).classes()).isZero();
    assertThat(first.pointsNotIn(second)).containsExactly(before.get(0));
    assertThat(second.pointsNotIn(first)).containsExactly(after.get(1));
  }

  @Test
  void forgottenGenerationDropsTheStatesOfItsRemovedPoints() {
    List<CallPoint> before = points(SORTS + "#none", SORTS + "#half");
    ControlWeaver first = new ControlWeaver(BridgeKeys.KEY, before, null);
    weave(first);
    ControlWeaver second = new ControlWeaver(BridgeKeys.KEY, points(SORTS + "#half"), first);
    first.forget(second);
    assertThat(first.weavingState(before.get(0)).classes()).isZero();
    assertThat(first.weavingState(before.get(1)).classes()).isEqualTo(1);
  }

  @Test
  void unloadedControlsAreReported() {
    MethodRef control = MethodRef.parse("com.acme.Pricing#quote");
    CallConfig below =
        CallConfig.builder("below", control, control)
            .packages(Arrays.asList("com.acme", "org.acme"))
            .build();
    List<CallPoint> points =
        Arrays.asList(
            point(0, "exact", "com.acme.Old#quote"), new CallPoint(1, below, new Ledger(0)));
    ControlWeaver weaver = new ControlWeaver(BridgeKeys.KEY, points, null);
    weaver.noteUnloadedControls();
    assertThat(notices(weaver))
        .containsExactly(
            "WARN exact: no call was intercepted, since no class com.acme.Old was loaded until"
                + " now; is the name correct?",
            "WARN below: no call was intercepted, since no class in com.acme, org.acme that"
                + " implements com.acme.Pricing#quote was loaded until now; are the names correct?");
  }

  @Test
  void wovenControlsAreNotReportedAsUnloaded() {
    ControlWeaver weaver = new ControlWeaver(BridgeKeys.KEY, points(SORTS + "#none"), null);
    weave(weaver);
    notices(weaver);
    weaver.noteUnloadedControls();
    assertThat(notices(weaver)).isEmpty();
  }

  @Test
  void otherClassIsNotWoven() {
    ControlWeaver weaver = new ControlWeaver(BridgeKeys.KEY, points(SORTS + "#none"), null);
    assertThat(
            weaver.woven(
                getClass().getClassLoader(),
                "com/acme/Other",
                ClassBytes.of(ControlWeaverTest.class.getName())))
        .isNull();
    assertThat(weaver.woven(null, null, new byte[0])).as("a hidden class").isNull();
    assertThat(new ControlWeaver(BridgeKeys.KEY, Collections.emptyList(), null).looksInto(SORTS))
        .isFalse();
  }
}
