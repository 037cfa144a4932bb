package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.Comparison;
import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.compare.explain.Explanation;
import io.understudy.compare.identity.Counterpart.State;
import io.understudy.compare.identity.Id;
import io.understudy.compare.identity.Identities;
import io.understudy.compare.walk.Differ;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Generated ids pair one to one, through a whole run; a guessed pair is never bound. */
final class IdentityRuleTest {
  private static final UUID A = UUID.fromString("00000000-0000-0000-0000-00000000000a");
  private static final UUID B = UUID.fromString("00000000-0000-0000-0000-00000000000b");
  private static final UUID C = UUID.fromString("00000000-0000-0000-0000-00000000000c");

  private final Identities ids = Identities.empty();

  static final class Old {
    final long id;
    final String sku;

    Old(long id, String sku) {
      this.id = id;
      this.sku = sku;
    }
  }

  static final class New {
    final Object id;
    final String sku;

    New(Object id, String sku) {
      this.id = id;
      this.sku = sku;
    }
  }

  private Differ differ(String path) {
    return Differ.with(identity(path).build()).pairing(ids);
  }

  private static RulesBuilder identity(String path) {
    return Rules.builder().identity(PathPattern.parse(path), "order");
  }

  private @Nullable Object partner(long control) {
    Id id = ids.counterpart("order", id(control)).id();
    return id == null ? null : id.plain();
  }

  private static Id id(Object object) {
    Id id = Id.of(object);
    if (id == null) {
      throw new AssertionError(object);
    }
    return id;
  }

  @Test
  void pairsAreKeptThroughTheRun() {
    Differ differ = differ("/id");
    assertThat(differ.compare(new Old(1, "x"), new New(A, "x")).isEqual()).isTrue();
    assertThat(differ.compare(new Old(2, "x"), new New(B, "x")).isEqual()).isTrue();
    assertThat(differ.compare(new Old(1, "x"), new New(A.toString(), "x")).isEqual()).isTrue();
    Comparison mixedUp = differ.compare(new Old(1, "x"), new New(B, "x"));
    assertThat(mixedUp.differences()).hasSize(1);
    Difference difference = mixedUp.differences().get(0);
    assertThat(difference.signature()).isEqualTo("/id · VALUE");
    assertThat(difference.control()).isEqualTo(1L);
    assertThat(difference.candidate()).isEqualTo(B);
    assertThat(difference.reason()).isEqualTo("one of these ids stands for another");
    assertThat(difference.explanations()).containsExactly(Explanation.of("id of another"));
    assertThat(differ.compare(new Old(3, "x"), new New(A, "x")).isEqual()).isFalse();
  }

  /** The fast path for equal values must not apply: the id 5 of both sides need not be a pair. */
  @Test
  void equalIdsNeedNotBeAPair() {
    Differ differ = differ("/id");
    assertThat(differ.compare(new Old(5, "x"), new New(7L, "x")).isEqual()).isTrue();
    Comparison alike = differ.compare(new Old(5, "x"), new New(6L, "x"));
    assertThat(alike.differences().get(0).delta()).as("of ids").isNull();
    assertThat(differ.compare(new Old(5, "x"), new New(5L, "x")).isEqual()).isFalse();
    assertThat(differ.compare(new Old(7, "x"), new New(5L, "x")).isEqual()).isTrue();
    assertThat(differ.compare(new Old(8, "x"), new New(8L, "x")).isEqual()).isTrue();
  }

  @Test
  void idsOfOneComparisonAreOneToOneToo() {
    Differ alone = Differ.with(identity("/*").build());
    assertThat(alone.compare(Arrays.asList(1, 2, 1), Arrays.asList(A, B, A)).isEqual()).isTrue();
    Comparison twice = alone.compare(Arrays.asList(1, 2), Arrays.asList(A, A));
    assertThat(twice.isEqual()).isFalse();
    assertThat(twice.differences().get(0).reason())
        .isEqualTo("one of these ids stands for another in the same comparison");
    assertThat(alone.compare(Arrays.asList(1, 1), Arrays.asList(A, B)).isEqual()).isFalse();
  }

  @Test
  void resultThatDiffersElsewhereBindsItsIds() {
    assertThat(differ("/id").compare(new Old(1, "x"), new New(A, "y")).isEqual()).isFalse();
    assertThat(partner(1)).isEqualTo(A);
  }

