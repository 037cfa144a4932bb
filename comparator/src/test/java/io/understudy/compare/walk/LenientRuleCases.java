package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;

import io.understudy.compare.Outcome;
import io.understudy.compare.rule.DayZone;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.compare.rule.SideState;
import io.understudy.compare.rule.Tolerance;
import io.understudy.compare.walk.SampleTypes.Colour;
import io.understudy.compare.walk.SampleTypes.Pair;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of docs/comparing.md for rules that compare less, or names and kinds of values. */
final class LenientRuleCases {
  private static final RuleScope HERE = RuleScope.parse("");
  private static final RuleScope EVERYWHERE = RuleScope.everywhere();

  private final Map<String, RuleCases.Case> cases = new LinkedHashMap<>();
  private Consumer<RulesBuilder> rules = none -> {};
  private String written = "";

  private LenientRuleCases() {}

  /** The cases by the rule's text and the name of the case. */
  static Map<String, RuleCases.Case> all() {
    LenientRuleCases all = new LenientRuleCases();
    all.ignoredWhere();
    all.only();
    all.anyValues();
    all.sets();
    all.names();
    all.numbersInTexts();
    all.binaryNumbers();
    all.days();
    all.patterns();
    all.scopes();
    return all.cases;
  }

  private void under(String asWritten, Consumer<RulesBuilder> builder) {
    written = asWritten;
    rules = builder;
  }

  private void put(String name, @Nullable Object control, @Nullable Object candidate) {
    cases.put(
        written + " | " + name,
        new RuleCases.Case(rules, Outcome.returned(control), Outcome.returned(candidate)));
  }

  private void ignoreWhere(String scope, SideState... states) {
    StringBuilder words = new StringBuilder();
    for (SideState state : states) {
      words.append(words.length() == 0 ? "" : ", ").append(state.wireName());
    }
    RuleScope where = RuleScope.parse(scope);
    under(
        "ignore-where " + (scope.isEmpty() ? "\"\"" : scope) + " " + words,
        to -> to.ignoreWhere(where, states));
  }

  private void ignoredWhere() {
    ignoreWhere("/**", SideState.CONTROL_ABSENT);
    put("a=1 against a=1 b=2", map("a", 1), map("a", 1, "b", 2));
    put("a=1 b=2 against a=1", map("a", 1, "b", 2), map("a", 1));
    put("a=1 against a=2 b=2", map("a", 1), map("a", 2, "b", 2));
    put("list 1 against list 1 2", list(1), list(1, 2));
    put("list of a=1 against list of a=1 b=2", list(map("a", 1)), list(map("a", 1, "b", 2)));
    ignoreWhere("/b", SideState.CANDIDATE_ABSENT);
    put("a=1 b=2 against a=1", map("a", 1, "b", 2), map("a", 1));
    put("a=1 c=2 against a=1", map("a", 1, "c", 2), map("a", 1));
    put("a=1 b=2 against a=1 b=3", map("a", 1, "b", 2), map("a", 1, "b", 3));
    ignoreWhere("/a", SideState.CONTROL_NULL);
    put("a=null against a=1", map("a", null), map("a", 1));
    put("a=empty Optional against a=1", map("a", Optional.empty()), map("a", 1));
    put("a=1 against a=null", map("a", 1), map("a", null));
    put("no a against a=1", map(), map("a", 1));
    put("a=\"\" against a=1", map("a", ""), map("a", 1));
    ignoreWhere("/a", SideState.CANDIDATE_NULL, SideState.CANDIDATE_EMPTY);
    put("a=x against a=\"\"", map("a", "x"), map("a", ""));
    put("a=list of x against a=empty list", map("a", list("x")), map("a", list()));
    put("a=x against a=\" \"", map("a", "x"), map("a", " "));
    put("a=\"\" against a=x", map("a", ""), map("a", "x"));
  }

