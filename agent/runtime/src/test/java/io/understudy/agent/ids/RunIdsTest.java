package io.understudy.agent.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.config.CallConfig;
import io.understudy.compare.Outcome;
import io.understudy.compare.identity.Id;
import io.understudy.compare.identity.Identities;
import io.understudy.compare.rule.Rules;
import io.understudy.journal.Fate;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RunIdsTest {
  private final CallPoint create = point(0, "create", "/id", false);
  private final CallPoint read = point(1, "read", "/arguments/0", false);
  private final CallPoint find = point(2, "find", "/*", true);
  private final Identities identities = Identities.empty();
  private final RunIds ids = new RunIds(Arrays.asList(create, read, find), identities, 3);
  private final List<Call> passed = new ArrayList<>();
  private final CallSink sink =
      ids.before(
          new CallSink() {
            @Override
            public @Nullable String refusal() {
              return null;
            }

            @Override
            public void accept(Call call) {
              passed.add(call);
            }
          });

  static final class Order {
    final long id;

    Order(long id) {
      this.id = id;
    }
  }

  private static CallPoint point(int number, String name, String path, boolean idempotent) {
    Rules rules = Rules.builder().identity(PathPattern.parse(path), "order").build();
    CallConfig config =
        CallConfig.builder(name, Calls.ref(Order.class, name), Calls.ref(Object.class, name))
            .idempotent(idempotent)
            .rules(rules)
            .build();
    return new CallPoint(number, config, new Ledger(0));
  }

  private Call call(CallPoint point, @Nullable Object result, @Nullable Object... arguments) {
    LedgerPage page = point.ledger().page();
    page.intercepted();
    Call call = new Call(point, page, 0, arguments, Outcome.returned(result), 1, 100);
    sink.accept(call);
    return call;
  }

  private static Id id(Object object) {
    Id id = Id.of(object);
    if (id == null) {
      throw new AssertionError(object);
    }
    return id;
  }

  private @Nullable String refusal(Call call) {
    TranslationException refused =
        catchThrowableOfType(() -> ids.translate(call), TranslationException.class);
    return refused == null ? null : refused.reason();
  }

  @Test
  void pairedIdIsTranslatedInPlace() throws TranslationException {
    identities.bind("order", id(7), id("n7"));
    Call call = call(read, null, 7L);
    assertThat(ids.awaited(call)).isNull();
    assertThat(ids.translate(call)).isTrue();
    assertThat(call.arguments()).containsExactly("n7");
  }

  @Test
  void unseenIdIsNotTranslated() throws TranslationException {
    Call call = call(read, null, 7L);
    assertThat(ids.awaited(call)).isNull();
    assertThat(ids.translate(call)).isFalse();
    assertThat(call.arguments()).containsExactly(7L);
  }

  @Test
  void laterCallWaitsForTheVerdictOfTheCallThatCreatedItsId() {
    Call made = call(create, new Order(7));
    Call later = call(read, null, 7L);
    PendingIds awaited = ids.awaited(later);
    assertThat(awaited).isNotNull();
    assertThat(awaited.call()).isSameAs(later);
    assertThat(awaited.isAwaited()).isTrue();
    identities.bind("order", id(7), id("n7"));
    made.end(Fate.MATCHED, null);
    assertThat(awaited.isAwaited()).isFalse();
    assertThat(refusal(later)).isNull();
    assertThat(later.arguments()).containsExactly("n7");
  }

  @Test
  void idWithoutCounterpartIsRefused() {
    Call made = call(create, new Order(7));
    made.end(Fate.TIMED_OUT, null);
    ids.concluded(made);
    Call later = call(read, null, 7L);
    assertThat(ids.awaited(later)).isNull();
    assertThat(refusal(later))
        .isEqualTo(
            "an id (order) among the arguments was made by a call in which the candidate showed"
                + " none for it");
  }

  @Test
  void unreportedEndOfACallIsNoticed() {
    Call made = call(create, new Order(7));
    made.end(Fate.DROPPED, "queue full");
    Call later = call(read, null, 7L);
    assertThat(ids.awaited(later)).isNull();
    assertThat(refusal(later)).contains("showed none for it");
  }

  @Test
  void idThatTheCandidateUsesForAnotherObjectIsRefused() {
    identities.bind("order", id(1001), id(1));
    assertThat(refusal(call(read, null, 1L))).contains("means another with the candidate");
  }

  @Test
  void forgottenIdIsRefused() {
    Identities few = Identities.bounded(1, Long.MAX_VALUE);
    RunIds bounded = new RunIds(Arrays.asList(create, read, find), few, 3);
    few.bind("order", id(1), id("a"));
    few.bind("order", id(2), id("b"));
    Call call = call(read, null, 1L);
    assertThat(
            catchThrowableOfType(() -> bounded.translate(call), TranslationException.class)
                .reason())
        .contains("was forgotten, for want of room");
  }

  /** A call that was not compared may have created any unseen id. */
  @Test
  void unseenIdIsDoubtfulAfterAnUncomparedCall() {
    identities.bind("order", id(7), id("n7"));
    create.ledger().page().intercepted();
    create.ledger().page().ended(Fate.SAMPLED_OUT, null);
    assertThat(refusal(call(read, null, 8L)))
        .isEqualTo(
            "an id (order) among the arguments was never compared, and may have been made by a"
                + " call of create that was not compared either");
    assertThat(refusal(call(read, null, 7L))).isNull();
  }

  @Test
  void idempotentCallsCreateNoIds() {
    find.ledger().page().intercepted();
    find.ledger().page().ended(Fate.SAMPLED_OUT, null);
    call(find, Arrays.asList(8L)).end(Fate.MISMATCHED, null);
    assertThat(refusal(call(read, null, 8L))).isNull();
  }

  @Test
  void idInTheArgumentsWasNotCreatedByTheCall() {
    CallPoint update =
        new CallPoint(
            3,
            CallConfig.builder("update", Calls.ref(Order.class, "a"), Calls.ref(Order.class, "b"))
                .rules(
                    Rules.builder()
                        .identity(PathPattern.parse("/arguments/0"), "order")
                        .identity(PathPattern.parse("/id"), "order")
                        .build())
                .build(),
            new Ledger(0));
    RunIds all = new RunIds(Arrays.asList(create, read, find, update), identities, 3);
    CallSink to =
        all.before(
            new CallSink() {
              @Override
              public @Nullable String refusal() {
                return null;
              }

              @Override
              public void accept(Call call) {}
            });
    LedgerPage page = update.ledger().page();
    page.intercepted();
    Call call = new Call(update, page, 0, new Object[] {7L}, Outcome.returned(new Order(7)), 1, 1);
    to.accept(call);
    assertThat(all.awaited(call)).isNull();
    call.end(Fate.MISMATCHED, null);
    all.concluded(call);
    Call later = call(read, null, 7L);
    assertThat(catchThrowableOfType(() -> all.translate(later), TranslationException.class))
        .isNull();
  }

  /** Ids of calls beyond the bound are doubtful, so memory stays bounded. */
  @Test
  void registerIsBoundedAndOverflowIsDoubtful() {
    for (int i = 0; i < 5; i++) {
      call(create, new Order(i));
    }
    assertThat(passed).hasSize(5);
    assertThat(refusal(call(read, null, 4L))).contains("may have been made by a call of create");
  }

  @Test
  void registerRemovesCallsWithVerdicts() {
    for (int i = 0; i < 100; i++) {
      Call made = call(create, new Order(i));
      identities.bind("order", id(i), id("n" + i));
      made.end(Fate.MATCHED, null);
      ids.concluded(made);
    }
    assertThat(refusal(call(read, null, 500L))).isNull();
  }
}
