package io.understudy.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.named.NamedShapes;
import io.understudy.value.view.Freezer;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of the portable form over random graphs and random bytes. */
class PortablePropertiesTest {
  private static final Differ VALUE = Differ.with(Rules.none());
  private static final Differ EXACT =
      Differ.with(Rules.builder().mode(ComparisonMode.EXACT).build());
  private static final PortableLimits SMALL = new PortableLimits(4096, 4096, 64);

  @Property(tries = 300)
  void carriedGraphEqualsTheLiveOne(
      @ForAll @IntRange(min = 1, max = 40) int size, @ForAll @IntRange(max = 10_000) int seed)
      throws PortableFormException {
    List<Object> live = PortableSamples.graph(size, seed);

    assertThat(VALUE.compare(live, PortableSamples.carried(live)).differences()).isEmpty();
  }

  @Property(tries = 300)
  void carriedGraphsCompareLikeLiveOnes(
      @ForAll @IntRange(min = 1, max = 10) int size,
      @ForAll @IntRange(max = 100) int seed,
      @ForAll @IntRange(max = 100) int other)
      throws PortableFormException {
    List<Object> one = PortableSamples.graph(size, seed);
    List<Object> two = PortableSamples.graph(size, other);

    assertThat(VALUE.compare(one, PortableSamples.carried(two)).count())
        .isEqualTo(VALUE.compare(one, two).count());
  }

  @Property(tries = 200)
  void frozenGraphHasTheSameBytes(
      @ForAll @IntRange(min = 1, max = 40) int size, @ForAll @IntRange(max = 10_000) int seed)
      throws PortableFormException, Uncapturable {
    List<Object> live = PortableSamples.graph(size, seed);
    Object frozen = Freezer.freeze(live, new Meter(Bounds.DEFAULT));

    assertThat(PortableWriter.write(frozen, PortableLimits.DEFAULT))
        .isEqualTo(PortableWriter.write(live, PortableLimits.DEFAULT));
  }

  @Property(tries = 200)
  void carriedAgainHasTheSameBytes(
      @ForAll @IntRange(min = 1, max = 40) int size, @ForAll @IntRange(max = 10_000) int seed)
      throws PortableFormException {
    List<Object> live = PortableSamples.graph(size, seed);
    byte[] bytes = PortableWriter.write(live, PortableLimits.DEFAULT);
    Object carried = PortableReader.read(bytes, PortableLimits.DEFAULT, new NamedShapes());

    assertThat(PortableWriter.write(carried, PortableLimits.DEFAULT)).isEqualTo(bytes);
    assertThat(EXACT.compare(carried, carried).differences()).isEmpty();
  }

  @Property(tries = 2000)
  void randomBytesEndInAValueOrAReason(@ForAll byte[] bytes) {
    read(bytes);
  }

  @Property(tries = 2000)
  void mutatedDocumentsEndInAValueOrAReason(
      @ForAll @IntRange(min = 1, max = 8) int size, @ForAll int seed)
      throws PortableFormException {
    byte[] bytes =
        PortableWriter.write(PortableSamples.graph(size, seed & 0xFF), PortableLimits.DEFAULT);
    Random random = new Random(seed);
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    read(bytes);
  }

  @Property(tries = 500)
  void cutDocumentsEndInAReason(
      @ForAll @IntRange(min = 1, max = 8) int size, @ForAll @IntRange(max = 1000) int seed)
      throws PortableFormException {
    byte[] bytes =
        PortableWriter.write(PortableSamples.graph(size, seed), PortableLimits.DEFAULT);

    assertThat(read(java.util.Arrays.copyOf(bytes, seed % bytes.length))).isFalse();
  }

  /** Whether the bytes are a value; everything but a PortableFormException is a fault. */
  private static boolean read(byte[] bytes) {
    boolean[] isValue = {false};
    assertThatCode(
            () -> {
              try {
                Object value = PortableReader.read(bytes, SMALL, new NamedShapes());
                isValue[0] = true;
                // What was read can be compared, too.
                VALUE.bounded(100_000).compare(value, value);
              } catch (PortableFormException refused) {
                assertThat(refused.reason()).isNotEmpty();
              }
            })
        .doesNotThrowAnyException();
    return isValue[0];
  }
}
