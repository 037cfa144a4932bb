package io.understudy.journal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextCacheTest {
  private final TextCache cache = new TextCache();

  @Test
  void sameBytesGiveTheSameText() {
    byte[] line = "xxmatchedyymatched".getBytes(StandardCharsets.UTF_8);
    String first = cache.text(line, 2, 9);
    assertThat(first).isEqualTo("matched");
    assertThat(cache.text(line, 11, 18)).isSameAs(first);
  }

  @Test
  void invalidUtf8HasNoText() {
    byte[] line = {'a', (byte) 0xc3, 'b', (byte) 0xff};
    assertThat(cache.text(line, 0, 1)).isEqualTo("a");
    assertThat(cache.text(line, 0, 3)).isNull();
    assertThat(cache.text(line, 3, 4)).isNull();
    assertThat(cache.text(line, 0, 3)).isNull();
    assertThat(cache.text(line, 2, 2)).isEmpty();
  }

  /** More texts than places, and texts that are too long to keep. */
  @Test
  void textsWithTheSamePlaceStayCorrect() {
    Random random = new Random(3);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(random.nextInt(50) == 0 ? 400 : 6); n > 0; n--) {
        text.appendCodePoint("abĄ·😀".codePointAt(new int[] {0, 1, 2, 3, 4}[random.nextInt(5)]));
      }
      byte[] line = ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8);
      assertThat(cache.text(line, 1, line.length - 1)).isEqualTo(text.toString());
    }
  }
}
