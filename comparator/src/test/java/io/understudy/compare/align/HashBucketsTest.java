package io.understudy.compare.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashBucketsTest {
  /** Hashes that fall into one slot: they differ only in bits that a small table does not use. */
  private static final long ONE = 1;

  private static final long COLLIDING = 1 + (1L << 20);

  private static List<Integer> places(HashBuckets buckets, long hash) {
    List<Integer> places = new ArrayList<>();
    buckets.forEach(hash, places::add);
    return places;
  }

  @Test
  void emptyArray() {
    HashBuckets buckets = new HashBuckets(new long[0]);

    assertThat(buckets.countUpTo2(5)).isZero();
    assertThat(buckets.only(5)).isEqualTo(-1);
    assertThat(buckets.take(5, place -> true)).isEqualTo(-1);
    assertThat(places(buckets, 5)).isEmpty();
  }

  @Test
  void placesInOrder() {
    HashBuckets buckets = new HashBuckets(new long[] {ONE, COLLIDING, ONE, 2, ONE});

    assertThat(places(buckets, ONE)).containsExactly(0, 2, 4);
    assertThat(places(buckets, COLLIDING)).containsExactly(1);
    assertThat(places(buckets, 3)).isEmpty();
  }

  @Test
  void countStopsAtTheLimit() {
    HashBuckets buckets = new HashBuckets(new long[] {ONE, COLLIDING, ONE, ONE, 2});

    assertThat(buckets.countUpTo2(ONE)).isEqualTo(2);
    assertThat(buckets.countUpTo2(COLLIDING)).isEqualTo(1);
    assertThat(buckets.countUpTo2(7)).isZero();
    assertThat(buckets.count(ONE, 10)).isEqualTo(3);
    assertThat(buckets.count(ONE, 3)).isEqualTo(3);
    assertThat(buckets.count(ONE, 0)).isZero();
  }

  @Test
  void onlyPlaceOfAHash() {
    HashBuckets buckets = new HashBuckets(new long[] {ONE, COLLIDING, ONE, 2});

    assertThat(buckets.only(COLLIDING)).isEqualTo(1);
    assertThat(buckets.only(2)).isEqualTo(3);
    assertThat(buckets.only(ONE)).isEqualTo(-1);
    assertThat(buckets.only(9)).isEqualTo(-1);
  }

  @Test
  void takenPlacesAreRemoved() {
    HashBuckets buckets = new HashBuckets(new long[] {ONE, COLLIDING, ONE, ONE});

    assertThat(buckets.take(ONE, place -> true)).isZero();
    assertThat(buckets.take(ONE, place -> place > 2)).isEqualTo(3);
    assertThat(places(buckets, ONE)).containsExactly(2);
    assertThat(places(buckets, COLLIDING)).containsExactly(1);
    assertThat(buckets.take(ONE, place -> false)).isEqualTo(-1);
    assertThat(buckets.take(ONE, place -> true)).isEqualTo(2);
    assertThat(buckets.take(ONE, place -> true)).isEqualTo(-1);
    assertThat(buckets.take(COLLIDING, place -> true)).isEqualTo(1);
  }

  @Test
  void highBitsOfAHashChooseTheSlotToo() {
    long[] hashes = new long[1_000];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = (long) i << 32;
    }
    HashBuckets buckets = new HashBuckets(hashes);

    for (int i = 0; i < hashes.length; i++) {
      assertThat(buckets.only(hashes[i])).isEqualTo(i);
    }
  }
}
