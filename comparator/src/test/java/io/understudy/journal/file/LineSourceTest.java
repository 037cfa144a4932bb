package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class LineSourceTest {
  @Example
  void linesKeepTheirEnds() throws IOException {
    assertThat(lines("a\n\nbc", 100)).containsExactly("a\n", "\n", "bc (torn)");
    assertThat(lines("", 100)).isEmpty();
    assertThat(lines("\n", 100)).containsExactly("\n");
  }

  @Example
  void tooLongLineIsMarkedAndTheNextIsRead() throws IOException {
    String text = "a\n" + Samples.repeat("x", 3_000_000) + "\nb\n";
    List<String> lines = lines(text, 100_000);
    assertThat(lines).hasSize(3).startsWith("a\n").endsWith("b\n");
    assertThat(lines.get(1)).endsWith("(too long)");
  }

  @Property(tries = 100)
  void linesOfAnyLengthAreComplete(
      @ForAll @Size(max = 40) List<@IntRange(max = 60_000) Integer> lengths) throws IOException {
    List<String> expected = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int length : lengths) {
      String line = Samples.repeat("y", length) + "\n";
      expected.add(line);
      text.append(line);
    }
    assertThat(lines(text.toString(), 1 << 20)).isEqualTo(expected);
  }

  private static List<String> lines(String text, int most) throws IOException {
    InputStream slow =
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 10_007));
          }
        };
    List<String> lines = new ArrayList<>();
    try (LineSource source = new LineSource(slow, most)) {
      while (source.next()) {
        String line =
            new String(source.array(), source.start(), source.length(), StandardCharsets.UTF_8);
        lines.add(source.isTooLong() ? "(too long)" : source.isWhole() ? line : line + " (torn)");
      }
    }
    return lines;
  }

  /** The rest of a torn line would look like a line that was added. */
  @Example
  void fileThatGrowsAfterItsEndEndsThere() throws IOException {
    byte[][] parts = {bytes("one\ntw"), null, bytes("o\nthree\n")};
    InputStream growing =
        new InputStream() {
          private int next;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] to, int offset, int length) {
            byte[] part = next < parts.length ? parts[next++] : null;
            if (part == null) {
              return -1;
            }
            System.arraycopy(part, 0, to, offset, part.length);
            return part.length;
          }
        };
    try (LineSource lines = new LineSource(growing, 100)) {
      assertThat(lines.next()).isTrue();
      assertThat(lines.isWhole()).isTrue();
      assertThat(lines.next()).isTrue();
      assertThat(lines.isWhole()).isFalse();
      assertThat(lines.next()).isFalse();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
