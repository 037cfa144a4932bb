package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CopyCompletion;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where copied keys are found: by contents, by identity, and not at all if they are stale. */
class KeyPlacesTest {
  /** A key by identity. */
  static final class Plain {
    int number;

    Plain(int number) {
      this.number = number;
    }
  }

  /** A key whose hash code depends on the identity of a part, as that of many records does. */
  static final class Wrapping {
    static int hashed;
    final Plain part;
    @Nullable String name = "name";

    Wrapping(Plain part) {
      this.part = part;
    }

    @Override
    public int hashCode() {
      hashed++;
      return 31 * part.hashCode() + Objects.requireNonNull(name).hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Wrapping
          && ((Wrapping) other).part == part
          && Objects.equals(((Wrapping) other).name, name);
    }
  }

  /** A key of mutable contents, none of which has a hash code by identity. */
  static final class Listing {
    static int hashed;
    final List<Object> parts = new ArrayList<>();

    Listing(Object... parts) {
      this.parts.addAll(Arrays.asList(parts));
    }

    @Override
    public int hashCode() {
      hashed++;
      return parts.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Listing && ((Listing) other).parts.equals(parts);
    }
  }

  private final List<CopyCompletion> later = new ArrayList<>();

  @SuppressWarnings("unchecked")
  private <T> T copy(T live) throws Uncapturable {
    later.clear();
    Object[] copies = new Copier().copy(new Object[] {live}, new Meter(Bounds.DEFAULT), later::add);
    return (T) Objects.requireNonNull(copies[0]);
  }

  private void complete() throws Uncapturable {
    for (CopyCompletion completion : later) {
      completion.complete();
    }
  }

  static Stream<Map<Object, Object>> maps() {
    return Stream.of(
        new HashMap<>(),
        new LinkedHashMap<>(),
        new Hashtable<>(),
        new ConcurrentHashMap<>(),
        new WeakHashMap<>(),
        new IdentityHashMap<>());
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("maps")
  void keysByIdentityAreFoundAtOnce(Map<Object, Object> live) throws Uncapturable {
    List<Object> kept = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      kept.add(new Plain(i));
      live.put(kept.get(i), i);
      live.put("text " + i, i);
    }
    Map<Object, Object> copy = copy(live);
    assertThat(copy).hasSize(100);
    for (Object key : new ArrayList<>(copy.keySet())) {
      if (key instanceof Plain) {
        assertThat(copy.get(key)).isEqualTo(((Plain) key).number);
        assertThat(copy.remove(key)).isEqualTo(((Plain) key).number);
      }
    }
    assertThat(copy).hasSize(50);
    assertThat(live.get(kept.get(3))).isEqualTo(3);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("maps")
  void keysWithAPartByIdentityAreFoundAfterTheCompletion(Map<Object, Object> live)
      throws Uncapturable {
    List<Object> kept = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Object key = new Wrapping(new Plain(i));
      kept.add(key);
      live.put(key, i);
    }
    Wrapping.hashed = 0;
    Map<Object, Object> copy = copy(live);
    assertThat(Wrapping.hashed).isZero();
    complete();
    for (Object key : new ArrayList<>(copy.keySet())) {
      assertThat(copy.get(key)).isEqualTo(((Wrapping) key).part.number);
    }
    assertThat(kept).hasSize(20);
  }

  /** Overrides the hash code with the inherited one. */
  static final class Super {
    static int hashed;
    int number;

    Super(int number) {
      this.number = number;
    }

    @Override
    public int hashCode() {
      hashed++;
      return super.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("maps")
  void keysThatCallTheInheritedHashCodeAreFound(Map<Object, Object> live) throws Uncapturable {
    List<Object> kept = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      kept.add(new Super(i));
      live.put(kept.get(i), i);
    }
    Super.hashed = 0;
    Map<Object, Object> copy = copy(live);
    assertThat(Super.hashed).isZero();
    for (Object key : new ArrayList<>(copy.keySet())) {
      assertThat(copy.get(key)).isEqualTo(((Super) key).number);
    }
    assertThat(kept).hasSize(20);
  }

