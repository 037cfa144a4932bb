package io.understudy.compare.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ForwardingCollection;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.Multimap;
import com.google.common.collect.TreeMultiset;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.compare.rule.Rules;
import io.understudy.value.Bounds;
import io.understudy.value.JdkFields;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import io.understudy.value.view.StandardShapes;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Queue;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.collections4.bag.HashBag;
import org.apache.commons.collections4.bag.UnmodifiableBag;
import org.apache.commons.collections4.collection.UnmodifiableCollection;
import org.apache.commons.collections4.map.LinkedMap;
import org.apache.commons.collections4.multiset.HashMultiSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of collections that are no lists: of what they read from. */
class CollectionOrderTest {
  /** Two keys that fall into one bucket, so that a hash table keeps the order of insertion. */
  private static final List<String> COLLIDING = Arrays.asList("Aa", "BB");

  private static Map<String, String> filled(Map<String, String> map, boolean reversed) {
    List<String> keys = new ArrayList<>(COLLIDING);
    if (reversed) {
      Collections.reverse(keys);
    }
    keys.forEach(key -> map.put(key, key));
    return map;
  }

  /** Whether the collection inside a wrapper can be read, as the agent reads it. */
  private static final boolean READABLE = JdkFields.isOpen(Collections.class);

  // The wrapper of a Hashtable's values does not tell its order by its methods.
  private static List<Supplier<Map<String, String>>> hashTables() {
    List<Supplier<Map<String, String>>> tables = new ArrayList<>();
    tables.add(HashMap::new);
    tables.add(ConcurrentHashMap::new);
    tables.add(WeakHashMap::new);
    if (READABLE) {
      tables.add(Hashtable::new);
    }
    return tables;
  }

  private static List<Function<Map<String, String>, Collection<?>>> views() {
    return Arrays.asList(
        Map::values,
        map -> Collections.unmodifiableCollection(map.values()),
        map -> Collections.synchronizedCollection(map.values()),
        map -> Collections.checkedCollection(map.values(), String.class),
        map -> Collections.unmodifiableMap(map).values(),
        map -> Collections.synchronizedMap(map).values(),
        map -> Collections.checkedMap(map, String.class, String.class).values(),
        map -> Collections.unmodifiableCollection(Collections.unmodifiableMap(map).values()),
        map -> UnmodifiableCollection.unmodifiableCollection(map.values()),
        map -> new Forwarding(map.values()),
        map -> new Values(map),
        Map::keySet,
        Map::entrySet,
        map -> Collections.unmodifiableMap(map).keySet(),
        map -> Collections.unmodifiableMap(map).entrySet(),
        map -> Collections.synchronizedMap(map).entrySet(),
        map -> Collections.checkedMap(map, String.class, String.class).entrySet());
  }

  private static List<Object[]> unordered() {
    List<Object[]> pairs = new ArrayList<>();
    for (Supplier<Map<String, String>> table : hashTables()) {
      for (Function<Map<String, String>, Collection<?>> view : views()) {
        pairs.add(
            new Object[] {
              view.apply(filled(table.get(), false)), view.apply(filled(table.get(), true))
            });
      }
    }
    List<String> reversed = Arrays.asList("BB", "Aa");
    pairs.add(new Object[] {new HashBag<>(COLLIDING), new HashBag<>(reversed)});
    pairs.add(new Object[] {HashMultiset.create(COLLIDING), HashMultiset.create(reversed)});
    pairs.add(new Object[] {new HashMultiSet<>(COLLIDING), new HashMultiSet<>(reversed)});
    pairs.add(
        new Object[] {
          UnmodifiableBag.unmodifiableBag(new HashBag<>(COLLIDING)),
          UnmodifiableBag.unmodifiableBag(new HashBag<>(reversed))
        });
    if (READABLE) {
      pairs.add(
          new Object[] {
            Collections.unmodifiableCollection(new HashBag<>(COLLIDING)),
            Collections.unmodifiableCollection(new HashBag<>(reversed))
          });
    }
    pairs.add(new Object[] {multimap(false).values(), multimap(true).values()});
    pairs.add(
        new Object[] {
          HashMultimap.create(multimap(false)).values(),
          HashMultimap.create(multimap(true)).values()
        });
    pairs.add(new Object[] {heap(1, 2, 3), heap(1, 3, 2)});
    pairs.add(
        new Object[] {
          Collections.unmodifiableCollection(heap(1, 2, 3)),
          Collections.unmodifiableCollection(heap(1, 3, 2))
        });
    return pairs;
  }

  private static Multimap<String, String> multimap(boolean reversed) {
    Multimap<String, String> map = ArrayListMultimap.create();
    filled(new LinkedHashMap<>(), reversed).forEach(map::put);
    return map;
  }

  private static Queue<Integer> heap(Integer... numbers) {
    Queue<Integer> heap = new PriorityQueue<>();
    Collections.addAll(heap, numbers);
    return heap;
  }

