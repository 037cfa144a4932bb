package io.understudy.compare.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.compare.rule.Rules;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.util.function.IntFunction;

/** Compares objects as they are and frozen, and checks whether their numbers are content. */
final class ContentAssertions {
  private static final Differ DIFFER = Differ.with(Rules.none());

  private ContentAssertions() {}

  static Comparison compare(Object control, Object candidate) {
    Comparison live = DIFFER.compare(control, candidate);
    Comparison frozen = DIFFER.compare(frozen(control), frozen(candidate));
    assertThat(frozen.isEqual()).isEqualTo(live.isEqual());
    return live;
  }

  private static Outcome frozen(Object live) {
    try {
      return Outcome.returned(Freezer.freezeLeniently(live, new Meter(Bounds.DEFAULT)));
    } catch (Uncapturable bound) {
      throw new AssertionError(bound);
    }
  }

  /** Objects of equal numbers are equal, and of different numbers differ. */
  static void assertContent(IntFunction<Object> make) {
    assertThat(compare(make.apply(1), make.apply(1)).differences()).isEmpty();
    Comparison other = compare(make.apply(1), make.apply(2));
    assertThat(other.isEqual()).isFalse();
    assertThat(other.differences().get(0).kind()).isNotEqualTo(DifferenceKind.OPAQUE);
  }

  /** Objects of different numbers are equal. */
  static void assertNoContent(IntFunction<Object> make) {
    assertThat(compare(make.apply(1), make.apply(2)).differences()).isEmpty();
  }

  /** Objects that may have content that cannot be read are not equal. */
  static void assertOpaque(IntFunction<Object> make) {
    assertThat(compare(make.apply(1), make.apply(1)).differences().get(0).kind())
        .isEqualTo(DifferenceKind.OPAQUE);
  }
}
