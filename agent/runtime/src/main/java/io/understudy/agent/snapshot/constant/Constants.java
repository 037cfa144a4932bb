package io.understudy.agent.snapshot.constant;

import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The constants that some static fields hold. Code may compare a constant by {@code ==}, so a copy
 * of it would mislead the candidate.
 *
 * <p>The fields are read when an object is looked up, until their class is initialised; then the
 * values of final fields are kept. A field that is not final, such as that of a lazy singleton, is
 * read each time. No class is initialised. Thread-safe.
 *
 * <p>The instance belongs to the plan of a class, and holds objects of that class and of its
 * supertypes' loaders only, which the static fields hold too. So it keeps no class loaded.
 */
public final class Constants {
  /** Elements of one constant array or collection that are constants too. */
  private static final int MAX_ELEMENTS = 1024;

  private static final int LOOKUPS_AT_FIRST = 256;
  private static final int LOOKUPS_BETWEEN = 64;

  /** What is known at one moment. Immutable. */
  private static final class Known {
    final Constant[] settled;
    final StaticField[] open;
    final PendingHolder[] pending;

    Known(List<Constant> settled, List<StaticField> open, List<PendingHolder> pending) {
      this.settled = settled.toArray(new Constant[0]);
      this.open = open.toArray(new StaticField[0]);
      this.pending = pending.toArray(new PendingHolder[0]);
    }
  }

  private final Function<Class<?>, List<StaticField>> fieldsOf;
  private final Predicate<Object> among;

  /** Racy: a lost count only moves the next look. */
  private int lookups;

  private final PlanSource plans;

  // Race: two threads may replace it; both results are right, and one of them stays.
  private volatile Known known;

  /**
   * Creates the constants of fields.
   *
   * @param pending classes that may be loaded later
   * @param fieldsOf finds the fields of such a class
   * @param among selects the values that matter
   * @param plans finds the plans of what the constants hold
   */
  Constants(
      List<StaticField> fields,
      List<PendingHolder> pending,
      Function<Class<?>, List<StaticField>> fieldsOf,
      Predicate<Object> among,
      PlanSource plans) {
    this.fieldsOf = fieldsOf;
    this.among = among;
    this.plans = plans;
    this.known = new Known(new ArrayList<>(), fields, pending);
    settle(known);
  }

  /** Whether there is no constant, and there cannot be one later. */
  boolean isEmpty() {
    Known now = known;
    return now.settled.length == 0 && now.open.length == 0 && now.pending.length == 0;
  }

  /**
   * Whether the object is a constant of which the candidate gets the object itself.
   *
   * @throws Uncapturable if it is a constant that can change
   */
  public boolean contain(Object live) throws Uncapturable {
    Constant constant = find(live);
    return constant != null && constant.isShared(plans);
  }

  private @Nullable Constant find(Object live) {
    Known now = known;
    if (now.pending.length > 0 && isTime()) {
      now = load(now);
    }
    if (now.open.length > 0) {
      now = settle(now);
    }
    for (Constant each : now.settled) {
      if (each.value == live) {
        return each;
      }
    }
    for (StaticField each : now.open) {
      if (each.read() == live) {
        return new Constant(live, each);
      }
    }
    return null;
  }

  /** Whether to look for classes that were not loaded: often at first, then rarely. */
  private boolean isTime() {
    int now = lookups++;
    return now < LOOKUPS_AT_FIRST || now % LOOKUPS_BETWEEN == 0;
  }

  /** Adds the fields of the classes that have been loaded meanwhile. */
  private Known load(Known before) {
    List<StaticField> open = new ArrayList<>(Arrays.asList(before.open));
    List<PendingHolder> pending = new ArrayList<>();
    for (PendingHolder each : before.pending) {
      Class<?> loaded = each.find();
      if (loaded == null) {
        pending.add(each);
      } else {
        open.addAll(fieldsOf.apply(loaded));
      }
    }
    if (pending.size() == before.pending.length) {
      return before;
    }
    Known after = new Known(Arrays.asList(before.settled), open, pending);
    known = after;
    return after;
  }

  /** Keeps the values of the final fields whose class is initialised now. */
  private Known settle(Known before) {
    List<StaticField> open = new ArrayList<>();
    List<Constant> settled = null;
    for (StaticField each : before.open) {
      if (!each.isSettled()) {
        open.add(each);
        continue;
      }
      if (settled == null) {
        settled = new ArrayList<>(Arrays.asList(before.settled));
      }
      addAll(each, settled);
    }
    if (settled == null) {
      return before;
    }
    Known after = new Known(settled, open, Arrays.asList(before.pending));
    known = after;
    return after;
  }

  /** Adds the value of a field, and what it holds, such as a list of all objects of a type. */
  private void addAll(StaticField field, List<Constant> to) {
    Object value = field.read();
    if (value == null) {
      return;
    }
    add(value, field, to);
    Collection<? extends @Nullable Object> contents =
        value instanceof Object[]
            ? Arrays.asList((@Nullable Object[]) value)
            : FixedContents.of(value);
    int room = MAX_ELEMENTS;
    for (Object element : contents == null ? Collections.emptyList() : contents) {
      if (element != null && room-- > 0 && !Origin.isJdk(element.getClass())) {
        add(element, field, to);
      }
    }
  }

  private void add(Object value, StaticField field, List<Constant> to) {
    if (among.test(value)) {
      to.add(new Constant(value, field));
    }
  }
}
