package io.understudy.compare.walk;

import static io.understudy.compare.walk.ContentAssertions.assertContent;
import static io.understudy.compare.walk.ContentAssertions.assertOpaque;
import static io.understudy.compare.walk.ContentAssertions.compare;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

/** Objects of own iterable classes, which are their elements and their other fields. */
@SuppressWarnings({"unused", "UnusedVariable"})
class IterableContentTest {
  static final class Lines implements Iterable<String> {
    private String[] lines = new String[4];
    private int count;
    private final int total;

    Lines(int total, String... lines) {
      this.total = total;
      for (String line : lines) {
        add(line);
      }
    }

    void add(String line) {
      if (count == lines.length) {
        lines = Arrays.copyOf(lines, 2 * count);
      }
      lines[count++] = line;
    }

    int capacity() {
      return lines.length;
    }

    public int size() {
      return count;
    }

    @Override
    public Iterator<String> iterator() {
      return Arrays.asList(lines).subList(0, count).iterator();
    }
  }

  @Test
  void iterableWithASizeIsItsElementsAndItsOtherFields() {
    Lines grown = new Lines(3, "a", "b", "c", "d", "e");
    grown.count = 2;
    assertThat(grown.capacity()).isEqualTo(8);
    assertThat(compare(grown, new Lines(3, "a", "b")).differences()).isEmpty();
    assertThat(compare(new Lines(3, "a"), new Lines(3, "b")).isEqual()).isFalse();
    assertThat(compare(new Lines(3, "a"), new Lines(4, "a")).isEqual()).isFalse();
    assertContent(total -> new Lines(total, "a"));
  }

  static final class Paged implements Iterable<String> {
    public int size() {
      return 20;
    }

    @Override
    public Iterator<String> iterator() {
      return Collections.singleton("a").iterator();
    }
  }

  @Test
  void iterableOfAnotherSizeIsOpaque() {
    assertOpaque(number -> new Paged());
  }
}
