package io.understudy.agent.order;

import io.understudy.agent.classfile.GeneratedNames;
import io.understudy.agent.config.OrderConfig;
import io.understudy.value.InstanceFields;
import io.understudy.value.Origin;
import io.understudy.value.RemovableClassValue;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Unlocked;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key of a call from a live argument or receiver, on the calling thread: fields of
 * objects, elements of arrays and lists, values of maps. Runs no code outside of the JDK, and
 * changes nothing. Immutable and thread-safe.
 */
final class KeyReader {
  /** The most elements or entries that are passed on the way to a part. */
  private static final int MOST_ELEMENTS = 1_000;

  private static final RemovableClassValue<Map<String, MethodHandle>> FIELDS =
      new RemovableClassValue<Map<String, MethodHandle>>() {
        @Override
        protected Map<String, MethodHandle> compute(Class<?> type) {
          return getters(type);
        }
      };

  private final String key;
  private final String[] steps;

  /** The steps as indexes; -1 for those that are none. */
  private final int[] indexes;

  KeyReader(OrderConfig config) {
    this.key = config.key();
    this.steps = config.steps().toArray(new String[0]);
    this.indexes = new int[steps.length];
    for (int i = 0; i < steps.length; i++) {
      indexes[i] = steps[i].matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(steps[i]) : -1;
    }
  }

  /**
   * Reads the key.
   *
   * @param root the argument or the receiver
   * @throws Uncapturable if there is no leaf at the place, or it cannot be read; the reason names
   *     the key and classes, never values
   */
  Object read(@Nullable Object root) throws Uncapturable {
    try {
      Object at = plain(root);
      for (int i = 0; i < steps.length; i++) {
        at = plain(part(at, steps[i], indexes[i]));
      }
      return KeyValue.of(at);
    } catch (Uncapturable e) {
      throw new Uncapturable(describe(e.reason()));
    } catch (RuntimeException changed) {
      // Such as a list that another thread changes.
      throw new Uncapturable(describe("cannot be read: " + changed.getClass().getName()));
    }
  }

  private String describe(String reason) {
    return "the order key " + key + " " + reason;
  }

  private static @Nullable Object plain(@Nullable Object object) {
    return object instanceof Optional ? ((Optional<?>) object).orElse(null) : object;
  }

  private static @Nullable Object part(@Nullable Object owner, String step, int index)
      throws Uncapturable {
    if (owner == null) {
      throw new Uncapturable("cannot be read: a part before /" + step + " is null");
    }
    Class<?> type = owner.getClass();
    if (type.isArray()) {
      return Array.get(owner, within(Array.getLength(owner), step, index));
    }
    if (owner instanceof Map) {
      return value((Map<?, ?>) owner, step);
    }
    if (owner instanceof Collection) {
      return element((Collection<?>) owner, step, index);
    }
    if (Origin.isJdk(type) || GeneratedNames.is(type.getName())) {
      // A generated proxy keeps its state elsewhere: its own fields would give another key.
      throw new Uncapturable("cannot be read: " + type.getName() + " is not read by its fields");
    }
    MethodHandle getter = FIELDS.get(type).get(step);
    if (getter == null) {
      throw new Uncapturable("cannot be read: " + type.getName() + " has no field " + step);
    }
    return field(getter, owner);
  }

  private static @Nullable Object field(MethodHandle getter, Object owner) throws Uncapturable {
    try {
      return (@Nullable Object) getter.invokeExact(owner);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new Uncapturable("cannot be read: " + impossible.getClass().getName());
    }
  }

  private static int within(int size, String step, int index) throws Uncapturable {
    if (index < 0 || index >= size) {
      throw new Uncapturable("cannot be read: there is no element /" + step);
    }
    return index;
  }

  private static @Nullable Object element(Collection<?> live, String step, int index)
      throws Uncapturable {
    refuseForeign(live, Unlocked.foreignOf(live.getClass()));
    if (!(live instanceof List)) {
      throw new Uncapturable(
          "cannot be read: " + live.getClass().getName() + " has no order of its elements");
    }
    int left = within(MOST_ELEMENTS, step, index);
    for (Object element : Unlocked.elements(live)) {
      if (left-- == 0) {
        return element;
      }
    }
    throw new Uncapturable("cannot be read: there is no element /" + step);
  }

  private static @Nullable Object value(Map<?, ?> live, String step) throws Uncapturable {
    if (live.getClass() == HashMap.class) {
      // Compares texts alone; other maps of the JDK lock, reorder themselves or call comparators.
      Object found = live.get(step);
      if (found != null) {
        return found;
      }
    }
    refuseForeign(live, Unlocked.foreignOf(live.getClass()));
    int left = MOST_ELEMENTS;
    for (Map.Entry<?, ?> entry : Unlocked.entries(live)) {
      if (isNamed(entry.getKey(), step)) {
        return entry.getValue();
      }
      if (--left == 0) {
        throw new Uncapturable(
            "cannot be read: /" + step + " is not among " + MOST_ELEMENTS + " entries of a map");
      }
    }
    throw new Uncapturable("cannot be read: a map has no entry /" + step);
  }

  private static boolean isNamed(@Nullable Object key, String step) {
    if (key instanceof Enum) {
      return ((Enum<?>) key).name().equals(step);
    }
    return key instanceof String || key instanceof Integer || key instanceof Long
        ? key.toString().equals(step)
        : false;
  }

  private static void refuseForeign(Object live, @Nullable Predicate<Object> foreign)
      throws Uncapturable {
    if (foreign != null && foreign.test(live)) {
      throw new Uncapturable(
          "cannot be read: "
              + live.getClass().getName()
              + " is read by methods of the application");
    }
  }

  /** The getters of a class by the names of its fields; a field that a subclass hides has none. */
  private static Map<String, MethodHandle> getters(Class<?> type) {
    Map<String, MethodHandle> getters = new HashMap<>();
    try {
      for (Field field : InstanceFields.opened(type)) {
        getters.put(
            field.getName(),
            MethodHandles.lookup()
                .unreflectGetter(field)
                .asType(MethodType.methodType(Object.class, Object.class)));
      }
    } catch (Uncapturable | IllegalAccessException closed) {
      getters.clear();
    }
    return getters;
  }
}
