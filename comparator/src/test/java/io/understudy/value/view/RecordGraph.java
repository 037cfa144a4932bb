package io.understudy.value.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Random graphs of records in the collections of the JDK, with repeated objects, nulls, subclasses,
 * leaves that are exceptions, and cycles; the same for the same seed.
 */
final class RecordGraph {
  /** Only leaves, which tell most objects apart. */
  static class Line {
    @Nullable String sku;
    int quantity;
    @Nullable BigDecimal price;
    @Nullable LocalDate due;

    Line(int i) {
      sku = i % 7 == 0 ? null : "SKU-" + i;
      quantity = i;
      price = i % 5 == 0 ? null : BigDecimal.valueOf(i, 2);
      due = LocalDate.ofEpochDay(i % 3);
    }
  }

  /** A subclass with a part that is no leaf. */
  static final class Gift extends Line {
    final Date until;

    Gift(int i) {
      super(i);
      until = new Date(i);
    }
  }

  /** Only leaves, which are equal in all objects. */
  static final class Twin {
    final String same = "same";
    final double number = 1.5;
    final boolean flag = true;
  }

  /** Parts of any kind. */
  static final class Holder {
    final long id;
    @Nullable Object part;
    @Nullable Line line;
    List<Object> parts = new ArrayList<>();

    Holder(long id) {
      this.id = id;
    }
  }

  /** A leaf that is an exception: its class is not the declared one. */
  static final class Odd extends BigDecimal {
    private static final long serialVersionUID = 1;

    Odd(int i) {
      super(i);
    }
  }

  private final Random random;
  private final List<Object> made = new ArrayList<>();
  private final List<Holder> holders = new ArrayList<>();

  private RecordGraph(long seed) {
    random = new Random(seed);
  }

  /** A holder that refers to about {@code size} objects. */
  static Holder of(long seed, int size) {
    RecordGraph graph = new RecordGraph(seed);
    Holder root = new Holder(seed);
    for (int i = 0; i < size; i++) {
      graph.made.add(graph.next(i));
    }
    for (Holder holder : graph.holders) { // Forwards too, so that there are cycles.
      holder.part = graph.any();
      holder.parts.addAll(graph.some(graph.random.nextInt(6)));
    }
    root.parts = graph.made;
    root.part = graph.some(size);
    return root;
  }

  private @Nullable Object any() {
    return made.isEmpty() || random.nextInt(12) == 0 ? null : made.get(random.nextInt(made.size()));
  }

  private List<Object> some(int count) {
    List<Object> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(any());
    }
    return some;
  }

  /** Objects of mostly one class, some of them repeated. */
  private List<Object> run() {
    List<Object> run = new ArrayList<>();
    int sort = random.nextInt(4);
    for (int i = random.nextInt(40); i > 0; i--) {
      int choice = random.nextInt(20);
      Object repeated = run.isEmpty() ? null : run.get(random.nextInt(run.size()));
      run.add(
          choice == 0
              ? any()
              : choice < 4 && repeated != null ? repeated : record(sort, random.nextInt(1_000)));
    }
    return run;
  }

  private Object record(int sort, int i) {
    switch (sort) {
      case 0:
        return new Line(i);
      case 1:
        return new Gift(i);
      case 2:
        return new Twin();
      default:
        return holder(i);
    }
  }

  private Holder holder(int i) {
    Holder holder = new Holder(i);
    holder.line = new Line(i);
    if (random.nextInt(4) == 0) {
      holder.line.price = new Odd(i);
    }
    holders.add(holder);
    return holder;
  }

  private Object next(int i) {
    switch (random.nextInt(16)) {
      case 0:
      case 1:
        return run();
      case 2:
        return run().toArray();
      case 3:
        return keyed(new HashMap<>());
      case 4:
        return keyed(new LinkedHashMap<>());
      case 5:
        return keyed(new TreeMap<>());
      case 6:
        return new LinkedHashSet<>(run());
      case 7:
        return Arrays.asList(run().toArray());
      case 8:
        return new LinkedList<>(run());
      case 9:
        return notNull(new ArrayDeque<>());
      case 10:
        return Collections.unmodifiableList(run());
      case 11:
        return Optional.of(holder(i));
      case 12:
        return new Line[] {new Line(i), null, new Gift(i)};
      case 13:
        return "text" + i;
      default:
        return record(random.nextInt(4), i);
    }
  }

  private Map<String, Object> keyed(Map<String, Object> map) {
    for (Object each : run()) {
      map.put("key" + random.nextInt(1_000), each);
    }
    return map;
  }

  private Collection<Object> notNull(Collection<Object> to) {
    for (Object each : run()) {
      if (each != null) {
        to.add(each);
      }
    }
    return to;
  }
}
