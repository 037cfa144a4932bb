package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.rule.RuleCounts;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.compare.rule.TextFormat;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reasons of differences: why two values could not be compared, or are not documents. */
class ReasonsTest {
  private static final RuleScope BODY = RuleScope.parse("/body");

  private static List<String> lines(
      RulesBuilder rules, @Nullable Object control, @Nullable Object candidate) {
    return ComparisonFixture.under(rules).differences(control, candidate);
  }

  private static RulesBuilder json() {
    return Rules.builder().parse(BODY, TextFormat.JSON);
  }

  @Test
  void textOfOneSideIsNoDocument() {
    assertThat(lines(json(), map("body", "{}"), map("body", "{")))
        .containsExactly("/body VALUE: {} / { (the candidate's text is not json)");
    assertThat(lines(json(), map("body", "oops"), map("body", "{}")))
        .containsExactly("/body VALUE: oops / {} (the control's text is not json)");
    assertThat(
            lines(
                Rules.builder().parse(BODY, TextFormat.XML),
                map("body", "<a/>"),
                map("body", "<a>")))
        .containsExactly("/body VALUE: <a/> / <a> (the candidate's text is not xml)");
  }

  @Test
  void textsThatAreNoDocumentsAreComparedAsTexts() {
    assertThat(lines(json(), map("body", "{a"), map("body", "{a"))).isEmpty();
    assertThat(lines(json(), map("body", "{a"), map("body", "{b")))
        .containsExactly("/body VALUE: {a / {b");
    assertThat(lines(json(), map("body", "{a"), map("body", 1)))
        .containsExactly("/body TYPE: {a / 1");
  }

  @Test
  void documentAgainstAnObject() {
    assertThat(lines(json(), map("body", "{\"a\": 1}"), map("body", map("a", 1)))).isEmpty();
    assertThat(lines(json(), map("body", map("a", 1)), map("body", "{\"a\": 2}")))
        .containsExactly("/body/a VALUE: 1 / 2");
    assertThat(lines(json(), map("body", "null"), map("body", "1")))
        .containsExactly("/body VALUE: null / 1");
    assertThat(lines(json(), map("body", null), map("body", "{}")))
        .containsExactly("/body VALUE: null / {}");
  }

  @Test
  void maskThatTakesTooLong() {
    String text = String.join("", Collections.nCopies(60, "a"));
    RulesBuilder slow = Rules.builder().mask(BODY, Pattern.compile("(a+)+\\1c"));

    assertThat(lines(slow, map("body", text + "x"), map("body", text + "y")))
        .singleElement()
        .asString()
        .startsWith("/body OPAQUE")
        .endsWith("(a mask's pattern takes too long for this text: simplify it)");
  }

  private static List<Object> throwing(Throwable thrown) {
    return new AbstractList<Object>() {
      @Override
      public Object get(int index) {
        throw ReasonsTest.<RuntimeException>unchecked(thrown);
      }

      @Override
      public int size() {
        return 2;
      }
    };
  }

  @SuppressWarnings("unchecked") // The type variable is erased: every Throwable passes.
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void collectionsThatThrow() {
    assertThat(
            lines(
                Rules.builder(),
                map("a", throwing(new IllegalStateException()), "b", 1),
                map("a", list(1, 2), "b", 2)))
        .containsExactly(
            "/a OPAQUE: io.understudy.compare.walk.ReasonsTest$1 / "
                + list(1, 2).getClass().getName()
                + " (reading it threw java.lang.IllegalStateException)",
            "/b VALUE: 1 / 2");
    assertThat(lines(Rules.builder(), throwing(new Error()), list(1, 2)))
        .singleElement()
        .asString()
        .endsWith("(reading it threw java.lang.Error)");
  }

  @Test
  void errorsOfTheJvmAreThrown() {
    Differ differ = Differ.with(Rules.none());

    assertThatThrownBy(() -> differ.compare(throwing(new OutOfMemoryError("test")), list(1, 2)))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void mapThatThrowsInTheMiddle() {
    Map<Object, Object> broken =
        new AbstractMap<Object, Object>() {
          @Override
          public Set<Entry<Object, Object>> entrySet() {
            throw new UnsupportedOperationException();
          }
        };

    assertThat(lines(Rules.builder(), map("m", broken), map("m", map("a", 1))))
        .singleElement()
        .asString()
        .startsWith("/m OPAQUE")
        .endsWith("(reading it threw java.lang.UnsupportedOperationException)");
  }

  @Test
  void countsOfOtherRules() {
    Rules rules = Rules.builder().ignore(BODY).build();
    Differ differ = Differ.with(rules);

    assertThatThrownBy(() -> differ.compare(1, 1, RuleCounts.of(Rules.none())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("these are counts of other rules: []");
    assertThat(differ.compare(1, 1, RuleCounts.of(Rules.builder().ignore(BODY).build())).isEqual())
        .isTrue();
  }
}
