package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
  @Test
  void boundsAreKept() {
    Bounds bounds = new Bounds(1, 2, 3_999);

    assertThat(bounds.nodes()).isEqualTo(1);
    assertThat(bounds.bytes()).isEqualTo(2);
    assertThat(bounds.nanos()).isEqualTo(3_999);
    assertThat(bounds).hasToString("1 node, 2 bytes, 3 us");
  }

  @Test
  void defaultBounds() {
    assertThat(Bounds.DEFAULT).hasToString("100000 nodes, 16777216 bytes, 20000 us");
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0", "-1, 1, 1", "1, -5, 1", "1, 1, -9"})
  void boundThatIsNotPositiveIsRejected(int nodes, long bytes, long nanos) {
    assertThatThrownBy(() -> new Bounds(nodes, bytes, nanos))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "bounds must be positive: "
                + CountText.of(nodes, "node")
                + ", "
                + CountText.of(bytes, "byte")
                + ", "
                + nanos
                + " ns");
  }
}
