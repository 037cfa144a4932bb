package io.understudy.compare.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.identity.Counterpart.State;
import io.understudy.compare.identity.Identities.Relation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Ids that two sides would pair differently, and the bounds of the tables. */
final class IdentityConflictTest {
  private final Identities ids = Identities.empty();

  /** Each row: the pairs that exist, the asked pair and its relation. */
  @Example
  void relationOfTwoIds() {
    bind("1", "a");
    bind("2", "b");
    ids.unpaired("order", id("3"));
    Object[][] rows = {
      {"1", "a", Relation.PAIRED},
      {"2", "b", Relation.PAIRED},
      {"1", "b", Relation.TAKEN},
      {"2", "a", Relation.TAKEN},
      {"1", "new", Relation.TAKEN},
      {"new", "a", Relation.TAKEN},
      {"3", "a", Relation.TAKEN},
      {"3", "new", Relation.FREE},
      {"new", "new", Relation.FREE},
      {"a", "1", Relation.FREE},
    };
    for (Object[] row : rows) {
      assertThat(relation(row[0], row[1])).as("%s and %s", row[0], row[1]).isEqualTo(row[2]);
    }
  }

  @Example
  void sameTextMayBelongToBothSides() {
    bind("1", "2");
    bind("2", "1");
    assertThat(relation("1", "2")).isEqualTo(Relation.PAIRED);
    assertThat(relation("2", "1")).isEqualTo(Relation.PAIRED);
    assertThat(relation("1", "1")).isEqualTo(Relation.TAKEN);
    assertThat(ids.counterpart("order", id("1")).id()).isEqualTo(id("2"));
    assertThat(ids.controlOf("order", id("1"))).isEqualTo(id("2"));
  }

  @Example
  void conflictingBindChangesNothing() {
    bind("1", "a");
    for (String[] pair : new String[][] {{"1", "b"}, {"2", "a"}, {"1", "a"}}) {
      bind(pair[0], pair[1]);
    }
    assertThat(ids.counterpart("order", id("1")).id()).isEqualTo(id("a"));
    assertThat(ids.controlOf("order", id("b"))).isNull();
    assertThat(state("2")).isEqualTo(State.UNSEEN);
  }

  @Example
  void unpairedIdCanBeBoundLaterButNotTheOtherWay() {
    ids.unpaired("order", id("1"));
    ids.unpaired("order", id("1"));
    assertThat(state("1")).isEqualTo(State.UNPAIRED);
    assertThat(ids.counterpart("order", id("1")).id()).isNull();
    bind("1", "a");
    assertThat(state("1")).isEqualTo(State.PAIRED);
    ids.unpaired("order", id("1"));
    assertThat(state("1")).isEqualTo(State.PAIRED);
  }

  /** A candidate id with the text of an unseen control id may belong to another control id. */
  @Example
  void unseenIdIsTakenIfItsTextBelongsToAnotherPair() {
    bind("1", "7");
    assertThat(state("7")).isEqualTo(State.TAKEN);
    bind("7", "9");
    assertThat(state("7")).isEqualTo(State.PAIRED);
    assertThat(ids.counterpart("order", id("7"))).hasToString("PAIRED");
    assertThat(ids.counterpart("order", id("8"))).hasToString("UNSEEN");
  }

  @Example
  void forgottenIdsCannotBeBoundAgain() {
    Identities one = Identities.bounded(1, Long.MAX_VALUE);
    one.bind("order", id("1"), id("a"));
    one.bind("order", id("2"), id("b"));
    one.bind("order", id("1"), id("a"));
    one.bind("order", id("1"), id("c"));
    one.bind("order", id("3"), id("a"));
    one.unpaired("order", id("1"));
    assertThat(one.counterpart("order", id("1")).state()).isEqualTo(State.FORGOTTEN);
    assertThat(one.controlOf("order", id("a"))).isNull();
    assertThat(one.counterpart("order", id("a")).state()).as("a was paired").isEqualTo(State.TAKEN);
    assertThat(one.counterpart("order", id("2")).state()).isEqualTo(State.PAIRED);
  }

