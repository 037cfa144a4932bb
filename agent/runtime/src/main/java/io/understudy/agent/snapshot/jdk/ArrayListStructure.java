package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.jdk.layout.IntField;
import io.understudy.agent.snapshot.jdk.layout.Layout;
import io.understudy.agent.snapshot.jdk.layout.Structure;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Copies an {@code ArrayList}, by far the most frequent collection: reads and writes its elements
 * as one block, and copies them as a {@linkplain CopyWalk#copyRow row}. The copy has no spare
 * capacity, which no method of a list shows.
 */
final class ArrayListStructure extends Structure {
  private static final Layout LAYOUT = new Layout(ArrayList.class);
  private static final MethodHandle DATA =
      LAYOUT.getter(ArrayList.class, "elementData", Object.class);
  private static final MethodHandle SET_DATA =
      LAYOUT.setter(ArrayList.class, "elementData", Object.class);
  private static final MethodHandle SIZE = LAYOUT.getter(ArrayList.class, "size", int.class);
  private static final MethodHandle SET_SIZE = LAYOUT.setter(ArrayList.class, "size", int.class);
  private static final MethodHandle CHANGES =
      LAYOUT.getter(AbstractList.class, "modCount", int.class);
  private static final IntField CHANGES_OF = LAYOUT.number(AbstractList.class, "modCount");

  @Override
  public void check(Class<?> type) throws Uncapturable {
    LAYOUT.check(type);
  }

  @Override
  public Object empty() {
    return new ArrayList<@Nullable Object>(0);
  }

  @Override
  public void meter(Object live, CopyWalk walk) {}

  @Override
  protected boolean tryCopy(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    try {
      int changes = (int) CHANGES.invokeExact(live);
      int size = (int) SIZE.invokeExact(live);
      @Nullable Object[] data = (@Nullable Object[]) (Object) DATA.invokeExact(live);
      if (data == null || size > data.length) {
        return false;
      }
      walk.meterElements(size);
      @Nullable Object[] row = Arrays.copyOf(data, size, Object[].class);
      walk.copyRow(row);
      if ((int) CHANGES.invokeExact(live) != changes) {
        return false;
      }
      if (!walk.isPending()) {
        SET_DATA.invokeExact(copy, (Object) row);
        SET_SIZE.invokeExact(copy, size);
        CHANGES_OF.set(copy, changes);
      }
      return true;
    } catch (Uncapturable reason) {
      throw reason;
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
