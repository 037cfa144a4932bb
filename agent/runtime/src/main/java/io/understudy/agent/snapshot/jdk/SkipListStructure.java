package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.jdk.layout.Layout;
import io.understudy.agent.snapshot.jdk.layout.RefField;
import io.understudy.agent.snapshot.jdk.layout.Structure;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.JdkFields;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Copies a {@code ConcurrentSkipListMap}: reads its lowest level, which is sorted, and builds a new
 * list from the sorted copies without a comparison.
 */
final class SkipListStructure extends Structure {
  private static final Class<?> TYPE = ConcurrentSkipListMap.class;
  private static final Layout LAYOUT = new Layout(TYPE);
  private static final Class<?> NODE = LAYOUT.inner("Node");
  private static final RefField HEAD = LAYOUT.ref(TYPE, "head");
  private static final RefField COMPARATOR = LAYOUT.ref(TYPE, "comparator");
  private static final RefField BASE = LAYOUT.ref(LAYOUT.inner("Index"), "node");
  private static final RefField KEY = LAYOUT.ref(NODE, "key");
  private static final RefField NEXT = LAYOUT.ref(NODE, "next");
  // Renamed in Java 9 or later.
  private static final RefField VALUE =
      LAYOUT.ref(NODE, JdkFields.of(NODE, "value") == null ? "val" : "value");
  private static final Fresh FRESH = new Fresh(TYPE, live -> live);

  private final boolean keysOnly;

  /**
   * Creates the structure of the class and its subclasses.
   *
   * @param keysOnly whether the copy has {@code true} in place of each value
   */
  SkipListStructure(boolean keysOnly) {
    this.keysOnly = keysOnly;
  }

  @Override
  public void check(Class<?> type) throws Uncapturable {
    LAYOUT.check(type);
    FRESH.check(type);
  }

  @Override
  public void meter(Object live, CopyWalk walk) {}

  @Override
  @SuppressWarnings("unchecked")
  protected boolean tryCopy(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    List<@Nullable Object> pairs = new ArrayList<>();
    Object head = HEAD.get(live);
    for (Object at = head == null ? null : BASE.get(head); at != null; at = NEXT.get(at)) {
      Object key = KEY.get(at);
      Object value = VALUE.get(at);
      // Other nodes mark the head or a removal.
      if (key != null && value != null && value != at) {
        walk.meterElements(1);
        pairs.add(walk.copyPart(key));
        pairs.add(keysOnly ? Boolean.TRUE : walk.copyPart(value));
      }
    }
    Comparator<Object> comparator = (Comparator<Object>) walk.copyPart(COMPARATOR.get(live));
    if (!walk.isPending()) {
      FRESH.move(
          new ConcurrentSkipListMap<Object, Object>(new SortedEntries(pairs.toArray(), comparator)),
          copy);
    }
    return true;
  }
}
