package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The copied contents of a collection or a map before they are put into its copy, with flags for
 * contents that are shared. Immutable.
 */
final class CopiedEntries {
  /** Elements; for a map: key, value, key, value and so on. */
  final @Nullable Object[] copies;

  /** Whether every element, or every key of a map, is shared. */
  final boolean keysSame;

  /** Whether every element, or every key and value of a map, is shared. */
  final boolean allSame;

  private CopiedEntries(@Nullable Object[] copies, boolean keysSame, boolean allSame) {
    this.copies = copies;
    this.keysSame = keysSame;
    this.allSame = allSame;
  }

  // The size is only a hint, since other threads may change the collection; each element is
  // metered.
  static CopiedEntries of(Collection<?> live, CopyWalk walk) throws Uncapturable {
    @Nullable Object[] copies = new @Nullable Object[walk.meterElements(live.size())];
    boolean same = true;
    int n = 0;
    for (Object element : live) {
      if (n == copies.length) {
        copies = Arrays.copyOf(copies, n + walk.meterElements(n + 1));
      }
      Object copy = walk.copyPart(element);
      same &= copy == element;
      copies[n++] = copy;
    }
    return new CopiedEntries(n == copies.length ? copies : Arrays.copyOf(copies, n), same, same);
  }

  static CopiedEntries ofMap(Collection<Map.Entry<?, ?>> live, CopyWalk walk) throws Uncapturable {
    @Nullable Object[] copies = new @Nullable Object[2 * walk.meterElements(live.size())];
    boolean keysSame = true;
    boolean valuesSame = true;
    int n = 0;
    for (Map.Entry<?, ?> entry : live) {
      if (n == copies.length) {
        copies = Arrays.copyOf(copies, n + 2 * walk.meterElements(n / 2 + 1));
      }
      Object key = entry.getKey();
      Object value = entry.getValue();
      copies[n] = walk.copyPart(key);
      copies[n + 1] = walk.copyPart(value);
      keysSame &= copies[n] == key;
      valuesSame &= copies[n + 1] == value;
      n += 2;
    }
    return new CopiedEntries(
        n == copies.length ? copies : Arrays.copyOf(copies, n), keysSame, keysSame && valuesSame);
  }

  /** Returns the same entries of a map in reverse order. */
  CopiedEntries backwards() {
    @Nullable Object[] back = new @Nullable Object[copies.length];
    for (int i = 0; i < back.length; i += 2) {
      back[i] = copies[back.length - 2 - i];
      back[i + 1] = copies[back.length - 1 - i];
    }
    return new CopiedEntries(back, keysSame, allSame);
  }
}
