package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static io.understudy.value.PathPattern.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceListener;
import io.understudy.compare.accept.Acceptance;
import io.understudy.compare.accept.AcceptanceCondition;
import io.understudy.compare.accept.Acceptances;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Link;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An acceptance covers differences at its paths only, also where objects occur several times. */
class AcceptedPairsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

  private static Comparison accepting(
      Differ differ, String path, @Nullable Object control, @Nullable Object candidate) {
    AcceptanceCondition where = AcceptanceCondition.builder().path(parse(path)).build();
    Acceptance acceptance = Acceptance.of("A-1", where, "agreed", "team", DAY);
    return differ.compare(
        control, candidate, Acceptances.of(Collections.singletonList(acceptance)).on(DAY));
  }

  private static boolean isAccepted(String path, Object control, Object candidate) {
    return accepting(Differ.with(Rules.none()), path, control, candidate).isAccepted();
  }

  /** One object as two parts. */
  private static Map<String, Object> twice(Object value) {
    Map<String, Object> shared = map("v", value);
    return map("a", shared, "b", shared);
  }

  private static Object nested(int levels, Object content) {
    Object nested = content;
    for (int i = 0; i < levels; i++) {
      nested = Collections.singletonList(nested);
    }
    return nested;
  }

  private static String below(int levels, String path) {
    return String.join("", Collections.nCopies(levels, "/*")) + path;
  }

  @Test
  void sharedPartInNestedLists() {
    for (int levels : new int[] {0, 1, 23, 24, 30, 39, 40, 41, 100}) {
      Object control = nested(levels, twice("x"));
      Object candidate = nested(levels, twice("y"));

      assertThat(isAccepted(below(levels, "/a/v"), control, candidate)).isFalse();
      assertThat(isAccepted(below(levels, "/b/v"), control, candidate)).isFalse();
      assertThat(isAccepted(below(levels, "/*/v"), control, candidate)).isTrue();
      assertThat(isAccepted("/**/v", control, candidate)).isTrue();
    }
  }

  @Test
  void sharedPartAfterManyBeans() {
    List<Object> control = new ArrayList<>();
    List<Object> candidate = new ArrayList<>();
    for (int i = 0; i < 25_000; i++) {
      control.add(new Box(i));
      candidate.add(new Box(i));
    }
    control.add(twice("x"));
    candidate.add(twice("y"));

    assertThat(isAccepted("/*/a/v", control, candidate)).isFalse();
    assertThat(isAccepted("/25000/*/v", control, candidate)).isTrue();
  }

  @Test
  void ringBelowTheAcceptedPlace() {
    Link control = new Link(1, null);
    control.next = control;
    Link candidate = new Link(2, null);
    candidate.next = candidate;

    assertThat(isAccepted("/value", control, candidate)).isFalse();
    assertThat(isAccepted("/**/value", control, candidate)).isTrue();
  }

  @Test
  void deepRing() {
    assertThat(isAccepted("/**/value", ring(1), ring(2))).isTrue();
    assertThat(isAccepted("/next/value", ring(1), ring(2))).isFalse();
  }

  private static Link ring(Object value) {
    Link first = new Link(value, null);
    Link ring = first;
    for (int i = 0; i < 1_000; i++) {
      ring = new Link(0, ring);
    }
    first.next = ring;
    return first;
  }

  @Test
  void elementOfASetThatOccursElsewhere() {
    Box mine = new Box("x");
    Box theirs = new Box("y");
    Object control = nested(30, map("one", mine, "set", new LinkedHashSet<>(list(mine, 1, 2))));
    Object candidate =
        nested(30, map("one", theirs, "set", new LinkedHashSet<>(list(theirs, 1, 2))));

    assertThat(isAccepted(below(30, "/one/content"), control, candidate)).isFalse();
    assertThat(isAccepted(below(30, "/set/*/content"), control, candidate)).isFalse();
  }

  @Test
  void unorderedElementThatOccursElsewhere() {
    Differ unordered = Differ.with(Rules.builder().unordered(parse("/**/list")).build());
    List<Object> mine = list(new Box(list(1, "x")), new Box(list(1, "z")));
    List<Object> theirs = list(new Box(list(1, "y")), new Box(list(1, "z")));
    Object control = map("one", mine.get(0), "list", list(mine.get(1), mine.get(0), mine.get(0)));
    Object candidate =
        map("one", theirs.get(0), "list", list(theirs.get(0), theirs.get(0), theirs.get(1)));

    assertThat(accepting(unordered, "/one/content/1", control, candidate).isAccepted()).isFalse();
  }

  @Test
  void sharedPartsAreNotExponentialWhereAllIsAccepted() {
    Object control = map("v", 1);
    Object candidate = map("v", 2);
    for (int i = 0; i < 100; i++) {
      control = map("a", control, "b", control);
      candidate = map("a", candidate, "b", candidate);
    }

    assertThat(isAccepted("/**/v", control, candidate)).isTrue();
    assertThat(isAccepted("/**/b/v", control, candidate)).isFalse();
  }

  @Test
  void listenerThatDecidesByPath() {
    Object control = nested(30, twice("x"));
    Object candidate = nested(30, twice("y"));
    Comparison comparison = Differ.with(Rules.none()).compare(control, candidate, new OnlyBelowA());

    assertThat(comparison.isAccepted()).isFalse();
    assertThat(comparison.count()).isEqualTo(2);
  }

  private static final class OnlyBelowA implements DifferenceListener {
    @Override
    public @Nullable String acceptanceIdOf(Difference difference) {
      return difference.path().toString().endsWith("/a/v") ? "A-1" : null;
    }

    @Override
    public @Nullable Object mark() {
      return null;
    }

    @Override
    public void rollBack(@Nullable Object since) {}
  }

  @Test
  void deepDifferenceIsAccepted() {
    Object control = map("v", 1);
    Object candidate = map("v", 2);
    for (int i = 0; i < 50_000; i++) {
      control = new Box(control);
      candidate = new Box(candidate);
    }

    assertThat(isAccepted("/**/v", control, candidate)).isTrue();
  }

  @Test
  void endOfTheStepsIsNeverAccepted() {
    AcceptanceCondition where =
        AcceptanceCondition.builder()
            .path(parse("/**/*"))
            .kind(io.understudy.compare.DifferenceKind.values())
            .build();
    Acceptance acceptance = Acceptance.of("A-1", where, "agreed", "team", DAY);
    Comparison comparison =
        Differ.with(Rules.none())
            .bounded(100)
            .compare(
                list(new Box(1), nested(50, 1)),
                list(new Box(2), nested(50, 2)),
                Acceptances.of(Collections.singletonList(acceptance)).on(DAY));

    assertThat(comparison.isAccepted()).isFalse();
    assertThat(comparison.differences().get(0).reason())
        .isEqualTo("the comparison takes more than 100 steps");
  }
}
