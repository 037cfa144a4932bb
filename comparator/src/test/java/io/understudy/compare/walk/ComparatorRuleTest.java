package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.rule.ComparatorResolver;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Colour;
import io.understudy.compare.walk.SampleTypes.Link;
import io.understudy.compare.walk.SampleTypes.Pair;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import io.understudy.value.view.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparatorRuleTest {
  private final List<@Nullable Object> shown = new ArrayList<>();

  private final ComparisonFixture showing =
      ComparisonFixture.under(
          Rules.builder()
              .comparator(
                  RuleScope.parse(""),
                  "showing",
                  (mine, theirs) -> {
                    shown.add(mine);
                    shown.add(theirs);
                    return true;
                  }));

  private Object shown(@Nullable Object control) {
    assertThat(showing.differences(control, "other")).isEmpty();
    return Objects.requireNonNull(shown.get(shown.size() - 2));
  }

  @Test
  void comparatorReceivesValuesOfTheJdk() {
    assertThat(shown(Colour.RED)).isEqualTo("RED");
    assertThat(shown(new StringBuilder("a"))).isEqualTo("a");
    assertThat(shown(new Date(0))).isEqualTo(Instant.EPOCH);
    assertThat(shown(new int[] {1, 2})).isEqualTo(Arrays.asList(1, 2));
    assertThat(shown(Optional.of(1))).isEqualTo(1);
    assertThat(shown(new Pair("a", new Box(1))))
        .isEqualTo(map("left", "a", "right", map("content", 1)));
    assertThat(showing.differences(null, "x")).isEmpty();
    assertThat(shown.get(shown.size() - 2)).isNull();
  }

  @Test
  void frozenObjectsGiveTheSameValues() throws Uncapturable {
    Object frozen = Freezer.freeze(new Box(list(1, "a")), new Meter(Bounds.DEFAULT));

    assertThat(shown(frozen)).isEqualTo(map("content", list(1, "a")));
  }

  @Test
  void receivedValuesCannotBeChanged() {
    List<Object> live = new ArrayList<>(Arrays.asList(1, new Box(2)));
    List<?> portrait = (List<?>) shown(live);

    assertThatThrownBy(portrait::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ((Map<?, ?>) portrait.get(1)).clear())
        .isInstanceOf(UnsupportedOperationException.class);
    live.clear();
    assertThat(portrait).hasSize(2);
  }

  @Test
  void cycleStaysACycle() {
    Link ring = new Link("a", null);
    ring.next = ring;

    Map<?, ?> portrait = (Map<?, ?>) shown(ring);

    assertThat(portrait.get("next")).isSameAs(portrait);
  }

  @Test
  void uncopyableValueIsOpaque() {
    Link deep = new Link("end", null);
    for (int i = 0; i < 10_000; i++) {
      deep = new Link(i, deep);
    }
    assertThat(showing.differences(deep, "x").get(0))
        .endsWith(
            "(the comparator showing cannot receive this value: it is deeper than 500 levels, or has"
                + " more than 100000 objects)");
    assertThat(showing.differences(list(Stream.of(1)), "x").get(0)).contains("OPAQUE");
    assertThat(shown).isEmpty();
  }

  private static ComparisonFixture by(BiPredicate<Object, Object> comparator) {
    return ComparisonFixture.under(
        Rules.builder().comparator(RuleScope.parse("/*"), "mine", comparator));
  }

  @Test
  void comparatorDecidesAlone() {
    assertThat(by((a, b) -> true).differences(list(1, new Box(2)), list("x", "y"))).isEmpty();
    assertThat(by((a, b) -> false).differences(list(1, 2), list(1, 2)))
        .containsExactly("/0 VALUE: 1 / 1", "/1 VALUE: 2 / 2");
    assertThat(by((a, b) -> false).differences(list((Object) null), list((Object) null))).isEmpty();
  }

  @Test
  void exceptionIsReportedByItsClass() {
    assertThat(
            by((a, b) -> {
                  throw new IllegalStateException("secret");
                })
                .differences(list(1), list(1)))
        .containsExactly(
            "/0 OPAQUE: 1 / 1 (the comparator mine threw java.lang.IllegalStateException)");
    assertThat(by(ComparatorRuleTest::endless).differences(list(1), list(1)).get(0))
        .contains("java.lang.StackOverflowError");
  }

  @SuppressWarnings("InfiniteRecursion")
  private static boolean endless(Object a, Object b) {
    return endless(a, b);
  }

  @Test
  void elementsWithoutOrderArePairedByTrials() {
    ComparisonFixture near =
        ComparisonFixture.under(
            Rules.builder()
                .unordered(RuleScope.parse(""))
                .comparator(
                    RuleScope.parse("/*"), "near", (a, b) -> Math.abs((int) a - (int) b) <= 1));

    // 2 may have 1 or 3, and 4 must have 3.
    assertThat(near.differences(list(2, 4), list(3, 1))).isEmpty();
    assertThat(near.differences(list(2, 4), list(1, 1))).isNotEmpty();
  }

  /** Loaded by its name. */
  public static final class SameLength implements BiPredicate<String, String> {
    @Override
    public boolean test(String a, String b) {
      return a.length() == b.length();
    }
  }

  @Test
  void comparatorByClassName() {
    Rules rules =
        Rules.builder().comparator(RuleScope.parse(""), SameLength.class.getName()).build();
    ComparatorResolver resolver = ComparatorResolver.of(ComparatorRuleTest.class.getClassLoader());
    Differ differ = Differ.with(rules, Views.standard(), resolver);

    assertThat(differ.compare("ab", "xy").isEqual()).isTrue();
    assertThat(differ.compare("ab", "xyz").isEqual()).isFalse();
    assertThat(Differ.with(rules).compare("ab", "xy").differences().get(0).reason())
        .isEqualTo(
            "the comparator "
                + SameLength.class.getName()
                + " is not found, or is not a BiPredicate with a public constructor");
  }

  @Test
  void classThatIsNotAComparator() {
    ComparatorResolver resolver = ComparatorResolver.of(ComparatorRuleTest.class.getClassLoader());

    assertThat(resolver.comparator("java.lang.Object")).isNull();
    assertThat(resolver.comparator("com.acme.None")).isNull();
    assertThat(resolver.comparator(SameLength.class.getName()))
        .isSameAs(resolver.comparator(SameLength.class.getName()));
  }
}
