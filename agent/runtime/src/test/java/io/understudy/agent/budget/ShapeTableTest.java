package io.understudy.agent.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShapeTableTest {
  private final ShapeTable table = new ShapeTable();

  /** Takes calls of two shapes for some periods; returns how many of each were taken. */
  private int[] run(int periods, int frequent, int rare, double wanted) {
    int[] taken = new int[2];
    for (int i = 0; i < periods; i++) {
      for (int j = 0; j < frequent; j++) {
        taken[0] += table.takes(1) ? 1 : 0;
      }
      for (int j = 0; j < rare; j++) {
        taken[1] += table.takes(2) ? 1 : 0;
      }
      table.turn(wanted);
    }
    return taken;
  }

  @Test
  void rareShapesAreTakenWhileFrequentOnesPay() {
    run(50, 1_000, 2, 50);
    int[] taken = run(100, 1_000, 2, 50);

    assertThat(taken[1]).isGreaterThan(190);
    assertThat(taken[0] + taken[1]).isBetween(4_500, 5_500);
  }

  @Test
  void allAreTakenIfTheyAreFew() {
    run(20, 10, 1, 50);

    assertThat(run(10, 10, 1, 50)).containsExactly(100, 10);
  }

  @Test
  void shapeThatBecomesFrequentIsCutOff() {
    run(50, 1_000, 0, 50);
    int taken = 0;
    for (int i = 0; i < 1_000; i++) {
      taken += table.takes(3) ? 1 : 0;
    }

    assertThat(taken).isBetween(50, 600);
  }

  @Test
  void shapeIsMadeOfClassesAndSizes() {
    assertThat(shape("abc")).isEqualTo(shape("xyz")).isNotEqualTo(shape("a long text"));
    assertThat(shape(5)).isEqualTo(shape(6)).isNotEqualTo(shape(500)).isNotEqualTo(shape(-5));
    assertThat(shape(TimeUnit.DAYS)).isNotEqualTo(shape(TimeUnit.HOURS));
    assertThat(shape(true)).isNotEqualTo(shape(false));
    assertThat(shape(new ArrayList<>(Arrays.asList(1, 2))))
        .isEqualTo(shape(new ArrayList<>(Arrays.asList(3, 4))))
        .isNotEqualTo(shape(new ArrayList<>()));
    assertThat(shape((Object) null)).isNotEqualTo(shape(1));
    assertThat(shape(new int[3])).isNotEqualTo(shape(new int[300]));
    assertThat(shape(BigDecimal.ONE)).isEqualTo(shape(BigDecimal.TEN));
  }

  /** A list of the application, whose methods must not run. */
  private static final class HostileList extends ArrayList<Object> {
    private static final long serialVersionUID = 1;

    @Override
    public int size() {
      throw new AssertionError();
    }
  }

  @Test
  void noMethodOfTheApplicationRuns() {
    assertThat(shape(new HostileList())).isNotEqualTo(shape(Collections.emptyList()));
  }

  private static int shape(@Nullable Object... arguments) {
    return ArgumentShape.of(arguments);
  }
}
