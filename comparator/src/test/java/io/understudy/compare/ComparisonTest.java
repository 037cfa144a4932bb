package io.understudy.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.value.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Difference TOTAL =
      new Difference(Path.root().part("total"), DifferenceKind.VALUE, "a", "x");
  private static final Difference NAME =
      new Difference(Path.root().part("name"), DifferenceKind.MISSING, "Ada", null);

  private static Comparison different(long count, long accepted, Difference... listed) {
    return Comparison.different(Arrays.asList(listed), count, accepted);
  }

  @Test
  void equalOutcomes() {
    Comparison equal = Comparison.equal();

    assertThat(equal.isEqual()).isTrue();
    assertThat(equal.isAccepted()).isFalse();
    assertThat(equal.differences()).isEmpty();
    assertThat(equal.count()).isZero();
    assertThat(equal.acceptedCount()).isZero();
    assertThat(equal.report()).isEqualTo("equal");
    assertThat(equal).hasToString("equal");
  }

  @Test
  void acceptedOnlyWhereEveryDifferenceIs() {
    assertThat(different(2, 2, TOTAL, NAME).isAccepted()).isTrue();
    assertThat(different(2, 1, TOTAL, NAME).isAccepted()).isFalse();
    assertThat(different(2, 0, TOTAL, NAME).isAccepted()).isFalse();
    assertThat(different(2, 2, TOTAL, NAME).isEqual()).isFalse();
  }

  @Test
  void reportOfOneDifference() {
    assertThat(different(1, 0, TOTAL).report())
        .isEqualTo("1 difference between control and candidate:\n  /total VALUE: \"a\" / \"x\"");
  }

  @Test
  void reportOfSeveralDifferences() {
    assertThat(different(2, 0, TOTAL, NAME).report())
        .isEqualTo(
            "2 differences between control and candidate:\n"
                + "  /total VALUE: \"a\" / \"x\"\n"
                + "  /name MISSING: \"Ada\" / –");
  }

  @Test
  void reportStatesAcceptedAndUnlistedDifferences() {
    assertThat(different(100, 3, TOTAL).report())
        .isEqualTo(
            "100 differences, 3 of them accepted between control and candidate:\n"
                + "  /total VALUE: \"a\" / \"x\"\n"
                + "  and 99 more");
  }

  @Test
  void textStatesTheNumberAndTheListedDifferences() {
    assertThat(different(2, 1, TOTAL))
        .hasToString("2 differences, 1 of them accepted: [/total VALUE: \"a\" / \"x\"]");
    assertThat(different(1, 0, TOTAL)).hasToString("1 difference: [/total VALUE: \"a\" / \"x\"]");
  }

  @Test
  void assertionPassesWhereEverythingIsEqualOrAccepted() {
    assertThatCode(() -> Comparison.equal().assertEqual()).doesNotThrowAnyException();
    assertThatCode(() -> different(2, 2, TOTAL).assertEqual()).doesNotThrowAnyException();
  }

  @Test
  void assertionFailsWithTheReport() {
    Comparison comparison = different(2, 1, TOTAL);

    assertThatThrownBy(comparison::assertEqual)
        .isInstanceOf(AssertionError.class)
        .hasMessage(comparison.report());
  }

  @Test
  void listIsUnmodifiable() {
    List<Difference> listed = different(1, 0, TOTAL).differences();

    assertThatThrownBy(() -> listed.add(NAME)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> Comparison.equal().differences().add(NAME))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(Comparison.different(Collections.emptyList(), 7, 0).report())
        .endsWith("\n  and 7 more");
  }
}
