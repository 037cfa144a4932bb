package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.compiled.Allocation;
import io.understudy.agent.snapshot.compiled.FieldCopies;
import io.understudy.agent.snapshot.plan.CopyFailures;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.JdkFields;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies a part of a list. If the list is an argument too, or another part of it is, the copy is a
 * part of the copied list. Otherwise only the elements of the part are copied, so that a page of a
 * large list does not cost the whole list. This is decided at the end of the walk.
 */
final class SubListPlan extends Plan {
  private static final Class<?> FIXED = Arrays.asList().getClass();
  private static final @Nullable Field FIXED_ELEMENTS = JdkFields.of(FIXED, "a");
  private static final @Nullable Field ELEMENTS = JdkFields.of(ArrayList.class, "elementData");
  private static final @Nullable Field CHANGES = JdkFields.of(AbstractList.class, "modCount");

  private final Allocation allocation;
  private final FieldCopies fields;
  private final List<Field> all;
  private final Field root;
  private final Field offset;
  private final Field size;

  private SubListPlan(Class<?> type, List<Field> all, Field root, PlanSource plans)
      throws Uncapturable {
    this.allocation = Allocation.of(type);
    this.fields = FieldCopies.of(type, all, plans);
    this.all = all;
    this.root = root;
    this.offset = find(all, "offset");
    this.size = find(all, "size");
  }

  /** Returns the plan of a class of sub-lists; null for other classes. */
  static @Nullable Plan of(Class<?> type, PlanSource plans) throws Uncapturable {
    String name = type.getName();
    if (!name.equals("java.util.ArrayList$SubList")
        && !(name.startsWith("java.util.AbstractList$") && name.endsWith("SubList"))) {
      return null;
    }
    List<Field> all = FieldsPlan.fields(type);
    for (Field field : all) {
      if (field.getName().equals("root") || field.getName().equals("this$0")) {
        return new SubListPlan(type, all, field, plans);
      }
    }
    return null;
  }

  private static Field find(List<Field> all, String name) throws Uncapturable {
    for (Field field : all) {
      if (field.getName().equals(name)) {
        return field;
      }
    }
    throw new Uncapturable("sub-lists of this JVM have no field " + name);
  }

  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    return allocation.make();
  }

  @Override
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    try {
      Object whole = root.get(live);
      @Nullable Object[] part = whole == null ? null : part(live, whole, walk);
      if (whole == null || part == null) {
        fields.copy(live, copy, walk);
        return;
      }
      int changes = CHANGES == null ? 0 : CHANGES.getInt(live) - CHANGES.getInt(whole);
      walk.copyRow(part);
      if (!walk.isPending()) {
        walk.noteView(whole);
        walk.fillLast(() -> fillNow(live, copy, whole, part, changes, walk));
      }
    } catch (IllegalAccessException impossible) {
      throw new Uncapturable(live.getClass().getName() + " cannot be copied");
    }
  }

  /** The elements of the part; null if the whole list must be copied. */
  private @Nullable Object @Nullable [] part(Object live, Object whole, CopyWalk walk)
      throws IllegalAccessException, Uncapturable {
    Field elements =
        whole.getClass() == ArrayList.class
            ? ELEMENTS
            : whole.getClass() == FIXED ? FIXED_ELEMENTS : null;
    @Nullable Object[] row = elements == null ? null : (@Nullable Object[]) elements.get(whole);
    int from = offset.getInt(live);
    int count = size.getInt(live);
    if (row == null || from < 0 || count < 0 || from + count > row.length) {
      return null;
    }
    walk.meterElements(count);
    return Arrays.copyOfRange(row, from, from + count, Object[].class);
  }

  private void fillNow(
      Object live, Object copy, Object whole, @Nullable Object[] part, int changes, CopyWalk walk)
      throws Uncapturable {
    if (walk.knownCopy(whole) != null || walk.views(whole) > 1) {
      fields.copy(live, copy, walk);
      if (walk.isPending()) {
        throw CopyFailures.cycle(live);
      }
      return;
    }
    List<@Nullable Object> own =
        whole.getClass() == FIXED
            ? Arrays.asList(part)
            : new ArrayList<@Nullable Object>(Arrays.asList(part));
    try {
      for (Field field : all) {
        String name = field.getName();
        if (field == root || (name.equals("parent") && field.getType().isInstance(own))) {
          field.set(copy, own);
        } else if (field == size) {
          field.setInt(copy, part.length);
        } else if (CHANGES != null && name.equals("modCount")) {
          field.setInt(copy, CHANGES.getInt(own) + changes);
        }
      }
    } catch (IllegalAccessException impossible) {
      throw new Uncapturable(live.getClass().getName() + " cannot be copied");
    }
  }
}
