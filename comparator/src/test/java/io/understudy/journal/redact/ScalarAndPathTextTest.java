package io.understudy.journal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scalars, arrays and paths as text, and the texts by which a secret is found again. */
final class ScalarAndPathTextTest {
  @Test
  void scalarsHaveATextOfTheirType() {
    assertThat(text("abc")).isEqualTo("abc");
    assertThat(text(new StringBuilder("abc"))).isEqualTo("abc");
    assertThat(text('c')).isEqualTo("c");
    assertThat(text(true)).isEqualTo("true");
    assertThat(text(7)).isEqualTo("7");
    assertThat(text(0.1f)).isEqualTo("0.1");
    assertThat(text(new BigDecimal("1E+3"))).isEqualTo("1E+3");
    assertThat(text(TimeUnit.DAYS)).isEqualTo("DAYS");
    assertThat(text(LocalDate.of(2026, 11, 20))).isEqualTo("2026-11-20");
    assertThat(text(String.class)).isEqualTo("java.lang.String");
  }

  @Test
  void timesKeepTheirOffsetAndOldDatesBecomeInstants() {
    assertThat(text(OffsetDateTime.parse("2026-11-20T13:00:00+01:00")))
        .isEqualTo("2026-11-20T13:00+01:00");
    assertThat(text(Date.from(Instant.parse("2026-11-20T12:00:00Z"))))
        .isEqualTo("2026-11-20T12:00:00Z");
  }

  @Test
  void numbersOfTooManyBitsAreDescribed() {
    assertThat(text(BigInteger.ONE.shiftLeft(3_299))).hasSize(994);
    assertThat(text(BigInteger.ONE.shiftLeft(3_300))).isEqualTo("(a number of 3301 bits)");
    assertThat(text(new BigDecimal(BigInteger.ONE.shiftLeft(4_000), 3)))
        .isEqualTo("(a number of 4001 bits)");
    assertThat(text(new BigDecimal("1E+2000000"))).isEqualTo("1E+2000000");
  }

  @Test
  void keysHaveTheTextOfPaths() {
    assertThat(ScalarText.ofKey(null)).isEqualTo("null");
    assertThat(ScalarText.ofKey("a")).isEqualTo("a");
    assertThat(ScalarText.ofKey(7)).isEqualTo("7");
    assertThat(ScalarText.ofKey(Optional.of("a"))).isEqualTo("a");
    assertThat(ScalarText.ofKey(Optional.empty())).isEqualTo("null");
    assertThat(ScalarText.ofKey(Arrays.asList(1))).isEqualTo("java.util.Arrays$ArrayList");
    assertThat(ScalarText.ofKey(TimeUnit.DAYS)).isEqualTo("DAYS");
  }

  /** Each row: a masked value, then the texts by which it is found elsewhere. */
  @Test
  void maskedScalarHasVariants() {
    Object[][] rows = {
      {"secret", "secret"},
      {" secret ", " secret ", "secret"},
      {7, "7"},
      {-7, "-7", "7"},
      {new BigDecimal("-1234.50"), "-1234.50", "1234.50", "1234.5"},
      {new BigDecimal("1E+6"), "1E+6", "1000000"},
      {new BigDecimal("1E+2000"), "1E+2000"},
      {1234.5, "1234.5"},
      {Double.NaN, "NaN"},
      {true},
      {false},
      {LocalDate.of(2026, 11, 20), "2026-11-20"},
    };
    for (Object[] row : rows) {
      LinkedHashSet<String> found = new LinkedHashSet<>();
      ScalarText.variants(StandardShapes.of(row[0]), row[0], found::add);
      assertThat(found)
          .as("%s", row[0])
          .containsExactlyInAnyOrder(Arrays.copyOfRange(row, 1, row.length, String[].class));
    }
  }

