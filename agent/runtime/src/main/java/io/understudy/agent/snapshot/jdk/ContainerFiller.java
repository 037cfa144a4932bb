package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyFailures;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts copied contents into the copy of a collection or map, and checks that the copy holds all of
 * them: a collection that hashes or sorts mutable elements may have been inconsistent before.
 * Stateless.
 */
final class ContainerFiller {
  private ContainerFiller() {}

  /**
   * Copies elements directly into the copy.
   *
   * @return false if a hashed or sorted element had to be copied: it cannot be added yet, so the
   *     caller must fill the copy in another way
   */
  static boolean oneByOne(
      Collection<?> live, Collection<@Nullable Object> copy, boolean ordered, CopyWalk walk)
      throws Uncapturable {
    int counted = walk.meterElements(live.size());
    if (!copy.isEmpty()) {
      copy.clear();
    }
    int n = 0;
    for (Object element : live) {
      if (n++ == counted) {
        counted += walk.meterElements(n); // Another thread adds elements.
      }
      Object part = walk.copyPart(element);
      if (part != element && !ordered) {
        return false;
      }
      if (!walk.isPending()) {
        copy.add(part);
      }
    }
    if (!walk.isPending()) {
      check(copy, copy.size(), n);
    }
    return true;
  }

  /**
   * Copies entries directly into the copy.
   *
   * @return false if a key had to be copied: it cannot be added yet, so the caller must fill the
   *     copy in another way
   */
  static boolean oneByOne(
      Collection<Map.Entry<?, ?>> live, Map<@Nullable Object, @Nullable Object> copy, CopyWalk walk)
      throws Uncapturable {
    int counted = walk.meterElements(live.size());
    int n = 0;
    for (Map.Entry<?, ?> entry : live) {
      if (n++ == counted) {
        counted += walk.meterElements(n); // Another thread adds elements.
      }
      Object key = entry.getKey();
      if (walk.copyPart(key) != key) {
        return false;
      }
      Object value = walk.copyPart(entry.getValue());
      if (!walk.isPending()) {
        copy.put(key, value);
      }
    }
    if (!walk.isPending()) {
      check(copy, copy.size(), n);
    }
    return true;
  }

  /** Replaces the elements of the copy. Defers this if copied elements must be hashed or sorted. */
  static void into(
      Collection<@Nullable Object> copy, boolean ordered, CopiedEntries from, CopyWalk walk)
      throws Uncapturable {
    if (ordered || from.keysSame) {
      add(copy, from.copies);
    } else {
      copy.clear();
      walk.fillLast(() -> add(copy, from.copies));
    }
  }

  /** Replaces the entries of the copy. Defers this if keys are copies. */
  static void into(Map<@Nullable Object, @Nullable Object> copy, CopiedEntries from, CopyWalk walk)
      throws Uncapturable {
    if (from.keysSame) {
      put(copy, from.copies);
    } else {
      copy.clear();
      walk.fillLast(() -> put(copy, from.copies));
    }
  }

  private static void add(Collection<@Nullable Object> copy, @Nullable Object[] elements)
      throws Uncapturable {
    int size;
    try {
      if (!copy.isEmpty()) {
        copy.clear();
      }
      copy.addAll(Arrays.asList(elements));
      size = copy.size();
    } catch (RuntimeException | Error thrown) {
      throw CopyFailures.failed(copy, thrown);
    }
    check(copy, size, elements.length);
  }

  private static void put(Map<@Nullable Object, @Nullable Object> copy, @Nullable Object[] entries)
      throws Uncapturable {
    int size;
    try {
      if (!copy.isEmpty()) {
        copy.clear();
      }
      for (int i = 0; i < entries.length; i += 2) {
        copy.put(entries[i], entries[i + 1]);
      }
      size = copy.size();
    } catch (RuntimeException | Error thrown) {
      throw CopyFailures.failed(copy, thrown);
    }
    check(copy, size, entries.length / 2);
  }

  /** Checks that the copy has exactly these contents, since its class may override methods. */
  static void verify(Object copy, CopiedEntries expected) throws Uncapturable {
    Map<@Nullable Object, @Nullable Object> seen = new IdentityHashMap<>();
    int size = 0;
    try {
      if (copy instanceof Map) {
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) copy).entrySet()) {
          seen.put(entry.getKey(), entry.getValue());
          size += 2;
        }
      } else {
        for (Object element : (Collection<?>) copy) {
          seen.put(element, null);
          size++;
        }
      }
    } catch (RuntimeException | Error thrown) {
      throw CopyFailures.failed(copy, thrown);
    }
    boolean all = size == expected.copies.length;
    int step = copy instanceof Map ? 2 : 1;
    for (int i = 0; i < expected.copies.length; i += step) {
      Object key = expected.copies[i];
      all &= seen.containsKey(key) && (step == 1 || seen.get(key) == expected.copies[i + 1]);
    }
    check(copy, all ? 0 : 1, 0);
  }

  /** Checks that a copy has kept all its contents. */
  static void check(Object copy, int size, int expected) throws Uncapturable {
    if (size != expected) {
      throw new Uncapturable(
          copy.getClass().getName() + " does not keep all that is put into its copy");
    }
  }
}
