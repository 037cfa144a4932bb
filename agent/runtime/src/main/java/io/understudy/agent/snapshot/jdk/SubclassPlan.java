package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.compiled.Allocation;
import io.understudy.agent.snapshot.compiled.FieldCopies;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.InstanceFields;
import io.understudy.value.JdkFields;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Unlocked;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractQueue;
import java.util.AbstractSequentialList;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Copies a collection or map that has more state than its contents: a class of the application that
 * extends one of the JDK, or a JDK class with an order or a table that no method returns.
 *
 * <p>Its public {@code clone()} copies every field, accessible or not. Then this plan copies the
 * fields that the application added, and replaces the contents by their copies.
 */
final class SubclassPlan extends Plan {
  private static final MethodType CLONE = MethodType.methodType(Object.class);

  /** Base classes without elements of their own: their subclasses are copied field by field. */
  private static final List<Class<?>> EMPTY =
      Arrays.asList(
          AbstractCollection.class,
          AbstractList.class,
          AbstractSequentialList.class,
          AbstractSet.class,
          AbstractQueue.class,
          AbstractMap.class,
          Dictionary.class);

  private final @Nullable MethodHandle cloneMethod;
  private final @Nullable Allocation allocation;
  private final @Nullable HashtableSize table;
  private final FieldCopies fields;
  private final boolean isExtended;

  /**
   * Creates the plan of a class.
   *
   * @param base the class itself, or its nearest superclass in the JDK
   */
  SubclassPlan(Class<?> type, Class<?> base, PlanSource plans) throws Uncapturable {
    boolean filled = isFilled(base);
    isExtended = type != base;
    table = filled && Hashtable.class.isAssignableFrom(base) ? HashtableSize.of(base) : null;
    allocation = filled ? Allocation.of(type, base) : null;
    cloneMethod = filled ? null : findClone(type, base);
    // The object around an anonymous collection does not belong to its contents.
    List<Field> own = new ArrayList<>();
    for (Field field : type == base ? new ArrayList<Field>() : fields(type, base)) {
      if (!field.getName().startsWith("this$")) {
        own.add(field);
      }
    }
    Field defaults =
        Properties.class.isAssignableFrom(base) ? JdkFields.of(Properties.class, "defaults") : null;
    if (filled && defaults != null) {
      own.add(defaults);
    }
    fields = FieldCopies.of(type, own, plans);
  }

  /**
   * Whether copies are made empty and then filled. The clone of a hash table can have fewer buckets
   * than a table that has grown, and so another order. And some clone methods take a lock.
   */
  private static boolean isFilled(Class<?> base) {
    return base == HashMap.class
        || base == HashSet.class
        || (JdkFields.isOpen(base)
            && (Vector.class.isAssignableFrom(base) || Hashtable.class.isAssignableFrom(base)));
  }

  private static List<Field> fields(Class<?> type, Class<?> base) throws Uncapturable {
    return InstanceFields.opened(type, base);
  }

  static boolean isEmptyBase(Class<?> base) {
    return EMPTY.contains(base);
  }

  private static MethodHandle findClone(Class<?> type, Class<?> base) throws Uncapturable {
    try {
      if (Origin.isJdk(type.getMethod("clone").getDeclaringClass())) {
        return MethodHandles.publicLookup()
            .findVirtual(base, "clone", CLONE)
            .asType(MethodType.methodType(Object.class, Object.class));
      }
    } catch (NoSuchMethodException | IllegalAccessException none) {
      // Reported below.
    }
    throw new Uncapturable(
        type.getName() + " extends " + base.getName() + ", of which no faithful copy can be made");
  }

  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    if (allocation == null) {
      walk.checkRoom(size(live));
      return cloneOf(live);
    }
    Object copy = allocation.make();
    if (table != null) {
      table.copy(live, copy, walk);
    }
    return copy;
  }

  private static int size(Object live) {
    return live instanceof Map ? ((Map<?, ?>) live).size() : ((Collection<?>) live).size();
  }

  private Object cloneOf(Object live) {
    try {
      return (Object) Objects.requireNonNull(cloneMethod).invokeExact(live);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    fields.copy(live, copy, walk);
    boolean map = live instanceof Map;
    CopiedEntries entries =
        map
            ? CopiedEntries.ofMap(Unlocked.entries((Map<?, ?>) live), walk)
            : CopiedEntries.of(Unlocked.elements((Collection<?>) live), walk);
    if (table != null) {
      entries =
          entries.backwards(); // An entry is put in front of the earlier entries of its bucket.
    }
    if (walk.isPending() || (entries.allSame && allocation == null)) {
      return;
    }
    if (map) {
      ContainerFiller.into((Map<@Nullable Object, @Nullable Object>) copy, entries, walk);
    } else {
      ContainerFiller.into(
          (Collection<@Nullable Object>) copy, copy instanceof List, entries, walk);
    }
    if (isExtended) {
      CopiedEntries expected = entries;
      walk.fillLast(
          () -> ContainerFiller.verify(copy, expected)); // The class may override methods.
    }
  }
}
