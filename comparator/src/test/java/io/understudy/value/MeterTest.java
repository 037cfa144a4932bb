package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MeterTest {
  @Test
  void textCountsTwoBytesPerCharacter() throws Uncapturable {
    Meter meter = new Meter(new Bounds(1, 8, 1));
    meter.text("four");
    assertThat(meter.bytes()).isEqualTo(8);
    assertThatThrownBy(() -> meter.text("5")).hasMessage("more than 8 bytes");
  }

  @Test
  void countsNodesAndBytes() throws Uncapturable {
    Meter meter = new Meter(Bounds.DEFAULT);
    meter.node(10);
    meter.nodes(2, 5);
    meter.bytes(1);
    assertThat(meter.nodes()).isEqualTo(3);
    assertThat(meter.bytes()).isEqualTo(16);
    assertThat(meter.nanos()).isZero();
  }

  @Test
  void boundsThemselvesAreAllowed() throws Uncapturable {
    Meter meter = new Meter(new Bounds(3, 10, 1));
    meter.nodes(3, 10);
    assertThatThrownBy(() -> meter.bytes(1)).hasMessage("more than 10 bytes");
    assertThatThrownBy(() -> new Meter(new Bounds(3, 10, 1)).nodes(4, 0))
        .isInstanceOf(Uncapturable.class)
        .hasMessage("more than 3 nodes");
    assertThatThrownBy(() -> new Meter(new Bounds(3, 10, 1)).node(11))
        .hasMessage("more than 10 bytes");
  }

  @Test
  void overflowOfTheNodeCountIsMoreThanTheBound() throws Uncapturable {
    Meter meter = new Meter(new Bounds(Integer.MAX_VALUE, Long.MAX_VALUE, 1));
    meter.nodes(Integer.MAX_VALUE, 0);
    assertThatThrownBy(() -> meter.node(0)).hasMessage("more than 2147483647 nodes");
  }

  @Test
  void affordChecksAndCountsNothing() throws Uncapturable {
    Meter meter = new Meter(new Bounds(5, 50, 1));
    meter.nodes(2, 20);

    meter.afford(3, 30);
    assertThatThrownBy(() -> meter.afford(4, 0)).hasMessage("more than 5 nodes");
    assertThatThrownBy(() -> meter.afford(0, 31)).hasMessage("more than 50 bytes");
    assertThatThrownBy(() -> meter.afford(Integer.MAX_VALUE, 0)).hasMessage("more than 5 nodes");
    assertThat(meter.nodes()).isEqualTo(2);
    assertThat(meter.bytes()).isEqualTo(20);
  }

  @Test
  void stoppedClockIsNotRead() throws Uncapturable {
    Meter meter = new Meter(new Bounds(1_000_000, 100, 1));
    assertThatCode(() -> meter.nodes(5000, 0)).doesNotThrowAnyException();

    meter.resume(System.nanoTime() - 1_000_000);
    meter.pause(System.nanoTime());
    assertThatCode(() -> meter.nodes(5000, 0)).doesNotThrowAnyException();
  }

  @Test
  void exceededTimeStopsTheCapture() {
    Meter meter = new Meter(new Bounds(1_000_000, 100, 1000));
    meter.resume(System.nanoTime() - 1_000_000);
    assertThatThrownBy(() -> meter.nodes(5000, 0))
        .hasMessage("more than 1 us on the calling thread");
  }

  @Test
  void timeBeforeAPauseCounts() {
    Meter meter = new Meter(new Bounds(1_000_000, 100, 60_000_000_000L));
    meter.resume(0);
    meter.pause(60_000_000_001L);
    meter.resume(System.nanoTime());
    assertThatThrownBy(() -> meter.nodes(5000, 0))
        .hasMessage("more than 60000000 us on the calling thread");
  }

  @Test
  void clockIsReadOncePer1024Nodes() throws Uncapturable {
    Meter meter = new Meter(new Bounds(1_000_000, 100, 1));
    meter.resume(System.nanoTime() - 1_000_000);
    for (int i = 1; i < 1024; i++) {
      meter.node(0);
    }
    assertThatThrownBy(() -> meter.node(0)).hasMessageEndingWith("on the calling thread");
    meter.nodes(1023, 0);
    assertThatThrownBy(() -> meter.node(0)).hasMessageEndingWith("on the calling thread");
  }

  @Test
  void clockAddsIntervals() {
    Meter meter = new Meter(Bounds.DEFAULT);
    meter.resume(100);
    meter.pause(130);
    meter.resume(1000);
    meter.pause(1005);
    assertThat(meter.nanos()).isEqualTo(35);
  }

  @Property(tries = 200)
  void nodesFailExactlyWhereAffordDoes(
      @ForAll @IntRange(min = 0, max = 60) int before,
      @ForAll @IntRange(min = 0, max = 60) int count,
      @ForAll @IntRange(min = 0, max = 60) int bytes)
      throws Uncapturable {
    Meter meter = new Meter(new Bounds(60, 60, 1));
    meter.nodes(before, before);
    boolean affordable = before + count <= 60 && before + bytes <= 60;

    assertThat(succeeds(() -> meter.afford(count, bytes))).isEqualTo(affordable);
    assertThat(succeeds(() -> meter.nodes(count, bytes))).isEqualTo(affordable);
  }

  private interface Step {
    void run() throws Uncapturable;
  }

  private static boolean succeeds(Step step) {
    try {
      step.run();
      return true;
    } catch (Uncapturable exceeded) {
      return false;
    }
  }
}