  private void only() {
    under("only /a", to -> to.only(RuleScope.parse("/a")));
    put("another value there", map("a", 1), map("a", 2));
    put("another value below", map("a", map("b", 1)), map("a", map("b", 2)));
    put("another value elsewhere", map("a", 1, "b", 1), map("a", 1, "b", 2));
    put("more parts elsewhere", map("a", 1), map("a", 1, "c", list(1)));
    put("nothing there on one side", map("a", 1), map());
    put("null against a=1", null, map("a", 1));
    put("null against b=1", null, map("b", 1));
    under("only /**/price", to -> to.only(RuleScope.parse("/**/price")));
    put(
        "another name beside an equal price",
        list(map("name", "x", "price", 1)),
        list(map("name", "y", "price", 1)));
    put("another price", list(map("price", 1)), list(map("price", 2)));
    put("one more element with a price", list(), list(map("price", 1)));
    put("one more element without a price", list(), list(map("name", "x")));
    put("list of texts against list of other texts", list("a", "b"), list("c"));
    under("only java.math.BigDecimal", to -> to.only(RuleScope.type("java.math.BigDecimal")));
    put("another BigDecimal", map("a", decimal("1"), "b", 1), map("a", decimal("2"), "b", 1));
    put("another int", map("a", decimal("1"), "b", 1), map("a", decimal("1"), "b", 2));
  }

  private static BigDecimal decimal(String number) {
    return new BigDecimal(number);
  }

  private void anyValues() {
    under("any-value \"\"", to -> to.anyValue(HERE));
    put("1 against 2.5", 1, decimal("2.5"));
    put("\"a\" against \"b\"", "a", "b");
    put("enum RED against \"x\"", Colour.RED, "x");
    put("1 against \"1\"", 1, "1");
    put("1 against null", 1, null);
    put("a day against another", LocalDate.of(2024, 2, 29), LocalDate.of(2026, 1, 1));
    put("a day against an instant", LocalDate.of(2024, 2, 29), Instant.EPOCH);
    under("any-value /a/**", to -> to.anyValue(RuleScope.parse("/a/**")));
    put("other values below", map("a", list(1, 2)), map("a", list(3, 4)));
    put("more elements below", map("a", list(1)), map("a", list(3, 4)));
    put("other parts below", map("a", map("b", 1)), map("a", map("c", 1)));
    put("another value elsewhere", map("b", 1), map("b", 2));
  }

  private void sets() {
    under("as-set \"\"", to -> to.asSet(HERE));
    put("list a b a against list b a", list("a", "b", "a"), list("b", "a"));
    put("list a b against list a a", list("a", "b"), list("a", "a"));
    put("list a a against set a", list("a", "a"), Collections.singleton("a"));
    put("list a against a", list("a"), "a");
    put("list against empty list", list("a", "a"), list());
  }

  private void names() {
    under("similar-names /**", to -> to.similarNames(EVERYWHERE));
    put("order_id=1 against orderId=1", map("order_id", 1), map("orderId", 1));
    put("ORDER-ID=1 against orderId=2", map("ORDER-ID", 1), map("orderId", 2));
    put("order_id=1 against orderNo=1", map("order_id", 1), map("orderNo", 1));
    put("a_b=1 aB=2 against aB=2 a_b=1", map("a_b", 1, "aB", 2), map("aB", 2, "a_b", 1));
    put("a_b=1 against aB=1 AB=1", map("a_b", 1), map("aB", 1, "AB", 1));
    put("bean against a bean of other style", new Pair(1, "a"), new SnakePair(1, "a"));
    under("similar-names /a", to -> to.similarNames(RuleScope.parse("/a")));
    put("at /a", map("a", map("x_y", 1)), map("a", map("xY", 1)));
    put("at /b", map("b", map("x_y", 1)), map("b", map("xY", 1)));
  }

  /** A pair whose names are written in another style. */
  private static final class SnakePair {
    final Object _left;
    final Object RIGHT;

    SnakePair(Object left, Object right) {
      this._left = left;
      this.RIGHT = right;
    }
  }

  private void numbersInTexts() {
    under("text-as-number \"\"", to -> to.textAsNumber(HERE));
    put("\"450\" against 450", "450", 450);
    put("450 against \"450.00\"", 450, "450.00");
    put("\"450\" against \"450.0\"", "450", "450.0");
    put("\"007\" against 7", "007", 7);
    put("\"450\" against 451", "450", 451);
    put("\"4 50\" against 450", "4 50", 450);
    put("\"x\" against 1", "x", 1);
    put("\"true\" against true", "true", true);
    put("map \"1\"=a against map 1=a", map("1", "a"), Collections.singletonMap(1, "a"));
    under(
        "text-as-number \"\" and tolerate \"\" 0.01",
        to -> to.textAsNumber(HERE).tolerate(HERE, Tolerance.parse("0.01")));
    put("\"1.005\" against 1.00", "1.005", decimal("1.00"));
    put("\"1.02\" against 1.00", "1.02", decimal("1.00"));
  }

