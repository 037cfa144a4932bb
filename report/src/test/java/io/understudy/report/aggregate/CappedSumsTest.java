package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.file.ReadBudget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CappedSumsTest {
  @Test
  void alphabeticallyFirstTextsHaveExactSums() {
    CappedSums<Long> sums = CappedSums.counts(2, ReadBudget.unlimited());
    for (String text : List.of("c", "a", "b", "c", "a", "(other)")) {
      sums.add(text, 1L);
    }
    assertThat(sums.sums())
        .containsOnly(Map.entry("a", 2L), Map.entry("b", 1L), Map.entry("(other)", 3L));
  }

  /** A signature of a whole result starts with a space, which comes before the shared sum. */
  @Test
  void textsBeforeTheSharedSum() {
    CappedSums<Long> sums = CappedSums.counts(2, ReadBudget.unlimited());
    for (String text : List.of(" c", " a", " b", " d", " c", " aa")) {
      sums.add(text, 1L);
    }
    assertThat(sums.sums())
        .containsOnly(Map.entry(" a", 1L), Map.entry(" aa", 1L), Map.entry("(other)", 4L));
  }

  @Property
  void orderAndMergingDoNotMatter(
      @ForAll @Size(max = 60)
          List<@StringLength(max = 2) @CharRange(from = 'a', to = 'f') String> texts,
      @ForAll long seed) {
    List<String> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, new Random(seed));
    int cut = texts.isEmpty() ? 0 : new Random(seed).nextInt(texts.size());
    CappedSums<Long> halves = sum(shuffled.subList(cut, texts.size()));
    halves.merge(sum(shuffled.subList(0, cut)));
    assertThat(halves.sums()).isEqualTo(sum(texts).sums());
    assertThat(halves.sums().values().stream().mapToLong(n -> n).sum()).isEqualTo(texts.size());
    assertThat(halves.sums()).hasSizeLessThanOrEqualTo(5);
  }

  private static CappedSums<Long> sum(List<String> texts) {
    CappedSums<Long> sums = CappedSums.counts(4, ReadBudget.unlimited());
    texts.forEach(text -> sums.add(text, 1L));
    return sums;
  }
}
