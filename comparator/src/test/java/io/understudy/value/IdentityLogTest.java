package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityLogTest {
  /** Sizes around each limit: the first objects, the growing lane, the table, the grown table. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 7, 10, 11, 22, 134, 135, 200, 518, 519, 600, 3000})
  void everyObjectOfALaneIsFound(int size) {
    IdentityLog log = new IdentityLog();
    List<Object> keys = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Object key = new String("equal");
      keys.add(key);
      log.add(key, i, 3);
    }

    for (int i = 0; i < size; i++) {
      assertThat(log.get(keys.get(i), 3)).isEqualTo(i);
    }
    assertThat(log.get(new String("equal"), 3)).isNull();
  }

  @Test
  void laterObjectsAreFoundOnlyInTheirLane() {
    IdentityLog log = new IdentityLog();
    Object key = new Object();
    for (int i = 0; i < 6; i++) {
      log.add(new Object(), i, 0);
    }
    log.add(key, "copy", 1);

    assertThat(log.get(key, 1)).isEqualTo("copy");
    assertThat(log.get(key, 9)).isEqualTo("copy"); // Nine is the same lane as one.
    assertThat(log.get(key, 2)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 7, 100, 134, 135, 1000})
  void copyIsReplaced(int size) {
    IdentityLog log = new IdentityLog();
    List<Object> keys = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      keys.add(new Object());
      log.add(keys.get(i), "old", 0);
    }
    Object last = keys.get(size - 1);
    log.replace(last, "new", 0);
    log.replace(keys.get(0), "first", 0);

    assertThat(log.get(last, 0)).isEqualTo(size == 1 ? "first" : "new");
    assertThat(log.get(keys.get(0), 0)).isEqualTo("first");
    if (size > 2) {
      assertThat(log.get(keys.get(size / 2), 0)).isEqualTo("old");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 7, 1000})
  void replacingTheCopyOfAnUnknownObjectHasNoEffect(int size) {
    IdentityLog log = new IdentityLog();
    Object unknown = new Object();
    for (int i = 0; i < size; i++) {
      log.add(new Object(), i, 0);
    }
    log.replace(unknown, "new", 0);

    assertThat(log.get(unknown, 0)).isNull();
  }

  @Property(tries = 100)
  void logIsAnIdentityMap(
      @ForAll @IntRange(min = 0, max = 400) int size, @ForAll @IntRange(max = 1000) int seed) {
    Random random = new Random(seed);
    IdentityLog log = new IdentityLog();
    Map<Object, Object> expected = new IdentityHashMap<>();
    Map<Object, Integer> lanes = new IdentityHashMap<>();
    List<Object> keys = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (!keys.isEmpty() && random.nextInt(4) == 0) {
        Object key = keys.get(random.nextInt(keys.size()));
        log.replace(key, i, lanes.getOrDefault(key, 0));
        expected.put(key, i);
      } else {
        Object key = new Object();
        int lane = random.nextInt(3);
        keys.add(key);
        lanes.put(key, lane);
        log.add(key, i, lane);
        expected.put(key, i);
      }
    }

    for (Object key : keys) {
      assertThat(log.get(key, lanes.getOrDefault(key, 0))).isEqualTo(expected.get(key));
    }
  }
}