  @Example
  void forgottenUnpairedIdIsRecognized() {
    Identities one = Identities.bounded(1, Long.MAX_VALUE);
    one.unpaired("order", id("1"));
    one.unpaired("order", id("2"));
    assertThat(one.counterpart("order", id("1")).state()).isEqualTo(State.FORGOTTEN);
    assertThat(one.relation("order", id("1"), id("a"))).isEqualTo(Relation.FORGOTTEN);
    assertThat(one.counterpart("order", id("2")).state()).isEqualTo(State.UNPAIRED);
    assertThat(one.relation("order", id("2"), id("a"))).isEqualTo(Relation.FREE);
  }

  /** One namespace fills the memory; the next pair of another namespace pushes out its own. */
  @Example
  void bytesOfOneNamespaceLeaveNoRoomForAnother() {
    Identities small = Identities.bounded(1_000, 600);
    small.bind("a", id("1"), id("x"));
    small.bind("b", id("1"), id("x"));
    assertThat(small.counterpart("a", id("1")).state()).isEqualTo(State.PAIRED);
    assertThat(small.counterpart("b", id("1")).state()).isEqualTo(State.FORGOTTEN);
  }

  @Example
  void rebindingAnUnpairedIdKeepsTheByteCount() {
    Identities small = Identities.bounded(1_000, 330);
    for (int i = 0; i < 100; i++) {
      small.unpaired("n" + i, id("1"));
      small.bind("n" + i, id("1"), id("x"));
    }
    assertThat(small.counterpart("n0", id("1")).state()).isEqualTo(State.PAIRED);
    assertThat(small.counterpart("n99", id("1")).state()).isEqualTo(State.FORGOTTEN);
  }

  @Example
  void boundOfNoPairsIsRefused() {
    assertThatThrownBy(() -> Identities.bounded(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at least one pair, not 0");
  }

  @Provide
  Arbitrary<List<int[]>> pairs() {
    Arbitrary<Integer> small = Arbitraries.integers().between(0, 9);
    return Combinators.combine(small, small).as((a, b) -> new int[] {a, b}).list().ofMaxSize(60);
  }

  /** Whatever is bound in whatever order, the pairs are one to one and the first one stays. */
  @Property(tries = 500)
  void pairsAreAlwaysOneToOne(@ForAll("pairs") List<int[]> bound) {
    Identities any = Identities.empty();
    Map<Integer, Integer> candidates = new HashMap<>();
    for (int[] pair : bound) {
      any.bind("order", id(pair[0]), id("c" + pair[1]));
      if (!candidates.containsKey(pair[0]) && !candidates.containsValue(pair[1])) {
        candidates.put(pair[0], pair[1]);
      }
    }
    for (int control = 0; control < 10; control++) {
      Integer candidate = candidates.get(control);
      Counterpart found = any.counterpart("order", id(control));
      assertThat(found.id()).isEqualTo(candidate == null ? null : id("c" + candidate));
      for (int other = 0; other < 10; other++) {
        Relation relation = any.relation("order", id(control), id("c" + other));
        boolean free = candidate == null && !candidates.containsValue(other);
        assertThat(relation)
            .isEqualTo(
                candidate != null && candidate == other
                    ? Relation.PAIRED
                    : free ? Relation.FREE : Relation.TAKEN);
      }
    }
  }

  private void bind(Object control, Object candidate) {
    ids.bind("order", id(control), id(candidate));
  }

  private Relation relation(Object control, Object candidate) {
    return ids.relation("order", id(control), id(candidate));
  }

  private State state(Object control) {
    return ids.counterpart("order", id(control)).state();
  }

  private static Id id(Object object) {
    return IdentitiesTest.id(object);
  }
}
