package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.jdk.layout.IntField;
import io.understudy.agent.snapshot.jdk.layout.Layout;
import io.understudy.agent.snapshot.jdk.layout.RefField;
import io.understudy.agent.snapshot.jdk.layout.Sentinels;
import io.understudy.agent.snapshot.jdk.layout.Structure;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/** Copies an {@code EnumMap}: one value for each constant of the enum, which is shared. */
final class EnumMapStructure extends Structure {
  private static final Layout LAYOUT = new Layout(EnumMap.class);
  private static final RefField TYPE = LAYOUT.ref(EnumMap.class, "keyType");
  private static final RefField CONSTANTS = LAYOUT.ref(EnumMap.class, "keyUniverse");
  private static final RefField VALUES = LAYOUT.ref(EnumMap.class, "vals");
  private static final IntField SIZE = LAYOUT.number(EnumMap.class, "size");

  @Override
  public void check(Class<?> type) throws Uncapturable {
    LAYOUT.check(type);
  }

  @Override
  public void meter(Object live, CopyWalk walk) {}

  @Override
  protected boolean tryCopy(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    @Nullable Object[] from = (@Nullable Object[]) VALUES.get(live);
    if (from == null) {
      return false;
    }
    walk.meterBytes(8L * from.length);
    @Nullable Object[] row = new @Nullable Object[from.length];
    int size = 0;
    for (int i = 0; i < row.length; i++) {
      Object value = from[i];
      if (value != null) {
        walk.meterElements(1);
        size++;
      }
      row[i] = value == null || Sentinels.is(value) ? value : walk.copyPart(value);
    }
    TYPE.set(copy, TYPE.get(live));
    CONSTANTS.set(copy, CONSTANTS.get(live)); // The JDK's own array, which is never changed.
    VALUES.set(copy, row);
    SIZE.set(copy, size);
    return true;
  }
}
