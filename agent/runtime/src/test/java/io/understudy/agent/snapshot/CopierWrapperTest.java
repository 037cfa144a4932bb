package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.value.Uncapturable;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Copies of wrappers and views of collections. */
class CopierWrapperTest {
  private static List<Date> dates() {
    return Arrays.asList(new Date(3), new Date(1), new Date(2));
  }

  private static <K, V> Map<K, V> map(K key, V value) {
    return Collections.singletonMap(key, value);
  }

  @Test
  void wrappersOfEveryKind() throws Uncapturable {
    List<Date> list = Copies.twin(Collections.unmodifiableList(new ArrayList<>(dates())));
    assertThatThrownBy(() -> list.add(new Date()))
        .isInstanceOf(UnsupportedOperationException.class);
    Copies.twin(Collections.unmodifiableList(new LinkedList<>(dates())));
    Copies.twin(Collections.unmodifiableSet(new LinkedHashSet<>(dates())));
    Copies.twin(Collections.unmodifiableSortedSet(new TreeSet<>(dates())));
    Copies.twin(Collections.unmodifiableNavigableMap(new TreeMap<>(map("k", new Date(1)))));
    Copies.twin(Collections.unmodifiableCollection(new ArrayList<>(dates())));
    Copies.twin(Collections.synchronizedList(new ArrayList<>(dates())));
    Copies.twin(Collections.synchronizedMap(new HashMap<>(map("k", new Date(1)))));
    Set<Date> byIdentity = Collections.newSetFromMap(new IdentityHashMap<>());
    byIdentity.add(new Date(1));
    Copies.twin(byIdentity);
    Copies.twin(Collections.asLifoQueue(new ArrayDeque<>(dates())));
    List<Date> checked = Copies.twin(Collections.checkedList(new ArrayList<>(dates()), Date.class));
    assertThatThrownBy(() -> ((List<Object>) (List<?>) checked).add("text"))
        .isInstanceOf(ClassCastException.class);
    Copies.twin(
        Collections.checkedMap(new HashMap<>(map("k", new Date(1))), String.class, Date.class));
    Copies.twin(Collections.checkedNavigableSet(new TreeSet<>(dates()), Date.class));
    Copies.twin(Collections.checkedQueue(new ArrayDeque<>(dates()), Date.class));
  }

  @Test
  void unmodifiableMapKeepsTheKindOfItsMap() throws Uncapturable {
    Map<String, Date> inside = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    inside.put("Key", new Date(1));
    Map<String, Date> copy = Copies.twin(Collections.unmodifiableMap(inside));
    assertThat(copy.get("KEY")).isEqualTo(new Date(1)).isNotSameAs(inside.get("key"));
  }

  @Test
  void wrapperAndWrappedListShareTheirCopy() throws Uncapturable {
    List<Object> inside = new ArrayList<>(dates());
    Object[] copy = Copies.of(new Object[] {inside, Collections.unmodifiableList(inside)});
    ((List<?>) copy[0]).remove(0);
    assertThat((List<?>) copy[1]).hasSize(2);
  }

  @Test
  void viewsBecomeIndependentCollections() throws Uncapturable {
    List<Date> list = new ArrayList<>(dates());
    assertThat(Copies.of(list.subList(1, 3))).containsExactly(new Date(1), new Date(2));
    assertThat(Copies.of(new HashMap<>(map("k", 1)).keySet())).containsExactly("k");
    assertThat(Copies.of(new HashMap<>(map("k", 1)).values())).containsExactly(1);
    assertThat(Copies.of(new HashMap<>(map("k", 1)).entrySet()))
        .containsExactly(new AbstractMap.SimpleEntry<>("k", 1));
  }

  @Test
  void changeDuringTheCopyIsRefused() {
    List<Object> live =
        new AbstractList<Object>() {
          @Override
          public Object get(int index) {
            modCount++;
            return new Date();
          }

          @Override
          public int size() {
            return 3;
          }
        };
    assertThat(Copies.refusal(Collections.unmodifiableList(live))).startsWith("copied");
  }
}