  private void binaryNumbers() {
    under("tolerate \"\" decimal", to -> to.tolerate(HERE, Tolerance.binary()));
    put("double 0.1 against the decimal 0.1", 0.1, decimal("0.1"));
    put("double 0.1 against float 0.1", 0.1, 0.1f);
    put("double 0.1 + 0.2 against the decimal 0.3", 0.1 + 0.2, decimal("0.3"));
    put("double 2^60 against 2^60 + 1", (double) (1L << 60), (1L << 60) + 1);
    put("double NaN against the decimal 0", Double.NaN, decimal("0"));
    under(
        "tolerate \"\" 0.01 or decimal",
        to -> to.tolerate(HERE, Tolerance.parse("decimal or 0.01")));
    put("double 0.1 against the decimal 0.11", 0.1, decimal("0.11"));
  }

  private static java.util.Date date(String instant) {
    return java.util.Date.from(Instant.parse(instant));
  }

  private void days() {
    DayZone berlin = DayZone.parse("Europe/Berlin");
    LocalDate day = LocalDate.parse("2026-03-01");
    under("days \"\" in Europe/Berlin", to -> to.days(HERE, berlin));
    put("a Date at midnight in Berlin against that day", date("2026-02-28T23:00:00Z"), day);
    put("that day against a Date at noon", day, date("2026-03-01T12:00:00Z"));
    put("a Date at 23:30 in UTC against that day", date("2026-03-01T23:30:00Z"), day);
    put(
        "an instant against another of the same day",
        Instant.parse("2026-03-01T01:00:00Z"),
        Instant.parse("2026-03-01T02:00:00Z"));
    put("a LocalDateTime against its day", day.atTime(23, 59), day);
    put("a day against its text", day, "2026-03-01");
    under(
        "days \"\" in UTC and tolerate \"\" 1 day",
        to -> to.days(HERE, DayZone.parse("UTC")).tolerate(HERE, Tolerance.parse("1 day")));
    put("a Date against the next day", date("2026-02-28T10:00:00Z"), day);
    put("a Date against the day after that", date("2026-02-27T10:00:00Z"), day);
  }

  private void patterns() {
    under("matches \"\" [0-9]{3}", to -> to.matches(HERE, Pattern.compile("[0-9]{3}")));
    put("\"x\" against \"123\"", "x", "123");
    put("null against 123", null, 123);
    put("\"123\" against \"x\"", "123", "x");
    put("\"12\" against \"1234\"", "12", "1234");
    put("\"123\" against null", "123", null);
    put("\"123\" against a list of \"123\"", "123", list("123"));
    under("matches /a .*", to -> to.matches(RuleScope.parse("/a"), Pattern.compile(".*")));
    put("no a against a=1", map(), map("a", 1));
    put("a=1 against no a", map("a", 1), map());
    under("matches \"\" (a+)+\\1c", to -> to.matches(HERE, Pattern.compile("(a+)+\\1c")));
    put(
        "a text for which that takes forever",
        "a",
        String.join("", Collections.nCopies(40, "a")) + "b");
  }

  private void scopes() {
    under("ignore /sp*", to -> to.ignore(RuleScope.parse("/sp*")));
    put("another value at /span", map("span", 1), map("span", 2));
    put("another value at /asp", map("asp", 1), map("asp", 2));
    under(
        "tolerate /sp* 1, tolerate /spa* 5, tolerate /span 10",
        to ->
            to.tolerate(RuleScope.parse("/sp*"), Tolerance.parse("1"))
                .tolerate(RuleScope.parse("/spa*"), Tolerance.parse("5"))
                .tolerate(RuleScope.parse("/span"), Tolerance.parse("10")));
    put("at /span by 10", map("span", 1), map("span", 11));
    put("at /space by 6", map("space", 1), map("space", 7));
    put("at /spot by 2", map("spot", 1), map("spot", 3));
    under("ignore java.math.Big*", to -> to.ignore(RuleScope.type("java.math.Big*")));
    put("BigDecimal 1 against BigDecimal 2", list(decimal("1")), list(decimal("2")));
    put("int 1 against int 2", list(1), list(2));
    under(
        "comparator java.util.UUID -> java.lang.String by same-text",
        to ->
            to.comparator(
                RuleScope.types("java.util.UUID", "java.lang.String"),
                "same-text",
                (a, b) -> a.toString().equals(b)));
    UUID id = new UUID(1, 2);
    put("UUID against its text", list(id), list(id.toString()));
    put("UUID against another text", list(id), list("x"));
    put("text against its UUID", list(id.toString()), list(id));
    put("UUID against another UUID", list(id), list(new UUID(1, 3)));
  }
}
