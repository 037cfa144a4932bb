package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MeterTest {
  @Test
  void textIsTwoBytesForEachCharacter() throws Uncapturable {
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
  }

  @Test
  void clockThatDoesNotRunIsNotRead() {
    Meter meter = new Meter(new Bounds(1_000_000, 100, 1));
    assertThatCode(() -> meter.nodes(5000, 0)).doesNotThrowAnyException();
  }

  @Test
  void clockThatHasRunOutStopsTheCapture() {
    Meter meter = new Meter(new Bounds(1_000_000, 100, 1000));
    meter.resume(System.nanoTime() - 1_000_000);
    assertThatThrownBy(() -> meter.nodes(5000, 0))
        .hasMessage("more than 1 us on the calling thread");
  }

  @Test
  void clockAddsUpOverPauses() {
    Meter meter = new Meter(Bounds.DEFAULT);
    meter.resume(100);
    meter.pause(130);
    meter.resume(1000);
    meter.pause(1005);
    assertThat(meter.nanos()).isEqualTo(35);
  }
}
