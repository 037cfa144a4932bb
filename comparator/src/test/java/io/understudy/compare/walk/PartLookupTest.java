package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.rule.RenameRule;
import io.understudy.compare.rule.RuleNode;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Pair;
import io.understudy.value.PathPattern;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Parts found by their steps, and what renames move between parts. */
class PartLookupTest {
  private static @Nullable Object at(@Nullable Object from, String... steps) {
    return PartLookup.at(from, Arrays.asList(steps));
  }

  @Test
  void partsOfRecordsAndMaps() {
    assertThat(at(new Box("x"), "content")).isEqualTo("x");
    assertThat(at(new Box(null), "content")).isNull();
    assertThat(at(map("a", new Box(1)), "a", "content")).isEqualTo(1);
    assertThat(at(Collections.singletonMap(1, "x"), "1")).isEqualTo("x");
    assertThat(at("x")).isEqualTo("x");
  }

  @Test
  void partsThatDoNotExist() {
    assertThat(at(new Box("x"), "other")).isSameAs(PartLookup.ABSENT);
    assertThat(at(map("a", 1), "b")).isSameAs(PartLookup.ABSENT);
    assertThat(at(map("a", 1), "a", "b")).isSameAs(PartLookup.ABSENT);
    assertThat(at(list(1), "0")).isSameAs(PartLookup.ABSENT);
    assertThat(at(map(), "a", "b")).isSameAs(PartLookup.ABSENT);
  }

  @Test
  void partOfNullIsNull() {
    assertThat(at(null, "a")).isNull();
    assertThat(at(map("a", null), "a", "b", "c")).isNull();
  }

  @Test
  void optionalsStandForTheirContent() {
    assertThat(at(Optional.of(new Box("x")), "content")).isEqualTo("x");
    assertThat(at(Optional.of(Optional.of(map("a", 1))), "a")).isEqualTo(1);
    assertThat(at(Optional.empty(), "a")).isNull();
    assertThat(at(new Box(Optional.of(map("a", 1))), "content", "a")).isEqualTo(1);
  }

  @Test
  void entriesOfMapsAndRecords() {
    EntryList record = EntryList.of(new Pair(1, "x"));
    EntryList map = EntryList.of(Collections.singletonMap(2, "y"));

    assertThat(record.keys).containsExactly("left", "right");
    assertThat(record.values).containsExactly(1, "x");
    assertThat(map.keys).containsExactly(2);
    assertThat(map.label(0)).isEqualTo("2");
    assertThat(map.size()).isEqualTo(1);
    assertThat(map.keys(null, false, ComparisonMode.VALUE)).containsExactly(2);
    assertThat(EntryList.of(null).size()).isZero();
    assertThat(EntryList.of(list(1)).size()).isZero();
  }

  private static List<RenameRule> renames(String... paths) {
    io.understudy.compare.rule.RulesBuilder rules = Rules.builder();
    for (int i = 0; i < paths.length; i += 2) {
      rules.rename(PathPattern.parse(paths[i]), PathPattern.parse(paths[i + 1]));
    }
    RuleNode root = Objects.requireNonNull(rules.build().root());
    return root.renames;
  }

  @Test
  void noRenamesMoveNothing() {
    MovedParts moves = MovedParts.NONE.and(Collections.emptyList(), map("a", 1));

    assertThat(moves).isSameAs(MovedParts.NONE);
    assertThat(moves.isEmpty()).isTrue();
    assertThat(moves.at("a")).isNull();
    assertThat(moves.isTaken("a")).isFalse();
  }

  @Test
  void renamedPartMovesToTheControlsName() {
    MovedParts moves = MovedParts.NONE.and(renames("/a", "/b"), map("b", 7));

    assertThat(Objects.requireNonNull(moves.at("a")).value).isEqualTo(7);
    assertThat(moves.at("b")).isNull();
    assertThat(moves.isTaken("b")).isTrue();
    assertThat(moves.isTaken("a")).isFalse();
    assertThat(moves.isEmpty()).isFalse();
  }

  @Test
  void deeperPartsMoveWithTheirParents() {
    MovedParts moves = MovedParts.NONE.and(renames("/x/a", "/y/b"), map("y", map("b", 7, "c", 8)));

    assertThat(moves.at("x")).isNull();
    assertThat(moves.isTaken("y")).isFalse();
    assertThat(moves.takenBelow("y")).containsExactly(Collections.singletonList("b"));
    MovedParts below = moves.into("x", Collections.emptyList());
    assertThat(Objects.requireNonNull(below.at("a")).value).isEqualTo(7);
    assertThat(moves.into("z", Collections.emptyList()).isEmpty()).isTrue();
  }

  @Test
  void partTakenOutOfAMovedValueIsKnown() {
    MovedParts moves =
        MovedParts.NONE.and(renames("/a", "/n", "/b", "/n/b"), map("n", map("b", 1, "c", 2)));

    assertThat(Objects.requireNonNull(moves.at("a")).taken)
        .containsExactly(Collections.singletonList("b"));
    assertThat(Objects.requireNonNull(moves.at("b")).taken).isEmpty();
  }
}