  @ParameterizedTest
  @MethodSource("unordered")
  void orderOfAHashTableDoesNotCount(Collection<?> control, Collection<?> candidate)
      throws Uncapturable {
    Differ value = Differ.with(Rules.none());
    assertThat(value.compare(control, candidate).differences())
        .as(control.getClass().getName())
        .isEmpty();
    assertThat(value.compare(frozen(control), frozen(candidate)).differences()).isEmpty();
    assertThat(value.compare(control, Collections.singletonList("c")).isEqual()).isFalse();
  }

  private static Outcome frozen(Object live) throws Uncapturable {
    return Outcome.returned(Freezer.freezeLeniently(live, new Meter(Bounds.DEFAULT)));
  }

  private static List<Collection<?>> ordered() {
    List<Collection<?>> ordered = new ArrayList<>();
    for (Map<String, String> map :
        Arrays.asList(
            filled(new LinkedHashMap<>(), true),
            filled(new TreeMap<>(), true),
            filled(new ConcurrentSkipListMap<>(), true),
            new TreeMap<>(filled(new HashMap<>(), true)).descendingMap(),
            new TreeMap<>(filled(new HashMap<>(), true)).tailMap("A"),
            filled(new LinkedMap<>(), true))) {
      ordered.add(map.values());
      ordered.add(Collections.unmodifiableCollection(map.values()));
      ordered.add(Collections.synchronizedMap(map).values());
      ordered.add(new Forwarding(map.values()));
      ordered.add(new Values(map));
    }
    ordered.add(LinkedListMultimap.create(multimap(true)).values());
    ordered.add(Collections.unmodifiableCollection(Arrays.asList("a", "b")));
    ordered.add(new Forwarding(Arrays.asList("a", "b")));
    ordered.add(Collections.asLifoQueue(new java.util.ArrayDeque<>(COLLIDING)));
    return ordered;
  }

  @ParameterizedTest
  @MethodSource("ordered")
  void orderOfAnOrderedSourceCounts(Collection<?> collection) throws Uncapturable {
    assertThat(StandardShapes.of(collection).kind()).isEqualTo(Kind.LIST);
    List<Object> reversed = new ArrayList<>(collection);
    Collections.reverse(reversed);
    Differ differ = Differ.with(Rules.none());
    assertThat(differ.compare(collection, new ArrayList<>(collection)).isEqual()).isTrue();
    assertThat(differ.compare(collection, reversed).differences().get(0).kind())
        .isEqualTo(DifferenceKind.ORDER);
    assertThat(differ.compare(frozen(collection), Outcome.returned(reversed)).isEqual()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("bags")
  void bagEqualsAListInAnyOrderInValueModeOnly(Collection<?> bag) throws Uncapturable {
    Differ value = Differ.with(Rules.none());
    Differ exact = Differ.with(Rules.builder().mode(ComparisonMode.EXACT).build());
    List<Object> list = new ArrayList<>(bag);
    Collections.reverse(list);
    List<Object> longer = new ArrayList<>(list);
    longer.add(list.get(0));
    assertThat(value.compare(bag, list).differences()).isEmpty();
    assertThat(value.compare(list, bag).differences()).isEmpty();
    assertThat(value.compare(frozen(bag), frozen(list.toArray())).differences()).isEmpty();
    assertThat(value.compare(bag, longer).differences().get(0).kind())
        .isEqualTo(DifferenceKind.EXTRA);
    assertThat(value.compare(bag, new HashSet<>(list)).isEqual()).isTrue();
    assertThat(exact.compare(bag, list).differences().get(0).kind()).isEqualTo(DifferenceKind.TYPE);
  }

  private static List<Collection<?>> bags() {
    Map<String, String> identity = new IdentityHashMap<>();
    Properties properties = new Properties();
    properties.put("Aa", "Aa");
    properties.put("BB", "BB");
    return Arrays.asList(
        filled(new HashMap<>(), false).values(),
        filled(new ConcurrentHashMap<>(), false).values(),
        filled(identity, false).values(),
        properties.values(),
        filled(new Hashtable<>(), false).values(),
        heap(3, 1, 2),
        TreeMultiset.create(COLLIDING),
        new HashBag<>(COLLIDING));
  }

  private static final class Forwarding extends ForwardingCollection<Object> {
    private final Collection<?> source;

    Forwarding(Collection<?> source) {
      this.source = source;
    }

    @Override
    @SuppressWarnings("unchecked")
    protected Collection<Object> delegate() {
      return (Collection<Object>) source;
    }
  }

  private static final class Values extends AbstractCollection<Object> {
    private final Collection<String> source;

    Values(Map<String, String> source) {
      this.source = source.values();
    }

    @Override
    public Iterator<Object> iterator() {
      return new ArrayList<Object>(source).iterator();
    }

    @Override
    public int size() {
      return source.size();
    }
  }
}
