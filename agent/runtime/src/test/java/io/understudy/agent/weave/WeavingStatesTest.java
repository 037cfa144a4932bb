package io.understudy.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.GarbageCollection;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The state of a control from the first class that is woven to the collection of its loader. */
class WeavingStatesTest {
  private static final String NAME = WeavingStatesTest.class.getName();

  private final CallPoint point = point();
  private final PointNumbers numbers =
      PointNumbers.reserve(BridgeKeys.KEY, Collections.singletonList(point));
  private final NoticeQueue notices = new NoticeQueue();
  private final WeavingStates states = new WeavingStates();
  private final WovenClasses woven = new WovenClasses(1, numbers, new SiteTable(), states, notices);

  private static CallPoint point() {
    MethodRef control = new MethodRef(NAME, "quote", null);
    return new CallPoint(0, CallConfig.builder("quote", control, control).build(), new Ledger(0));
  }

  @Test
  void stateBeforeAnyClassIsLoaded() {
    WeavingState state = woven.weavingState(point);
    assertThat(state.classes()).isZero();
    assertThat(state.refusal()).isNull();
    assertThat(state.location()).isNull();
    assertThat(woven.of(point)).isNull();
  }

  @Test
  void lastWovenClassCounts() {
    woven.add(point, "com.acme.First", getClass().getClassLoader(), null);
    assertThat(woven.of(point)).as("its class does not exist").isNull();
    woven.add(point, NAME, getClass().getClassLoader(), getClass().getProtectionDomain());
    WeavingState state = woven.weavingState(point);
    assertThat(state.classes()).isEqualTo(2);
    assertThat(state.location())
        .isEqualTo(getClass().getProtectionDomain().getCodeSource().getLocation());
    assertThat(woven.of(point)).isSameAs(getClass());
    assertThat(woven.of(point)).as("cached").isSameAs(getClass());
  }

  @Test
  void refusalKeepsTheNumberOfClassesAndIsReportedOnce() {
    woven.add(point, NAME, getClass().getClassLoader(), null);
    woven.refused(point, "its class file is damaged");
    woven.refused(point, "its class file is damaged");
    assertThat(woven.weavingState(point).classes()).isEqualTo(1);
    assertThat(woven.weavingState(point).refusal()).isEqualTo("its class file is damaged");
    List<String> lines = new ArrayList<>();
    notices.drain(notice -> lines.add(notice.toString()));
    assertThat(lines).containsExactly("WARN quote: its class file is damaged");
  }

  @Test
  void classOfACollectedLoaderIsNotFound() {
    woven.add(point, NAME, new ClassLoader(getClass().getClassLoader()) {}, null);
    GarbageCollection.awaitUntil(() -> states.of(numbers.of(point)).loader() == null);
    assertThat(woven.of(point)).isNull();
    assertThat(woven.weavingState(point).classes()).isEqualTo(1);
  }

  @Test
  void forgottenPointStartsAgain() {
    woven.add(point, NAME, getClass().getClassLoader(), null);
    states.forget(numbers.of(point));
    assertThat(woven.weavingState(point).classes()).isZero();
  }
}
