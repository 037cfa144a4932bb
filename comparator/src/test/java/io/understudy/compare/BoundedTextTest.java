package io.understudy.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BoundedTextTest {
  @Test
  void readsUpToTheLimit() {
    BoundedText text = new BoundedText("abc", 2, "too many reads");

    assertThat(text.charAt(2)).isEqualTo('c');
    assertThat(text.charAt(2)).isEqualTo('c');
    assertThatThrownBy(() -> text.charAt(2))
        .isInstanceOf(BoundedText.LimitExceeded.class)
        .hasMessage("too many reads");
  }

  @Test
  void lengthAndTextAreNotReads() {
    BoundedText text = new BoundedText("abc", 0, "none");

    assertThat(text.length()).isEqualTo(3);
    assertThat(text).hasToString("abc");
    assertThatThrownBy(() -> text.charAt(0)).hasMessage("none");
  }

  @Test
  void partsShareTheLimitOfTheWhole() {
    BoundedText text = new BoundedText("abcd", 3, "limit");
    CharSequence part = text.subSequence(1, 3);
    CharSequence partOfPart = part.subSequence(1, 2);

    assertThat(part.length()).isEqualTo(2);
    assertThat(partOfPart).hasToString("c");
    assertThat(part.charAt(0)).isEqualTo('b');
    assertThat(partOfPart.charAt(0)).isEqualTo('c');
    assertThat(text.charAt(3)).isEqualTo('d');
    assertThatThrownBy(() -> part.charAt(0)).isInstanceOf(BoundedText.LimitExceeded.class);
    assertThatThrownBy(() -> partOfPart.charAt(0)).isInstanceOf(BoundedText.LimitExceeded.class);
  }

  @Test
  void exponentialPatternEnds() {
    BoundedText text =
        new BoundedText(
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 10_000, "limit");

    assertThatThrownBy(() -> Pattern.compile("(a+)+\\1c").matcher(text).find())
        .isInstanceOf(BoundedText.LimitExceeded.class);
  }

  @Test
  void exceptionHasNoStackTrace() {
    assertThat(new BoundedText.LimitExceeded("limit").getStackTrace()).isEmpty();
  }
}
