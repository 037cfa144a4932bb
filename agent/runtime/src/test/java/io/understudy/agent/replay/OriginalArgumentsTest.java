package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.value.Bounds;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OriginalArgumentsTest {
  private static final PrivateCopies COPIES = PrivateCopies.of((live, meter) -> live.clone());

  private static final CallPoint POINT = Calls.point(Object.class, "a", Object.class, "b");

  @Test
  void immutableArgumentsNeedNoCopyOfTheArray() throws Uncapturable {
    Call call = Calls.call(POINT, "a", 1, null);
    assertThat(OriginalArguments.of(call, COPIES)).isSameAs(call.arguments());
    Call none = Calls.call(POINT);
    assertThat(OriginalArguments.of(none, COPIES)).isSameAs(none.arguments());
  }

  @Test
  void mutableArgumentIsFrozenAndTheOthersAreKept() throws Uncapturable {
    List<String> list = new ArrayList<>(Arrays.asList("x"));
    Call call = Calls.call(POINT, "a", list, null);
    @Nullable Object[] frozen = OriginalArguments.of(call, COPIES);
    String before = String.valueOf(frozen[1]);
    list.clear();
    assertThat(call.arguments()[1]).isSameAs(list);
    assertThat(frozen[0]).isEqualTo("a");
    assertThat(String.valueOf(frozen[1])).isEqualTo(before);
    assertThat(frozen[2]).isNull();
  }

  @Test
  void argumentBeyondTwiceTheBoundsIsRefused() {
    CallConfig config =
        CallConfig.builder("quote", Calls.ref(Object.class, "a"), Calls.ref(Object.class, "b"))
            .bounds(new Bounds(10, 1L << 20, 1_000_000_000L))
            .build();
    CallPoint point = new CallPoint(0, config, new Ledger(0));
    List<Object> large = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      large.add(new ArrayList<>());
    }
    assertThatThrownBy(() -> OriginalArguments.of(Calls.call(point, large), COPIES))
        .isInstanceOf(Uncapturable.class);
  }

  @Test
  void boundsAreTwiceThoseOfTheCaptureAndAtLeastOneSecond() {
    Bounds bounds = OriginalArguments.bounds(new Bounds(100, 1_000, 20_000_000));
    assertThat(bounds.nodes()).isEqualTo(200);
    assertThat(bounds.bytes()).isEqualTo(2_000);
    assertThat(bounds.nanos()).isEqualTo(1_000_000_000L);
  }

  @Test
  void boundsDoNotOverflow() {
    Bounds bounds =
        OriginalArguments.bounds(new Bounds(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
    assertThat(bounds.nodes()).isEqualTo(Integer.MAX_VALUE);
    assertThat(bounds.bytes()).isEqualTo(Long.MAX_VALUE);
    assertThat(bounds.nanos()).isEqualTo(Long.MAX_VALUE);
  }
}
