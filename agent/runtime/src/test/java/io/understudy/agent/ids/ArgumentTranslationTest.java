package io.understudy.agent.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.compare.identity.Id;
import io.understudy.compare.identity.IdPaths;
import io.understudy.compare.rule.Rules;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ids in private copies are replaced: 1 becomes 11, 2 becomes 12, and 11 would become 21. */
final class ArgumentTranslationTest {
  private static final UUID UUID_OF_3 = UUID.fromString("00000000-0000-0000-0000-000000000003");

  static class Base {
    private final long orderId;

    Base(long orderId) {
      this.orderId = orderId;
    }
  }

  static final class Command extends Base {
    final List<Object> lines = new ArrayList<>();
    @Nullable Command next;
    @Nullable Object any;
    String text = "1";
    final AtomicLong counter = new AtomicLong(1);

    Command(long orderId) {
      super(orderId);
    }

    long orderId() {
      return super.orderId;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(super.orderId);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Command && ((Command) other).orderId() == orderId();
    }
  }

  private static @Nullable Object translated(@Nullable Object argument, String... paths)
      throws TranslationException {
    Map<PathPattern, String> identity = new LinkedHashMap<>();
    for (String path : paths) {
      identity.put(PathPattern.parse("/arguments/0" + path), "order");
    }
    Map<Id, Id> ids = new HashMap<>();
    ids.put(id(1), id(11));
    ids.put(id(2), id(12));
    ids.put(id(11), id(21));
    ids.put(id(3), id(UUID_OF_3));
    CallPoint point =
        new CallPoint(
            0,
            CallConfig.builder("p", Calls.ref(Object.class, "a"), Calls.ref(Object.class, "b"))
                .rules(Rules.none())
                .build(),
            new Ledger(0));
    @Nullable Object[] arguments = {argument};
    new ArgumentTranslation(Collections.singletonMap("order", ids))
        .translate(arguments, new PointIds(point, IdPaths.of(identity)));
    return arguments[0];
  }

  private static Id id(Object object) {
    Id id = Id.of(object);
    if (id == null) {
      throw new AssertionError(object);
    }
    return id;
  }

  @Test
  void scalarArgumentBecomesTheCandidatesId() throws TranslationException {
    assertThat(translated(1L, "")).isEqualTo(11);
    assertThat(translated("2", "")).isEqualTo(12);
    assertThat(translated(3L, "")).isEqualTo(UUID_OF_3);
    assertThat(translated(5L, "")).isEqualTo(5L);
    assertThat(translated(null, "")).isNull();
  }

  @Test
  void finalFieldOfASuperclass() throws TranslationException {
    Command command = new Command(1);
    assertThat(translated(command, "/orderId")).isSameAs(command);
    assertThat(command.orderId()).isEqualTo(11);
    assertThat(command.text).isEqualTo("1");
  }

  @Test
  void fieldKeepsItsType() throws TranslationException {
    Command command = new Command(5);
    assertThat(translated(command, "/text")).isSameAs(command);
    assertThat(command.text).isEqualTo("11");
  }

  @Test
  void fieldThatCannotHoldTheCandidatesIdIsRefused() {
    assertThatThrownBy(() -> translated(new Command(3), "/orderId"))
        .isInstanceOfSatisfying(
            TranslationException.class,
            e ->
                assertThat(e.reason())
                    .isEqualTo(
                        "the candidate has a java.util.UUID as id, where the arguments hold a"
                            + " long"));
  }

  @Test
  void listsArraysAndMaps() throws TranslationException {
    List<Object> list = new ArrayList<>(Arrays.<Object>asList(1L, "2", 7L, 3L));
    assertThat(translated(list, "/*")).isSameAs(list);
    assertThat(list).containsExactly(11L, "12", 7L, UUID_OF_3);
    long[] array = {2, 1, 5};
    assertThat(translated(array, "/*")).isSameAs(array);
    assertThat(array).containsExactly(12, 11, 5);
    Object[] objects = {1, "x"};
    translated(objects, "/0");
    assertThat(objects).containsExactly(11, "x");
    Map<String, Object> map = new TreeMap<>();
    map.put("a", 1);
    map.put("b", 1);
    assertThat(translated(map, "/a")).isSameAs(map);
    assertThat(map).containsEntry("a", 11).containsEntry("b", 1);
  }

  @Test
  void immutableHoldersAreBuiltAgain() throws TranslationException {
    assertThat(translated(Collections.unmodifiableList(Arrays.asList(1, 2)), "/*"))
        .isEqualTo(Arrays.asList(11, 12));
    assertThat(translated(Collections.singletonMap("a", 1), "/a"))
        .isEqualTo(Collections.singletonMap("a", 11));
    assertThat(translated(Collections.singleton(2), "/*")).isEqualTo(Collections.singleton(12));
    assertThat(translated(Optional.of(1), "")).isEqualTo(Optional.of(11));
    Command command = new Command(5);
    command.any = Collections.unmodifiableList(Arrays.asList(new Command(1)));
    translated(command, "/any/*/orderId");
    assertThat(((Command) ((List<?>) command.any).get(0)).orderId()).isEqualTo(11);
  }

  @Test
  void elementsOfSetsAreHashedWithTheirNewIds() throws TranslationException {
    Set<Object> set = new HashSet<>(Arrays.asList(new Command(1), new Command(2)));
    assertThat(translated(set, "/*/orderId")).isSameAs(set);
    assertThat(set).containsExactlyInAnyOrder(new Command(11), new Command(12));
    assertThat(set.contains(new Command(11))).isTrue();
  }

  /** 1 becomes 11, which must not become 21. */
  @Test
  void noPlaceIsTranslatedTwice() throws TranslationException {
    Command shared = new Command(1);
    List<Object> list = new ArrayList<>(Arrays.asList(shared, shared));
    translated(list, "/*/orderId");
    assertThat(shared.orderId()).isEqualTo(11);
    Command twoWays = new Command(1);
    Command outer = new Command(5);
    outer.any = twoWays;
    outer.next = twoWays;
    translated(outer, "/any/orderId", "/next/orderId");
    assertThat(twoWays.orderId()).isEqualTo(11);
  }

  @Test
  void cyclesEnd() throws TranslationException {
    Command command = new Command(1);
    command.next = command;
    command.lines.add(command);
    translated(command, "/**/orderId");
    assertThat(command.orderId()).isEqualTo(11);
  }

  /** An id inside an opaque JDK object cannot be replaced, so the candidate is not called. */
  @Test
  void unreachableIdIsRefused() {
    assertThatThrownBy(() -> translated(new AtomicReference<>(1), "/**"))
        .isInstanceOf(TranslationException.class);
    Command command = new Command(5);
    assertThatThrownBy(() -> translated(command, "/counter"))
        .isInstanceOf(TranslationException.class);
  }

  @Test
  void depthIsBounded() {
    Command deep = new Command(1);
    for (int i = 0; i < 1_000; i++) {
      Command above = new Command(5);
      above.next = deep;
      deep = above;
    }
    Command top = deep;
    assertThatThrownBy(() -> translated(top, "/**/orderId"))
        .isInstanceOfSatisfying(
            TranslationException.class, e -> assertThat(e.reason()).contains("256 levels"));
  }
}
