package io.understudy.compare.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.identity.Counterpart.State;
import io.understudy.compare.identity.Identities.Relation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IdentitiesTest {
  private final Identities ids = Identities.empty();

  static Id id(Object object) {
    Id id = Id.of(object);
    if (id == null) {
      throw new AssertionError(object + " is no id");
    }
    return id;
  }

  private Relation relation(Object control, Object candidate) {
    return ids.relation("order", id(control), id(candidate));
  }

  private State state(Object control) {
    return ids.counterpart("order", id(control)).state();
  }

  @Test
  void pairsAreOneToOneInBothDirections() {
    ids.bind("order", id(7), id("a"));
    assertThat(relation(7L, "a")).isEqualTo(Relation.PAIRED);
    assertThat(relation(7, "b")).isEqualTo(Relation.TAKEN);
    assertThat(relation(8, "a")).isEqualTo(Relation.TAKEN);
    assertThat(relation(8, "b")).isEqualTo(Relation.FREE);
    assertThat(ids.counterpart("order", id(7)).id()).isEqualTo(id("a"));
    assertThat(ids.controlOf("order", id("a"))).isEqualTo(id(7));
  }

  @Test
  void firstPairStays() {
    ids.bind("order", id(7), id("a"));
    ids.bind("order", id(7), id("b"));
    ids.bind("order", id(8), id("a"));
    assertThat(relation(7, "a")).isEqualTo(Relation.PAIRED);
    assertThat(relation(8, "b")).isEqualTo(Relation.FREE);
  }

  @Test
  void namespacesAreIndependent() {
    ids.bind("order", id(7), id("a"));
    assertThat(ids.relation("customer", id(7), id("b"))).isEqualTo(Relation.FREE);
    assertThat(ids.counterpart("customer", id(7)).state()).isEqualTo(State.UNSEEN);
  }

  @Test
  void idThatTheCandidateHasForAnotherIsTaken() {
    ids.bind("order", id(1001), id(1));
    assertThat(state(1)).isEqualTo(State.TAKEN);
    assertThat(state(2)).isEqualTo(State.UNSEEN);
  }

  @Test
  void idIsUnpairedUntilItIsBound() {
    ids.unpaired("order", id(7));
    assertThat(state(7)).isEqualTo(State.UNPAIRED);
    assertThat(relation(7, "a")).isEqualTo(Relation.FREE);
    ids.bind("order", id(7), id("a"));
    assertThat(state(7)).isEqualTo(State.PAIRED);
    ids.unpaired("order", id(7));
    assertThat(state(7)).isEqualTo(State.PAIRED);
  }

  @Test
  void leastRecentlyUsedPairsAreForgottenAndRecognized() {
    Identities few = Identities.bounded(3, Long.MAX_VALUE);
    for (int i = 1; i <= 3; i++) {
      few.bind("order", id(i), id("c" + i));
    }
    few.counterpart("order", id(1));
    few.bind("order", id(4), id("c4"));
    assertThat(few.counterpart("order", id(1)).state()).isEqualTo(State.PAIRED);
    assertThat(few.counterpart("order", id(2)).state()).isEqualTo(State.FORGOTTEN);
    assertThat(few.relation("order", id(2), id("c2"))).isEqualTo(Relation.FORGOTTEN);
    assertThat(few.relation("order", id(9), id("c2"))).isEqualTo(Relation.FORGOTTEN);
    assertThat(few.relation("order", id(9), id("c9"))).isEqualTo(Relation.FREE);
    few.bind("order", id(2), id("c2"));
    assertThat(few.counterpart("order", id(2)).state()).isEqualTo(State.FORGOTTEN);
    assertThat(few.counterpart("customer", id(2)).state()).isEqualTo(State.UNSEEN);
  }

  @Test
  void bytesAreBoundedOverAllNamespaces() {
    Identities small = Identities.bounded(1_000_000, 100_000);
    for (int i = 0; i < 10_000; i++) {
      small.bind("n" + i % 3, id(i), id("candidate " + i));
    }
    int known = 0;
    for (int i = 0; i < 10_000; i++) {
      known += small.counterpart("n" + i % 3, id(i)).state() == State.PAIRED ? 1 : 0;
    }
    assertThat(known).isBetween(100, 400);
    assertThat(small.counterpart("n0", id(0)).state()).isEqualTo(State.FORGOTTEN);
  }

  /** Every forgotten id is recognized; few other ids are reported as forgotten. */
  @Test
  void forgottenIdsAreAlwaysRecognized() {
    ForgottenIds forgotten = new ForgottenIds();
    for (int i = 0; i < 200_000; i++) {
      forgotten.add(id("order-" + i));
    }
    int wrong = 0;
    for (int i = 0; i < 200_000; i++) {
      assertThat(forgotten.mayContain(id("order-" + i))).isTrue();
      wrong += forgotten.mayContain(id("other-" + i)) ? 1 : 0;
    }
    assertThat(wrong).isLessThan(200);
  }

  @Test
  void threadsAgreeOnOnePartner() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      String prefix = "t" + t + "-";
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 5_000; i++) {
                  ids.bind("order", id(i), id(prefix + i));
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (int i = 0; i < 5_000; i++) {
      Id candidate = ids.counterpart("order", id(i)).id();
      assertThat(candidate).isNotNull();
      assertThat(ids.controlOf("order", candidate)).isEqualTo(id(i));
    }
  }
}
