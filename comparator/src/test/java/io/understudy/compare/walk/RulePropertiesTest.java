package io.understudy.compare.walk;

import static io.understudy.value.PathPattern.parse;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.identity.Identities;
import io.understudy.compare.rule.Rounding;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.compare.rule.TextFormat;
import io.understudy.compare.rule.TextRule;
import io.understudy.compare.rule.Tolerance;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** One property for each sort of rule: which changes of a value the rule covers, and no others. */
class RulePropertiesTest {
  private static final RuleScope EVERYWHERE = RuleScope.everywhere();

  private static Comparison compare(
      RulesBuilder rules, @Nullable Object control, @Nullable Object candidate) {
    return Differ.with(rules.build()).compare(control, candidate);
  }

  private static boolean equal(
      RulesBuilder rules, @Nullable Object control, @Nullable Object candidate) {
    return compare(rules, control, candidate).isEqual();
  }

  private static Map<Object, Object> entries(Object... keysAndValues) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static <T> List<T> shuffled(List<T> list, int seed) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  @Provide
  Arbitrary<Object> trees() {
    return RandomValues.trees(RandomValues.scalars());
  }

  @Property(tries = 200)
  void ignoreCoversEveryChangeOfItsPlaceAndNoOther(
      @ForAll("trees") Object a, @ForAll("trees") Object b) {
    RulesBuilder rules = Rules.builder().ignore(parse("/x"));

    assertThat(equal(rules, entries("x", a, "y", 1), entries("x", b, "y", 1))).isTrue();
    assertThat(equal(rules, entries("x", a, "y", 1), entries("y", 1))).isTrue();
    assertThat(compare(rules, entries("x", a, "y", 1), entries("x", b, "y", 2)).count())
        .isEqualTo(1);
    assertThat(equal(rules, entries("y", a), entries("y", b)))
        .isEqualTo(equal(Rules.builder(), a, b));
  }

  @Property(tries = 300)
  void tolerateCoversDistancesUpToItsLimit(
      @ForAll @IntRange(min = -20, max = 20) int a,
      @ForAll @IntRange(min = -20, max = 20) int b,
      @ForAll @IntRange(min = 0, max = 10) int most) {
    RulesBuilder numbers =
        Rules.builder().tolerate(EVERYWHERE, Tolerance.absolute(BigDecimal.valueOf(most)));
    RulesBuilder times =
        Rules.builder().tolerate(EVERYWHERE, Tolerance.time(Duration.ofSeconds(most)));

    assertThat(equal(numbers, a, b)).isEqualTo(Math.abs(a - b) <= most);
    assertThat(equal(numbers, (double) a, BigDecimal.valueOf(b)))
        .isEqualTo(Math.abs(a - b) <= most);
    assertThat(equal(times, Instant.ofEpochSecond(a), Instant.ofEpochSecond(b)))
        .isEqualTo(Math.abs(a - b) <= most);
    assertThat(equal(times, a, b)).isEqualTo(a == b);
  }