  @Test
  void keysWithoutAPartByIdentityAreNeverHashed() throws Uncapturable {
    Map<Object, Object> live = new HashMap<>();
    live.put(new Listing("a", 1, Arrays.asList("b", new java.util.Date(1))), 1);
    live.put(new Listing(new HashSet<>(Arrays.asList(1, 2)), java.util.Optional.of("x")), 2);
    Listing.hashed = 0;
    Map<Object, Object> copy = copy(live);
    complete();
    assertThat(Listing.hashed).isZero();
    assertThat(copy).isEqualTo(live);
  }

  @Test
  void staleKeysStayStale() throws Uncapturable {
    Map<Object, Object> live = new HashMap<>();
    Listing listing = new Listing("a");
    Wrapping wrapping = new Wrapping(new Plain(1));
    Wrapping fresh = new Wrapping(new Plain(2));
    live.put(listing, 1);
    live.put(fresh, 3);
    listing.parts.add("b");
    Map<Object, Object> copy = copy(live);
    complete();
    for (Object key : new ArrayList<>(copy.keySet())) {
      assertThat(copy.containsKey(key)).isEqualTo(live.containsKey(original(key, live)));
    }
    assertThat(wrapping).isNotNull();
  }

  /** A key whose hash code does not depend on its part by identity, though it has one. */
  static final class Named {
    final Plain part = new Plain(1);
    String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Named && ((Named) other).name.equals(name);
    }
  }

  @Test
  void staleKeyWithAnUnusedPartByIdentityStaysStale() throws Uncapturable {
    Map<Object, Object> live = new HashMap<>();
    Named key = new Named("a");
    live.put(key, 1);
    live.put(new Named("c"), 2);
    key.name = "b";
    assertThat(live.containsKey(key)).isFalse();
    Map<Object, Object> copy = copy(live);
    complete();
    assertThat(copy.containsKey(new Named("b"))).isFalse();
    assertThat(copy.containsKey(new Named("c"))).isTrue();
    assertThat(copy).hasSize(2);
  }

  private static Object original(Object copy, Map<Object, Object> live) {
    for (Object key : live.keySet()) {
      if (key.getClass() == copy.getClass()) {
        return key;
      }
    }
    throw new AssertionError();
  }

  @Test
  void setsFindTheirElements() throws Uncapturable {
    for (Collection<Object> live :
        Arrays.<Collection<Object>>asList(
            new HashSet<>(), new LinkedHashSet<>(), ConcurrentHashMap.newKeySet())) {
      for (int i = 0; i < 20; i++) {
        live.add(new Plain(i));
        live.add(new Wrapping(new Plain(i)));
        live.add(new Object[] {i});
        live.add(Collections.singletonList(new Plain(i)));
      }
      Collection<Object> copy = copy(live);
      complete();
      assertThat(copy).hasSize(80);
      for (Object element : new ArrayList<>(copy)) {
        assertThat(copy.contains(element)).as(element.toString()).isTrue();
      }
    }
  }

  @Test
  void immutableSetsAndMapsFindTheirKeys() throws Exception {
    Object[] elements = new Object[20];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = i % 2 == 0 ? new Plain(i) : new Wrapping(new Plain(i));
    }
    Set<?> set;
    try {
      set = (Set<?>) Set.class.getMethod("of", Object[].class).invoke(null, (Object) elements);
    } catch (NoSuchMethodException java8) {
      return;
    }
    Set<?> copy = copy(set);
    complete();
    for (Object element : copy) {
      assertThat(copy.contains(element)).isTrue();
    }
    Map<Object, Object> map = new HashMap<>();
    set.forEach(element -> map.put(element, element));
    Map<?, ?> fixed;
    try {
      fixed = (Map<?, ?>) Map.class.getMethod("copyOf", Map.class).invoke(null, map);
    } catch (NoSuchMethodException java9) {
      return;
    }
    Map<?, ?> copied = copy(fixed);
    complete();
    for (Object key : copied.keySet()) {
      assertThat((Object) copied.get(key)).isSameAs(key);
    }
  }

  @Test
  void hashCodeThatThrowsOnThePoolIsAReason() throws Uncapturable {
    Map<Object, Object> live = new HashMap<>();
    Wrapping key = new Wrapping(new Plain(1));
    live.put(key, 1);
    key.name = null;
    copy(live);
    String reason = "";
    try {
      complete();
    } catch (Uncapturable thrown) {
      reason = thrown.reason();
    }
    assertThat(reason)
        .isEqualTo("copying " + Wrapping.class.getName() + " threw java.lang.NullPointerException");
  }
}