  @Test
  void maskedArrayHasVariants() {
    assertThat(variants("abcd".toCharArray())).containsExactly("abcd");
    assertThat(variants("abcd".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("abcd", "YWJjZA==");
    assertThat(variants(Arrays.asList('a', 'b'))).containsExactly("ab");
    assertThat(variants(Arrays.asList('a', "b"))).containsExactly("");
    assertThat(variants(new int[] {1, 2})).containsExactly("");
    assertThat(variants(Collections.singleton('a'))).isEmpty();
    assertThat(variants(Collections.singletonMap("a", 'b'))).isEmpty();
  }

  @Test
  void arraysOfCharsAndBytesAreRecognized() {
    assertThat(PrimitiveText.isChars(StandardShapes.of(new char[0]))).isTrue();
    assertThat(PrimitiveText.isChars(StandardShapes.of(new Character[0]))).isFalse();
    assertThat(PrimitiveText.isChars(StandardShapes.of(new byte[0]))).isFalse();
    assertThat(PrimitiveText.isBytes(StandardShapes.of(new byte[0]))).isTrue();
    assertThat(PrimitiveText.isBytes(StandardShapes.of(new Byte[0]))).isFalse();
    assertThat(PrimitiveText.isBytes(StandardShapes.of(Collections.emptyList()))).isFalse();
  }

  @Test
  void arraysAreCut() {
    char[] chars = "abcdef".toCharArray();
    assertThat(PrimitiveText.chars(StandardShapes.of(chars), chars, 3)).isEqualTo("abc");
    assertThat(PrimitiveText.chars(StandardShapes.of(chars), chars, 0)).isEmpty();
    byte[] bytes = {1, 2, 3, 4};
    assertThat(PrimitiveText.base64(StandardShapes.of(bytes), bytes, 3)).isEqualTo("AQID");
    assertThat(PrimitiveText.base64(StandardShapes.of(bytes), bytes, 99)).isEqualTo("AQIDBA==");
  }

  /** Each row: the pattern, the path and its text; {@code hidden} is a secret. */
  @Test
  void pathsAreMasked() {
    Path lines = Path.root().part("lines");
    Object[][] rows = {
      {"/x", lines.index(3).part("price"), "/lines/3/price"},
      {"/x", lines.key("hidden").part("price"), "/lines/***/price"},
      {"/x", lines.key("my hidden key"), "/lines/my *** key"},
      {"/x", lines.element("sku=hidden").part("price"), "/lines[sku=***]/price"},
      {"/x", lines.element("sku=A7"), "/lines[sku=A7]"},
      {"/x", Path.root().part("hidden"), "/hidden"},
      {"/lines", lines.key("a").key("b"), "/lines/***/***"},
      {"/lines", lines.index(3), "/lines/3"},
      {"/lines", lines.element("sku=A7"), "/lines[sku=***]"},
      {"/lines/*/sku", lines.element("sku=A7").part("price"), "/lines[sku=***]/price"},
      {"/lines/*/other", lines.element("sku=A7").part("price"), "/lines[sku=A7]/price"},
      {"/x", Path.root(), ""},
      {"/x", Path.root().key("a/b~c"), "/a~1b~0c"},
    };
    for (Object[] row : rows) {
      Secrets secrets = new Secrets();
      secrets.add("hidden");
      assertThat(PathText.of((Path) row[1], root((String) row[0]), secrets))
          .as("%s at %s", row[0], row[1])
          .isEqualTo(row[2]);
    }
  }

  @Test
  void labelIsCoveredIfItsKeyIs() {
    Path element = Path.root().part("lines").element("sku=A7");
    assertThat(PathText.isCoveredLabel(element, root("/lines/*/sku"))).isTrue();
    assertThat(PathText.isCoveredLabel(element, root("/lines/*/price"))).isFalse();
    assertThat(PathText.isCoveredLabel(element, root("/**/sku"))).isTrue();
    assertThat(PathText.isCoveredLabel(Path.root().element("A7"), root("/**"))).isFalse();
    assertThat(PathText.isCoveredLabel(Path.root().part("sku"), root("/sku"))).isFalse();
    assertThat(PathText.isCoveredLabel(Path.root().key("sku=A7"), root("/**/sku"))).isFalse();
  }

  @Test
  void searchFindsCoveredValues() {
    assertThat(secretsIn("/a", Collections.singletonMap("a", "hidden"))).isTrue();
    assertThat(secretsIn("/b", Collections.singletonMap("a", "hidden"))).isFalse();
    assertThat(secretsIn("/*/a", Arrays.asList(Collections.singletonMap("a", "hidden")))).isTrue();
    assertThat(secretsIn("/0/a", Arrays.asList(Collections.singletonMap("a", "hidden")))).isTrue();
    assertThat(secretsIn("/1/a", Arrays.asList(Collections.singletonMap("a", "hidden")))).isFalse();
    assertThat(secretsIn("/a", Optional.of(Collections.singletonMap("a", "hidden")))).isTrue();
    assertThat(secretsIn("/a", Collections.singletonMap("a", Arrays.asList("x", "hidden"))))
        .isTrue();
    assertThat(secretsIn("/**", "hidden")).isTrue();
    assertThat(secretsIn("/a", "hidden")).isFalse();
  }

  @Test
  void searchFindsCoveredKeys() {
    assertThat(secretsIn("/a", Collections.singletonMap("hidden", 1))).isFalse();
    assertThat(
            secretsIn("/a", Collections.singletonMap("a", Collections.singletonMap("hidden", 1))))
        .as("the whole map is covered")
        .isTrue();
    assertThat(secretsIn("/hidden", Collections.singletonMap("hidden", 1)))
        .as("only the value is covered")
        .isFalse();
  }

  @Test
  void sharedAndCyclicPartsAreSearchedOnce() {
    List<Object> cycle = new ArrayList<>();
    cycle.add(cycle);
    cycle.add(Collections.singletonMap("a", "hidden"));
    assertThat(secretsIn("/**/a", cycle)).isTrue();
    Object shared = Collections.singletonMap("a", "hidden");
    for (int i = 0; i < 60; i++) {
      shared = Arrays.asList(shared, shared);
    }
    assertThat(secretsIn("/**/a", shared)).as("2^60 paths").isTrue();
  }

  @Test
  void tooManyVisitsMaskEverything() {
    Secrets secrets = new Secrets();
    List<Object> many = new ArrayList<>(Collections.nCopies(1_000_001, "visible"));
    new SecretSearch(secrets).search(many, root("/**/a"));
    assertThat(secrets.mask("any text")).isEqualTo("***");
  }

  private static boolean secretsIn(String pattern, Object value) {
    Secrets secrets = new Secrets();
    new SecretSearch(secrets).search(value, root(pattern));
    return secrets.occurIn("a hidden text");
  }

  private static RedactionState root(String... patterns) {
    return RedactionState.root(
        Stream.of(patterns).map(PathPattern::parse).collect(Collectors.toList()));
  }

  private static String text(Object scalar) {
    return ScalarText.of(StandardShapes.of(scalar), scalar);
  }

  private static List<String> variants(Object array) {
    List<String> found = new ArrayList<>();
    Shape shape = StandardShapes.of(array);
    PrimitiveText.variants(shape, array, found::add);
    return found;
  }
}
