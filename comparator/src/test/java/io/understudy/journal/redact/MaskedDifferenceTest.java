package io.understudy.journal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.ThrownException;
import io.understudy.journal.Example;
import io.understudy.journal.Fate;
import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A difference with a masked part has no delta and no explanation. */
final class MaskedDifferenceTest {
  private static final Path VISIBLE = Path.root().part("visible");
  private static final Path SECRET = Path.root().part("secret");

  static Stream<Arguments> rows() {
    return Stream.of(
        row("two visible numbers", VISIBLE, 1, 2, false),
        row("two visible texts", VISIBLE, "a", "b", false),
        row("a visible list", VISIBLE, Arrays.asList(1), Arrays.asList(2), true),
        row("a covered path", SECRET, 1, 2, true),
        row("nulls at a covered path", SECRET, null, null, true),
        row("nulls at a visible path", VISIBLE, null, null, false),
        row("below a covered path", SECRET.part("x"), 1, 2, true),
        row("above a covered path", Path.root(), map("secret", 1), map("secret", 2), true),
        row("the secret itself", VISIBLE, "topsecret", "b", true),
        row("the secret at the candidate", VISIBLE, "b", "topsecret", true),
        row("a text with the secret", VISIBLE, "my topsecret!", "b", true),
        row("the secret in upper case", VISIBLE, "TOPSECRET", "b", true),
        row("an exception", VISIBLE, ThrownException.of(new Exception("m")), 1, true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void differenceIsMaskedIfAPartIs(
      String name,
      Path path,
      @Nullable Object control,
      @Nullable Object candidate,
      boolean masked) {
    assertThat(isMasked(path, control, candidate, "/**/secret")).as(name).isEqualTo(masked);
  }

  @Test
  void withoutRedactionNothingIsMasked() {
    assertThat(isMasked(SECRET, 1, 2)).isFalse();
    assertThat(isMasked(VISIBLE, Arrays.asList(1), Arrays.asList(2))).isFalse();
    assertThat(isMasked(VISIBLE, ThrownException.of(new Exception("m")), 1)).isFalse();
  }

  /** Below a pattern that cannot match, a list is not masked. */
  @Test
  void graphOffAllPatternsIsNotMasked() {
    assertThat(isMasked(VISIBLE, Arrays.asList(1), Arrays.asList(2), "/secret")).isFalse();
    assertThat(isMasked(VISIBLE, Arrays.asList(1), Arrays.asList(2), "/visible/secret")).isTrue();
  }

  @Test
  void labelOfACoveredKeyIsASecret() {
    Path element = Path.root().part("lines").element("sku=topsecret");
    PreparedExample prepared =
        prepared(
            Collections.singletonList(new Difference(element, DifferenceKind.VALUE, 1, 2)),
            "/lines/*/sku");
    assertThat(prepared.secrets.mask("a topsecret text")).isEqualTo("a *** text");
  }

  @Test
  void coveredMessageIsASecretInTheWholeRecord() {
    PreparedExample prepared =
        PreparedExample.of(
            Example.builder("p", Fate.MISMATCHED, 0)
                .control(
                    io.understudy.compare.Outcome.threw(
                        ThrownException.of(
                            new Exception("first message", new Exception("second message")))),
                    1)
                .build(),
            redaction("/exception/causes/0/message"));
    assertThat(prepared.secrets.mask("second message")).isEqualTo("***");
    assertThat(prepared.secrets.mask("first message")).isEqualTo("first message");
  }

  @Test
  void argumentsAndTranslatedArgumentsAreSearched() {
    PreparedExample prepared =
        PreparedExample.of(
            Example.builder("p", Fate.MISMATCHED, 0)
                .arguments(new Object[] {"controlid", "other"})
                .given(new Object[] {"candidateid", "other"})
                .build(),
            redaction("/arguments/0"));
    assertThat(prepared.secrets.mask("controlid candidateid other")).isEqualTo("*** *** other");
  }

  private static boolean isMasked(
      Path path, @Nullable Object control, @Nullable Object candidate, String... patterns) {
    PreparedExample prepared =
        prepared(
            Collections.singletonList(
                new Difference(path, DifferenceKind.VALUE, control, candidate)),
            patterns);
    return prepared.isMasked(prepared.differences.get(0));
  }

  private static PreparedExample prepared(List<Difference> differences, String... patterns) {
    return PreparedExample.of(
        Example.builder("p", Fate.MISMATCHED, 0)
            .arguments(new Object[] {Collections.singletonMap("secret", "topsecret")})
            .differences(differences, differences.size())
            .build(),
        redaction(patterns));
  }

  private static Redaction redaction(String... patterns) {
    return Redaction.of(Stream.of(patterns).map(PathPattern::parse).collect(Collectors.toList()));
  }

  private static Arguments row(
      String name,
      Path path,
      @Nullable Object control,
      @Nullable Object candidate,
      boolean masked) {
    return Arguments.of(name, path, control, candidate, masked);
  }

  private static Object map(String key, Object value) {
    return Collections.singletonMap(key, value);
  }
}
