package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.JdkFields;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Unlocked;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plans of the wrappers of {@code java.util.Collections}: unmodifiable, synchronized, checked, set
 * from map, deque as stack. They copy the wrapped object, and wrap the copy with the method that
 * made the original. Stateless.
 */
final class WrapperPlans {
  private static final String PREFIX = "java.util.Collections$";
  private static final Class<?> CHECKED = load("CheckedCollection");
  private static final Class<?> CHECKED_MAP = load("CheckedMap");

  private WrapperPlans() {}

  private static Class<?> load(String name) {
    try {
      return Class.forName(PREFIX + name);
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns the plan of a wrapper class; null for other classes. */
  static @Nullable Plan of(Class<?> type) throws Uncapturable {
    String name = type.getName();
    if (!name.startsWith(PREFIX)) {
      return null;
    }
    String simple = name.substring(PREFIX.length()).replace("RandomAccess", "");
    if (simple.endsWith("SetFromMap")) {
      return new SetFromMapPlan(unwrap(type));
    }
    if (simple.equals("AsLIFOQueue")) {
      return findWrapper(type, "asLifoQueue");
    }
    return simple.startsWith("Unmodifiable")
            || simple.startsWith("Synchronized")
            || simple.startsWith("Checked")
        ? findWrapper(type, Character.toLowerCase(simple.charAt(0)) + simple.substring(1))
        : null;
  }

  private static Function<Object, @Nullable Object> unwrap(Class<?> type) throws Uncapturable {
    Function<Object, @Nullable Object> unwrap = Unlocked.insideOf(type);
    if (unwrap == null) {
      throw new Uncapturable(type.getName() + " cannot be looked into");
    }
    return unwrap;
  }

  private static @Nullable Plan findWrapper(Class<?> type, String name) throws Uncapturable {
    for (Method method : Collections.class.getMethods()) {
      if (method.getName().equals(name)) {
        return new WrapperPlan(method, unwrap(type), types(type));
      }
    }
    return null;
  }

  /**
   * Returns the fields that hold the element type, or the key and value types, of a checked
   * collection.
   */
  private static List<Field> types(Class<?> type) throws Uncapturable {
    List<Field> types = new ArrayList<>();
    if (CHECKED.isAssignableFrom(type)) {
      types.add(JdkFields.of(CHECKED, "type"));
    } else if (CHECKED_MAP.isAssignableFrom(type)) {
      types.add(JdkFields.of(CHECKED_MAP, "keyType"));
      types.add(JdkFields.of(CHECKED_MAP, "valueType"));
    }
    if (types.contains(null)) {
      throw new Uncapturable(type.getName() + " cannot be looked into");
    }
    return types;
  }

  private static final class WrapperPlan extends Plan {
    private final Method wrap;
    private final Function<Object, @Nullable Object> unwrap;
    private final List<Field> types;

    WrapperPlan(Method wrap, Function<Object, @Nullable Object> unwrap, List<Field> types) {
      this.wrap = wrap;
      this.unwrap = unwrap;
      this.types = types;
    }

    @Override
    public @Nullable Object build(Object live, CopyWalk walk) throws Uncapturable {
      Object copy = walk.copyPart(unwrap.apply(live));
      if (walk.isPending()) {
        return null;
      }
      try {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(copy);
        for (Field type : types) {
          arguments.add(type.get(live));
        }
        return wrap.invoke(null, arguments.toArray());
      } catch (IllegalAccessException
          | InvocationTargetException
          | IllegalArgumentException impossible) {
        throw new Uncapturable(live.getClass().getName() + " cannot be wrapped again");
      }
    }
  }

  /** Copies a set of {@code Collections.newSetFromMap}, which accepts only an empty map. */
  private static final class SetFromMapPlan extends Plan {
    private final Function<Object, @Nullable Object> unwrap;
    private final CollectionPlan contents;

    SetFromMapPlan(Function<Object, @Nullable Object> unwrap) {
      this.unwrap = unwrap;
      this.contents = new CollectionPlan(Set.class, (live, walk) -> (Collection<?>) live);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object shell(Object live, CopyWalk walk) throws Uncapturable {
      Object map = unwrap.apply(live);
      if (map == null) {
        throw new Uncapturable(live.getClass().getName() + " has nothing unwrap");
      }
      return Collections.newSetFromMap((Map<Object, Boolean>) emptyLike(map, walk));
    }

    /** Makes an empty copy, which the walk does not record as the map's copy. */
    private static Object emptyLike(Object map, CopyWalk walk) throws Uncapturable {
      Object empty = walk.planOf(map).shell(map, walk);
      if (!(empty instanceof Map)) {
        throw new Uncapturable(map.getClass().getName() + " cannot be copied empty");
      }
      ((Map<?, ?>) empty).clear(); // A clone has the contents.
      return empty;
    }

    @Override
    public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
      contents.fill(live, copy, walk);
    }
  }
}