  @Test
  void elementThatDiffersBindsNothing() {
    Comparison changed =
        differ("/*/id")
            .compare(
                Arrays.asList(new Old(1, "x"), new Old(2, "y"), new Old(3, "z")),
                Arrays.asList(new New(A, "p"), new New(B, "q"), new New(C, "z")));
    assertThat(changed.isEqual()).isFalse();
    assertThat(partner(1)).isNull();
    assertThat(partner(2)).isNull();
    assertThat(partner(3)).isEqualTo(C);
  }

  /** The list differs in its order, and the other parts still show which elements are pairs. */
  @Test
  void movedElementIsPairedWithItself() {
    Comparison moved =
        differ("/*/id")
            .compare(
                Arrays.asList(new Old(1, "x"), new Old(2, "y"), new Old(3, "z")),
                Arrays.asList(new New(B, "y"), new New(A, "x"), new New(C, "z")));
    assertThat(moved.isEqual()).isFalse();
    assertThat(Arrays.asList(A, null)).contains((UUID) partner(1));
    assertThat(Arrays.asList(B, null)).contains((UUID) partner(2));
  }

  @Test
  void contradictionDoesNotReplaceThePair() {
    Differ differ = differ("/id");
    differ.compare(new Old(1, "x"), new New(A, "x"));
    differ.compare(new Old(1, "x"), new New(B, "x"));
    assertThat(partner(1)).isEqualTo(A);
    assertThat(ids.controlOf("order", id(B))).isNull();
  }

  @Test
  void uniqueUnorderedElementsBindTheirIds() {
    Rules rules = identity("/*/id").unordered(PathPattern.parse("")).build();
    Differ differ = Differ.with(rules).pairing(ids);
    assertThat(
            differ
                .compare(
                    Arrays.asList(new Old(1, "x"), new Old(2, "y")),
                    Arrays.asList(new New(B, "y"), new New(A, "x")))
                .isEqual())
        .isTrue();
    assertThat(partner(1)).isEqualTo(A);
    assertThat(partner(2)).isEqualTo(B);
  }

  /** The elements are equal, but their pairs are a guess: no id is bound. */
  @Test
  void equalUnorderedElementsDoNotBindTheirIds() {
    Rules rules = identity("/*/id").unordered(PathPattern.parse("")).build();
    Differ differ = Differ.with(rules).pairing(ids);
    List<Object> mine = Arrays.asList(new Old(1, "x"), new Old(2, "x"));
    assertThat(differ.compare(mine, Arrays.asList(new New(B, "x"), new New(A, "x"))).isEqual())
        .isTrue();
    assertThat(ids.counterpart("order", id(1)).state()).isEqualTo(State.UNSEEN);
    assertThat(differ.compare(mine, Arrays.asList(new New(A, "x"), new New(A, "x"))).isEqual())
        .isFalse();
  }

  @Test
  void unorderedElementsWithPairedIdsArePaired() {
    Rules rules = identity("/*").unordered(PathPattern.parse("")).build();
    ids.bind("order", id(1), id(A));
    ids.bind("order", id(2), id(B));
    Differ differ = Differ.with(rules).pairing(ids);
    assertThat(differ.compare(Arrays.asList(1, 2), Arrays.asList(B, A)).isEqual()).isTrue();
    assertThat(differ.compare(Arrays.asList(1, 1), Arrays.asList(B, A)).isEqual()).isFalse();
    assertThat(differ.compare(Arrays.asList(1, 3), Arrays.asList(C, A)).isEqual()).isTrue();
    assertThat(partner(3)).isEqualTo(C);
  }

