package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** The table finds what an {@code IdentityHashMap} finds, whatever the fingerprints are. */
class FingerprintTablePropertiesTest {
  /** An object with a fingerprint that stays. */
  private static final class Key {
    final int fingerprint;

    Key(int fingerprint) {
      this.fingerprint = fingerprint;
    }
  }

  private static final class Run {
    final Random random;
    final int sort;
    final FingerprintTable table = new FingerprintTable();
    final Map<Object, Object> model = new IdentityHashMap<>();
    final List<Key> keys = new ArrayList<>();

    Run(long seed, int sort) {
      this.random = new Random(seed);
      this.sort = sort;
    }

    private int fingerprint() {
      switch (sort) {
        case 0:
          return random.nextInt(1 << 24);
        case 1:
          return 7;
        case 2:
          return random.nextInt(5);
        case 3:
          return random.nextInt(300) << 16; // On few places of a small index.
        default:
          return random.nextInt(4) == 0 ? 0 : keys.size();
      }
    }

    Key key() {
      if (!keys.isEmpty() && random.nextInt(4) == 0) {
        return keys.get(random.nextInt(keys.size()));
      }
      Key made = new Key(fingerprint());
      keys.add(made);
      return made;
    }

    void put() {
      Key key = key();
      Object copy = new Object();
      assertThat(table.putIfAbsent(key, copy, key.fingerprint))
          .isSameAs(model.putIfAbsent(key, copy));
    }

    void get() {
      Key key = key();
      assertThat(table.get(key, key.fingerprint)).isSameAs(model.get(key));
    }

    /** As a generated reader does, which may stop before the end of the row. */
    void row(int count) {
      int step = 1 + random.nextInt(2);
      int from = random.nextInt(3);
      @Nullable Object[] row = new @Nullable Object[from + count * step + random.nextInt(2)];
      Arrays.fill(row, "other");
      for (int i = 0; i < count; i++) {
        row[from + i * step] = key();
      }
      int stop = random.nextInt(4) == 0 ? random.nextInt(count) : count;
      int base = table.startRow(row, from, step, count);
      for (int i = 0; i < stop; i++) {
        int at = from + i * step;
        Key key = (Key) row[at];
        Object copy = new Object();
        int known = table.positionOf(key, key.fingerprint, base + i);
        row[at] =
            known < 0
                ? copy
                : known < base ? table.copyAt(known) : row[from + (known - base) * step];
        Object expected = model.putIfAbsent(key, copy);
        assertThat(row[at]).isSameAs(expected == null ? copy : expected);
      }
      table.endRow(row, from, step, stop);
    }

    void check() {
      for (Key key : keys) {
        assertThat(table.get(key, key.fingerprint)).isSameAs(model.get(key));
      }
    }
  }

  @Property(tries = 1_000)
  void findsWhatAMapFinds(
      @ForAll long seed,
      @ForAll @IntRange(max = 4) int sort,
      @ForAll @IntRange(max = 80) int size) {
    Run run = new Run(seed, sort);
    for (int i = 0; i < size; i++) {
      switch (run.random.nextInt(6)) {
        case 0:
          run.row(2 + run.random.nextInt(140));
          break;
        case 1:
          run.table.expect(run.random.nextInt(2_000));
          break;
        case 2:
          run.get();
          break;
        default:
          run.put();
      }
    }
    run.check();
  }
}
