package io.understudy.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

final class NearestWordPropertyTest {
  @Property(tries = 500)
  void distanceIsZeroForEqualWordsOnly(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String a,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String b) {
    assertThat(NearestWord.distance(a, b) == 0).isEqualTo(a.equals(b));
  }

  @Property(tries = 500)
  void distanceIsSymmetricAndBounded(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String a,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String b) {
    int distance = NearestWord.distance(a, b);
    assertThat(distance).isEqualTo(NearestWord.distance(b, a));
    assertThat(distance)
        .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
  }

  @Property(tries = 500)
  void oneInsertedLetterIsFound(
      @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 3, max = 12) String word,
      @ForAll @CharRange(from = 'a', to = 'z') char letter,
      @ForAll int place) {
    int at = Math.floorMod(place, word.length() + 1);
    String misspelt = word.substring(0, at) + letter + word.substring(at);
    assertThat(NearestWord.distance(word, misspelt)).isEqualTo(1);
    assertThat(NearestWord.nearest(misspelt, Collections.singletonList(word))).isEqualTo(word);
  }
}
