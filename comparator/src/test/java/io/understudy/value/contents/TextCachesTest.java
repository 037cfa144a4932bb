package io.understudy.value.contents;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.view.FrozenText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which fields are texts that toString computed. */
@SuppressWarnings({"unused", "UnusedVariable"})
class TextCachesTest {
  private static class Range {
    final int from;
    private transient @Nullable String toString;

    Range(int from) {
      this.from = from;
    }

    @Override
    public String toString() {
      if (toString == null) {
        toString = "from " + from;
      }
      return toString;
    }
  }

  private static class Mime {
    final String type = "a/b";
    private volatile @Nullable String toStringValue = "a/b";

    @Override
    public String toString() {
      return type;
    }
  }

  private static class Offered {
    private String toString = "content";

    public String getToString() {
      return toString;
    }

    @Override
    public String toString() {
      return toString;
    }
  }

  private static class WithoutText {
    private String toString = "content";
  }

  private static class Fixed {
    private final String toString = "content";

    @Override
    public String toString() {
      return toString;
    }
  }

  private static class Only {
    private String toString = "content";

    @Override
    public String toString() {
      return toString;
    }
  }

  @Test
  void computedTextIsNoPart() {
    Range used = new Range(1);

    assertThat(used).hasToString("from 1");
    assertThat(FrozenText.frozen(used)).isEqualTo("{from: 1}");
    assertThat(FrozenText.frozen(new Mime())).isEqualTo("{type: a/b}");
  }

  @Test
  void textThatMayBeContentIsAPart() {
    assertThat(FrozenText.frozen(new Offered())).isEqualTo("{toString: content}");
    assertThat(FrozenText.frozen(new WithoutText())).isEqualTo("{toString: content}");
    assertThat(FrozenText.frozen(new Fixed())).isEqualTo("{toString: content}");
    assertThat(FrozenText.frozen(new Only())).isEqualTo("{toString: content}");
  }
}