  @Test
  void thousandsOfUnorderedIdsArePairedInTime() {
    Rules rules = identity("/*/id").unordered(PathPattern.parse("")).build();
    List<Old> mine = new ArrayList<>();
    List<New> theirs = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      mine.add(new Old(i, "sku"));
      theirs.add(0, new New("n" + i, "sku"));
      ids.bind("order", id(i), id("n" + i));
    }
    assertThat(Differ.with(rules).pairing(ids).compare(mine, theirs).isEqual()).isTrue();
  }

  @Test
  void listsKeyedByAnIdArePairedByTheBoundPairs() {
    Rules rules = identity("/*/id").keyed(PathPattern.parse(""), "id").build();
    Differ differ = Differ.with(rules).pairing(ids);
    ids.bind("order", id(1), id(A));
    ids.bind("order", id(2), id(B));
    List<Object> mine = Arrays.asList(new Old(1, "x"), new Old(2, "y"), new Old(3, "z"));
    assertThat(
            differ
                .compare(mine, Arrays.asList(new New(C, "z"), new New(B, "y"), new New(A, "x")))
                .isEqual())
        .isTrue();
    assertThat(partner(3)).isEqualTo(C);
    Comparison wrong =
        differ.compare(mine, Arrays.asList(new New(C, "z"), new New(A, "y"), new New(B, "x")));
    assertThat(wrong.differences().get(0).path().toString()).isEqualTo("[id=1]/sku");
    assertThat(wrong.count()).isEqualTo(2);
  }

  @Test
  void forgottenIdCannotBeCompared() {
    Identities few = Identities.bounded(1, Long.MAX_VALUE);
    Differ differ = Differ.with(identity("/id").build()).pairing(few);
    differ.compare(new Old(1, "x"), new New(A, "x"));
    differ.compare(new Old(2, "x"), new New(B, "x"));
    Difference difference = differ.compare(new Old(1, "x"), new New(A, "x")).differences().get(0);
    assertThat(difference.kind()).isEqualTo(DifferenceKind.OPAQUE);
    assertThat(difference.reason()).isEqualTo("the pair of one of these ids was forgotten");
  }

  @Test
  void absentIdIsADifferenceAndOptionalsAreOpened() {
    Differ root = differ("");
    assertThat(root.compare(Optional.of(1L), A).isEqual()).isTrue();
    assertThat(root.compare(Optional.of(1L), B).isEqual()).isFalse();
    assertThat(root.compare(1L, null).isEqual()).isFalse();
    assertThat(root.compare(1L, Arrays.asList(A)).isEqual()).isFalse();
  }

  @Test
  void renamedIdIsFoundUnderItsOtherName() {
    Rules rules =
        identity("/sku").rename(PathPattern.parse("/sku"), PathPattern.parse("/id")).build();
    Comparison comparison =
        Differ.with(rules).pairing(ids).compare(new Old(0, "K-1"), new Renamed("n1"));
    assertThat(ids.counterpart("order", id("K-1")).id()).isEqualTo(id("n1"));
    assertThat(comparison.differences()).extracting(Difference::signature).hasSize(1);
  }

  static final class Renamed {
    final String id;

    Renamed(String id) {
      this.id = id;
    }
  }

  @Test
  void idsInArgumentsAfterTheCall() {
    Rules rules = identity("/arguments/0/id").arguments(true).build();
    Differ differ = Differ.with(rules).pairing(ids);
    Outcome control = Outcome.returned(null).withArguments(new Object[] {new Old(1, "x")});
    Outcome candidate = Outcome.returned(null).withArguments(new Object[] {new New(A, "x")});
    assertThat(differ.compare(control, candidate).isEqual()).isTrue();
    assertThat(partner(1)).isEqualTo(A);
  }

  @Test
  void ruleIsDescribedAndContradictionsAreRefused() {
    assertThat(identity("/id").build().describe()).contains("identity /id of order");
    assertThat(identity("/id").build().identity()).containsEntry(PathPattern.parse("/id"), "order");
    assertThatThrownBy(() -> identity("/id").identity(PathPattern.parse("/id"), "line"))
        .hasMessageContaining("contradictory");
    assertThatThrownBy(() -> identity("/id").ignore(PathPattern.parse("/id")).build())
        .hasMessageContaining("what is ignored is not compared");
    assertThatThrownBy(
            () ->
                identity("/id")
                    .tolerateAbsolute(PathPattern.parse("/id"), java.math.BigDecimal.ONE)
                    .build())
        .hasMessageContaining("ids are paired, not measured");
    assertThatThrownBy(() -> Rules.builder().identity(PathPattern.parse("/id"), "two words"))
        .hasMessageContaining("one word");
  }

  @Test
  void rulesOfTheControlAloneRenameNothing() {
    Rules rules =
        identity("/id")
            .rename(PathPattern.parse("/sku"), PathPattern.parse("/code"))
            .arguments(true)
            .build();
    assertThat(rules.ofControl().describe())
        .containsExactly("mode value", "identity /id of order", "arguments after the call");
  }
}
