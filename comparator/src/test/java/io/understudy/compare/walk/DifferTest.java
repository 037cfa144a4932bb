package io.understudy.compare.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Crate;
import io.understudy.compare.walk.SampleTypes.LegacyLine;
import io.understudy.compare.walk.SampleTypes.LegacyOrder;
import io.understudy.compare.walk.SampleTypes.Line;
import io.understudy.compare.walk.SampleTypes.Order;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferTest {
  private static List<String> differences(@Nullable Object control, @Nullable Object candidate) {
    return Differ.with(Rules.none()).compare(control, candidate).differences().stream()
        .map(DifferenceLines::of)
        .collect(Collectors.toList());
  }

  @Test
  void legacyBeanAgainstItsReplacement() {
    Instant placed = Instant.parse("2024-02-29T23:59:59.5Z");
    LegacyOrder control = new LegacyOrder("A1", Date.from(placed), new LegacyLine("X", "2.50", 3));
    Order candidate = new Order("A1", placed, new Line("X", "2.5", 3));

    assertThat(differences(control, candidate)).isEmpty();
  }

  @Test
  void differencesOfNestedParts() {
    LegacyOrder control =
        new LegacyOrder("A1", null, new LegacyLine("X", "2.50", 3), new LegacyLine("Y", "1", 1));
    control.notes.put("by", "phone");
    Order candidate = new Order("A2", null, new Line("X", "2.51", 3), new Line("Y", "1", 2));
    candidate.notes.put("at", "noon");

    assertThat(differences(control, candidate))
        .containsExactly(
            "/id VALUE: A1 / A2",
            "/lines/0/price VALUE: 2.50 / 2.51",
            "/lines/1/quantity VALUE: 1 / 2",
            "/notes/by MISSING: phone / null",
            "/notes/at EXTRA: null / noon");
  }

  @Test
  void partMissingAndPartExtra() {
    assertThat(differences(new Box(1), new Crate(1)))
        .containsExactly("/content MISSING: 1 / null", "/inside EXTRA: null / 1");
  }
}