  @Property(tries = 300)
  void unorderedCoversEveryOrderAndNoOtherElements(
      @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 4) Integer> list, @ForAll int seed) {
    RulesBuilder rules = Rules.builder().unordered(parse(""));
    List<Object> candidate = new ArrayList<>(shuffled(list, seed));

    assertThat(equal(rules, list, candidate)).isTrue();
    candidate.add(9);
    assertThat(compare(rules, list, candidate).count()).isEqualTo(1);
  }

  @Property(tries = 300)
  void keyedComparesElementsWithTheSameKey(
      @ForAll @UniqueElements @Size(min = 1, max = 8) List<@IntRange(max = 50) Integer> keys,
      @ForAll int seed) {
    RulesBuilder rules = Rules.builder().keyed(parse(""), "id");
    List<Object> control = new ArrayList<>();
    List<Object> candidate = new ArrayList<>();
    keys.forEach(key -> control.add(entries("id", key, "v", "v" + key)));
    shuffled(keys, seed).forEach(key -> candidate.add(entries("id", key, "v", "v" + key)));
    int changed = keys.get(0);

    assertThat(equal(rules, control, candidate)).isTrue();
    candidate.replaceAll(
        each ->
            Objects.equals(((Map<?, ?>) each).get("id"), changed) ? entries("id", changed) : each);
    assertThat(compare(rules, control, candidate).differences())
        .singleElement()
        .asString()
        .startsWith("[id=" + changed + "]/v MISSING");
  }

  @Property(tries = 300)
  void identityCoversOneToOneIdsOnly(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 5) Integer> control,
      @ForAll @Size(min = 6, max = 6) List<@IntRange(min = 0, max = 5) Integer> mapping) {
    Rules rules = Rules.builder().identity(parse("/*"), "order").build();
    Map<Object, Object> mine = new LinkedHashMap<>();
    Map<Object, Object> theirs = new LinkedHashMap<>();
    for (int i = 0; i < control.size(); i++) {
      mine.put("id" + i, control.get(i));
      theirs.put("id" + i, "x" + mapping.get(control.get(i)));
    }
    int used = new HashSet<>(control).size();
    long images = control.stream().map(mapping::get).distinct().count();

    assertThat(Differ.with(rules).pairing(Identities.empty()).compare(mine, theirs).isEqual())
        .isEqualTo(used == images);
  }

  @Property(tries = 200)
  void renameComparesTheSameValuesUnderTheOtherName(
      @ForAll("trees") Object a, @ForAll("trees") Object b) {
    RulesBuilder rules = Rules.builder().rename(parse("/old"), parse("/outer/new"));
    Map<Object, Object> candidate = entries("outer", entries("new", b), "n", 1);

    assertThat(equal(rules, entries("old", a, "n", 1), candidate))
        .isEqualTo(equal(Rules.builder(), a, b));
    // The old name on the candidate's side is another part.
    assertThat(equal(rules, entries("old", 1, "n", a), entries("old", 1, "n", a))).isFalse();
  }

  @Property(tries = 300)
  void absentIsNullCoversPartsThatAreNull(
      @ForAll @UniqueElements @Size(max = 6) List<@IntRange(max = 9) Integer> nulls) {
    Map<Object, Object> without = entries("a", 1);
    Map<Object, Object> with = entries("a", 1);
    nulls.forEach(name -> with.put("n" + name, null));
    RulesBuilder rules = Rules.builder().absentIsNull(EVERYWHERE);

    assertThat(equal(rules, with, without)).isTrue();
    assertThat(equal(rules, without, with)).isTrue();
    assertThat(compare(Rules.builder(), with, without).count()).isEqualTo(nulls.size());
    with.put("b", 0);
    assertThat(compare(rules, with, without).count()).isEqualTo(1);
  }

  @Provide
  Arbitrary<Object> empties() {
    return Arbitraries.of(
            "", Collections.emptyList(), Collections.emptyMap(), new int[0], new HashSet<>())
        .map(each -> (Object) each)
        .injectNull(0.2);
  }

  @Property(tries = 100)
  void nullIsEmptyCoversAllEmptyValues(@ForAll("empties") Object a, @ForAll("empties") Object b) {
    RulesBuilder rules = Rules.builder().nullIsEmpty(EVERYWHERE);

    assertThat(equal(rules, new Object[] {a}, new Object[] {b})).isTrue();
    assertThat(equal(rules, new Object[] {a}, new Object[] {0})).isFalse();
  }

  @Property(tries = 300)
  void textRulesCoverCaseAndWhiteSpace(
      @ForAll @AlphaChars @StringLength(max = 8) String text,
      @ForAll @IntRange(max = 3) int spaces) {
    String gap = String.join("", Collections.nCopies(spaces, " \u00a0"));
    String changed = gap + text.toUpperCase(Locale.ROOT) + gap;
    RulesBuilder both = Rules.builder().text(EVERYWHERE, TextRule.IGNORE_CASE, TextRule.TRIM);
    RulesBuilder caseOnly = Rules.builder().text(EVERYWHERE, TextRule.IGNORE_CASE);

    assertThat(equal(both, text, changed)).isTrue();
    assertThat(equal(both, text, changed + "!")).isFalse();
    assertThat(equal(caseOnly, text, changed)).isEqualTo(spaces == 0);
  }

  @Property(tries = 300)
  void maskCoversItsMatchesOnly(
      @ForAll @IntRange(max = 9_999) int a, @ForAll @IntRange(max = 9_999) int b) {
    RulesBuilder rules = Rules.builder().mask(EVERYWHERE, Pattern.compile("[0-9]+"));

    assertThat(equal(rules, "job " + a + " done", "job " + b + " done")).isTrue();
    assertThat(equal(rules, "job " + a + " done", "job " + b + " failed")).isFalse();
    assertThat(equal(rules, a, b)).isEqualTo(a == b);
  }

  @Property(tries = 300)
  void codesCoverMappedPairsOnly(
      @ForAll @IntRange(max = 5) int control, @ForAll @IntRange(max = 7) int candidate) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (int i = 0; i < 4; i++) {
      codes.put(String.valueOf(i), "C" + (i + 1));
    }
    RulesBuilder rules = Rules.builder().codes(EVERYWHERE, codes);

    assertThat(equal(rules, control, "C" + candidate))
        .isEqualTo(control < 4 && candidate == control + 1);
    assertThat(equal(rules, control, candidate)).isEqualTo(control >= 4 && control == candidate);
  }

  @Property(tries = 300)
  void roundCoversBothRoundingsOfOneNumber(
      @ForAll @IntRange(min = -500, max = 500) int thousandths,
      @ForAll("modes") RoundingMode control,
      @ForAll("modes") RoundingMode candidate) {
    BigDecimal exact = BigDecimal.valueOf(thousandths, 3);
    RulesBuilder rules = Rules.builder().round(EVERYWHERE, Rounding.of(2, control, candidate));
    BigDecimal mine = exact.setScale(2, control);
    BigDecimal theirs = exact.setScale(2, candidate);

    assertThat(equal(rules, mine, theirs)).isTrue();
    assertThat(equal(rules, mine, theirs.add(new BigDecimal("0.03")))).isFalse();
  }

  @Provide
  Arbitrary<RoundingMode> modes() {
    return Arbitraries.of(RoundingMode.values()).filter(mode -> mode != RoundingMode.UNNECESSARY);
  }

  @Property(tries = 200)
  void parseComparesDocumentsAndNotTheirText(
      @ForAll @UniqueElements @Size(max = 5) List<@IntRange(max = 99) Integer> numbers,
      @ForAll int seed) {
    RulesBuilder rules = Rules.builder().parse(EVERYWHERE, TextFormat.JSON);
    String control = json(numbers, ",");
    String candidate = json(shuffled(numbers, seed), " ,\n ");

    assertThat(equal(rules, control, candidate)).isTrue();
    assertThat(equal(rules, control, json(Arrays.asList(1_000, 1_001), ","))).isFalse();
  }

  private static String json(List<Integer> numbers, String separator) {
    return numbers.stream()
        .map(number -> "\"k" + number + "\": " + number)
        .collect(java.util.stream.Collectors.joining(separator, "{", "}"));
  }

  @Property(tries = 300)
  void comparatorDecidesAlone(@ForAll int a, @ForAll int b, @ForAll boolean verdict) {
    RulesBuilder rules = Rules.builder().comparator(EVERYWHERE, "c", (x, y) -> verdict);

    assertThat(equal(rules, a, b)).isEqualTo(verdict);
    assertThat(equal(rules, "a" + a, "a" + a)).isEqualTo(verdict);
    assertThat(equal(rules, Arrays.asList(a, b), null)).isEqualTo(verdict);
  }

  @Property(tries = 100)
  void classNamesMakeSimpleNamesCount(@ForAll("trees") Object content) {
    Object control = new SampleTypes.Box(content);
    Object candidate = new Other.Crate(content);
    Rules compared = Rules.builder().classNames(true).build();

    assertThat(Differ.with(Rules.none()).compare(control, candidate).isEqual()).isTrue();
    assertThat(Differ.with(compared).compare(control, candidate).differences())
        .singleElement()
        .asString()
        .startsWith("(root) TYPE");
    assertThat(Differ.with(compared).compare(control, control).isEqual()).isTrue();
  }

  private static final class Other {
    /** A box with the same part and another name. */
    static final class Crate {
      final @Nullable Object content;

      Crate(@Nullable Object content) {
        this.content = content;
      }
    }
  }

  @Provide
  Arbitrary<Throwable> exceptions() {
    return Arbitraries.of("a 1", "a 2", "b")
        .flatMap(
            text ->
                Arbitraries.of(
                    new IOException(text),
                    new IllegalStateException(text),
                    new RuntimeException(text, new IOException("x"))));
  }

  @Property(tries = 200)
  void exceptionRulesDecideByClassMessageAndCause(
      @ForAll("exceptions") Throwable a, @ForAll("exceptions") Throwable b) {
    boolean sameClass = a.getClass() == b.getClass();
    boolean sameText = String.valueOf(a.getMessage()).equals(b.getMessage());
    boolean sameWords = firstLetter(a) == firstLetter(b);
    RulesBuilder mask = Rules.builder().exceptionMessages(EVERYWHERE, Pattern.compile("[0-9]"));

    assertThat(thrown(Rules.builder(), a, b)).isEqualTo(sameClass);
    assertThat(thrown(Rules.builder().exceptionMessages(true), a, b))
        .isEqualTo(sameClass && sameText);
    assertThat(thrown(mask, a, b)).isEqualTo(sameClass && sameWords);
    assertThat(thrown(Rules.builder().exceptionCauses(true), a, b)).isEqualTo(sameClass);
    assertThat(
            thrown(
                Rules.builder()
                    .exceptionClass("java.io.IOException", "java.lang.IllegalStateException"),
                a,
                b))
        .isEqualTo(a instanceof IOException ? b instanceof IllegalStateException : sameClass);
  }

  private static char firstLetter(Throwable thrown) {
    return String.valueOf(thrown.getMessage()).charAt(0);
  }

  private static boolean thrown(RulesBuilder rules, Throwable a, Throwable b) {
    return Differ.with(rules.build())
        .compare(Outcome.threw(ThrownException.of(a)), Outcome.threw(ThrownException.of(b)))
        .isEqual();
  }

  @Property(tries = 100)
  void exactModeRefusesEveryChangeOfRepresentation(@ForAll @IntRange(max = 99) int number) {
    RulesBuilder exact = Rules.builder().mode(io.understudy.compare.ComparisonMode.EXACT);

    assertThat(equal(Rules.builder(), number, BigDecimal.valueOf(number))).isTrue();
    assertThat(equal(exact, number, BigDecimal.valueOf(number))).isFalse();
    assertThat(equal(exact, number, number)).isTrue();
    assertThat(
            compare(exact, Arrays.asList(number, 1), Arrays.asList((long) number, 1))
                .differences()
                .stream()
                .map(each -> each.kind().name())
                .collect(toList()))
        .containsExactly("TYPE");
  }
}
