package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;

import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.rule.Rounding;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import io.understudy.compare.rule.TextFormat;
import io.understudy.compare.rule.TextRule;
import io.understudy.compare.rule.Tolerance;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Colour;
import io.understudy.compare.walk.SampleTypes.Pair;
import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules and objects behind the rows of docs/comparing.md for rules. */
public final class RuleCases {
  private static final RuleScope HERE = RuleScope.parse("");
  private static final Instant NOON = Instant.parse("2024-02-29T12:00:00Z");

  private final Map<String, Case> cases = new LinkedHashMap<>();
  private Consumer<RulesBuilder> rules = none -> {};
  private String written = "";

  private RuleCases() {}

  /** Two values and the rules under which they are compared. */
  public static final class Case {
    public final Consumer<RulesBuilder> rules;
    public final Outcome control;
    public final Outcome candidate;

    public Case(Consumer<RulesBuilder> rules, Outcome control, Outcome candidate) {
      this.rules = rules;
      this.control = control;
      this.candidate = candidate;
    }
  }

  /** The cases by the rule's text and the name of the case. */
  public static Map<String, Case> all() {
    RuleCases all = new RuleCases();
    all.ignored();
    all.numbers();
    all.times();
    all.rounded();
    all.ordered();
    all.absent();
    all.empty();
    all.texts();
    all.codes();
    all.documents();
    all.comparators();
    all.scopes();
    all.exceptions();
    LenientRuleCases.all().forEach(all.cases::put);
    return all.cases;
  }

  private void under(String asWritten, Consumer<RulesBuilder> builder) {
    written = asWritten;
    rules = builder;
  }

  private void put(String name, @Nullable Object control, @Nullable Object candidate) {
    put(name, Outcome.returned(control), Outcome.returned(candidate));
  }

  private void put(String name, Outcome control, Outcome candidate) {
    cases.put(written + " | " + name, new Case(rules, control, candidate));
  }

  private static BigDecimal decimal(String number) {
    return new BigDecimal(number);
  }

  private void tolerate(String tolerance) {
    under("tolerate \"\" " + tolerance, to -> to.tolerate(HERE, Tolerance.parse(tolerance)));
  }

  private void ignored() {
    under("ignore /a", to -> to.ignore(RuleScope.parse("/a")));
    put("another value there", map("a", 1), map("a", 2));
    put("nothing there on one side", map("a", 1), map());
    put("another value elsewhere", map("a", 1, "b", 1), map("a", 1, "b", 2));
  }

  private void numbers() {
    tolerate("0.005");
    put("1.000 against 1.005", decimal("1.000"), decimal("1.005"));
    put("1.000 against 1.0050000001", decimal("1.000"), decimal("1.0050000001"));
    put("double 0.1 against BigDecimal 0.1", 0.1, decimal("0.1"));
    put("NaN against 0", Double.NaN, 0.0);
    tolerate("0.1 relative");
    put("100 against 90", 100, 90);
    put("100 against 89.99", decimal("100"), decimal("89.99"));
    put("0 against 1E-300", decimal("0"), decimal("1E-300"));
    tolerate("1 ulp");
    put("double 1.0 against the next double", 1.0, Math.nextUp(1.0));
    put("double 1.0 against the next but one", 1.0, Math.nextUp(Math.nextUp(1.0)));
    put("double 0.1 against BigDecimal 0.1", 0.1, decimal("0.1"));
    put(
        "BigDecimal 1 against BigDecimal 1.0000000000000000001",
        decimal("1"),
        decimal("1.0000000000000000001"));
    tolerate("0.01 or 0.1 relative");
    put("0.02 against 0.03", decimal("0.02"), decimal("0.03"));
    put("100 against 110", 100, 110);
    put("0.02 against 0.04", decimal("0.02"), decimal("0.04"));
    put("100 against 112", 100, 112);
    tolerate("2 decimals");
    put("1.005 against 1.00", decimal("1.005"), decimal("1.00"));
    put("1.005 against 1.01", decimal("1.005"), decimal("1.01"));
    put("1.0050001 against 1.01", decimal("1.0050001"), decimal("1.01"));
  }

  private void times() {
    tolerate("5s");
    put("an instant against one 5 s later", NOON, NOON.plusSeconds(5));
    put("an instant against one 5.000000001 s later", NOON, NOON.plusSeconds(5).plusNanos(1));
    put("a Date against an Instant 5 s earlier", Date.from(NOON), NOON.minusSeconds(5));
    put("a Duration against one 5 s longer", Duration.ofSeconds(1), Duration.ofSeconds(6));
    put("00:00:00 against 23:59:59", LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59));
    put("1 against 2", 1, 2);
    tolerate("1 day");
    put("29 February against 1 March", LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1));
    put("28 February against 1 March", LocalDate.of(2024, 2, 28), LocalDate.of(2024, 3, 1));
  }

  private void rounded() {
    under(
        "round \"\" to 2 decimals, control HALF_UP, candidate HALF_EVEN",
        to -> to.round(HERE, Rounding.of(2, RoundingMode.HALF_UP, RoundingMode.HALF_EVEN)));
    put("0.01 against 0.00 (of 0.005)", decimal("0.01"), decimal("0.00"));
    put("0.02 against 0.02", decimal("0.02"), decimal("0.02"));
    put("0.02 against 0.01", decimal("0.02"), decimal("0.01"));
    put("0.00 against 0.01", decimal("0.00"), decimal("0.01"));
    put("double 0.03 against 0.02 (of 0.025)", 0.03, decimal("0.02"));
    put("0.011 against 0.01", decimal("0.011"), decimal("0.01"));
    under(
        "round \"\" to 2 decimals, control DOWN, candidate not rounded",
        to -> to.round(HERE, Rounding.of(2, RoundingMode.DOWN, null)));
    put("1.99 against 1.999", decimal("1.99"), decimal("1.999"));
    put("1.99 against 2.00", decimal("1.99"), decimal("2.00"));
  }

  private void ordered() {
    under("unordered \"\"", to -> to.unordered(HERE));
    put("list a b against list b a", list("a", "b"), list("b", "a"));
    put("list a b against list a a", list("a", "b"), list("a", "a"));
    put("list against set", list("a"), Collections.singleton("a"));
    under("keyed \"\" by left", to -> to.keyed(HERE, "left"));
    put(
        "the same elements in another order",
        list(new Pair(1, "a"), new Pair(2, "b")),
        list(new Pair(2, "b"), new Pair(1, "a")));
    put("another value under a key", list(new Pair(1, "a")), list(new Pair(1, "b")));
    put("another key", list(new Pair(1, "a")), list(new Pair(2, "a")));
    under("keyed \"\" by left, right", to -> to.keyed(HERE, "left", "right"));
    put("one of two parts differs", list(new Pair(1, "a")), list(new Pair(1, "b")));
    under("rename /a to /b", to -> to.rename(PathPattern.parse("/a"), PathPattern.parse("/b")));
    put("a=1 against b=1", map("a", 1), map("b", 1));
    put("a=1 against a=1", map("a", 1), map("a", 1));
  }

  private void absent() {
    under("absent-is-null /a", to -> to.absentIsNull(RuleScope.parse("/a")));
    put("a=null against no a", map("a", null), map());
    put("no a against an empty Optional", map(), map("a", Optional.empty()));
    put("a=1 against no a", map("a", 1), map());
    put("b=null against no b", map("b", null), map());
    under("absent-is-null /**", to -> to.absentIsNull(RuleScope.everywhere()));
    put("list 1 null against list 1", list(1, null), list(1));
  }

  private void empty() {
    under("null-is-empty \"\"", to -> to.nullIsEmpty(HERE));
    put("null against \"\"", null, "");
    put("\"\" against an empty list", "", list());
    put("an empty map against an empty Optional", map(), Optional.empty());
    put("null against \" \"", null, " ");
    put("null against 0", null, 0);
    put("null against a list of null", null, list((Object) null));
    under(
        "null-is-empty \"\" and text \"\" trim",
        to -> to.nullIsEmpty(HERE).text(HERE, TextRule.TRIM));
    put("null against \" \"", null, " ");
  }

  private void text(TextRule... all) {
    String line = Rules.builder().text(HERE, all).build().describe().get(1);
    under(line, to -> to.text(HERE, all));
  }

  private void texts() {
    text(TextRule.IGNORE_CASE);
    put("\"Straße\" against \"STRASSE\"", "Stra\u00dfe", "STRASSE");
    put("\"I\" against \"\u0131\"", "I", "\u0131");
    put("\"I\" against \"i\"", "I", "i");
    put("enum RED against \"red\"", Colour.RED, "red");
    put("\"a\" against \"a \"", "a", "a ");
    text(TextRule.TRIM);
    put("\"a\" against \" a \" with a no-break space", "a", " a\u00a0");
    put("\"a b\" against \"a  b\"", "a b", "a  b");
    text(TextRule.COLLAPSE_WHITESPACE);
    put("\"a b\" against \"a \\n b\"", "a b", "a \n b");
    put("\"a\" against \" a\"", "a", " a");
    text(TextRule.NFC);
    put("\u00e9 composed against decomposed", "\u00e9", "e\u0301");
    put("\"fi\" against the ligature", "fi", "\ufb01");
    text(TextRule.NFKC);
    put("\"fi\" against the ligature", "fi", "\ufb01");
    under("mask \"\" matching [0-9]+", to -> to.mask(HERE, Pattern.compile("[0-9]+")));
    put("\"job 17\" against \"job 4\"", "job 17", "job 4");
    put("\"job 17\" against \"job\"", "job 17", "job");
    put("\"1-2\" against \"12\"", "1-2", "12");
    under("mask \"\" matching (a+)+\\1c", to -> to.mask(HERE, Pattern.compile("(a+)+\\1c")));
    put("a text for which that takes forever", repeated("a", 40) + "b", repeated("a", 40) + "c");
  }

  private static String repeated(String text, int times) {
    return String.join("", Collections.nCopies(times, text));
  }

  private void codes() {
    Map<String, String> status = new LinkedHashMap<>();
    status.put("A", "ACTIVE");
    status.put("1", "2");
    status.put("Y", "true");
    under("codes \"\" 1=2, A=ACTIVE, Y=true", to -> to.codes(HERE, status));
    put("\"A\" against \"ACTIVE\"", "A", "ACTIVE");
    put("\"A\" against \"A\"", "A", "A");
    put("\"B\" against \"B\"", "B", "B");
    put("\"B\" against \"ACTIVE\"", "B", "ACTIVE");
    put("int 1 against long 2", 1, 2L);
    put("int 1 against int 1", 1, 1);
    put("'Y' against true", 'Y', true);
    put("map A=1 against map ACTIVE=1", map("A", 1), map("ACTIVE", 1));
  }

  private void documents() {
    under("parse \"\" as json", to -> to.parse(HERE, TextFormat.JSON));
    put(
        "{\"a\":1,\"b\":[]} against {\"b\": [ ], \"a\": 1.0}",
        "{\"a\":1,\"b\":[]}",
        "{\"b\": [ ], \"a\": 1.0}");
    put("{\"a\":1} against {\"a\":2}", "{\"a\":1}", "{\"a\":2}");
    put("{\"a\":1} against a map a=1", "{\"a\":1}", map("a", 1));
    put("two texts that are no JSON", "{a", "{b");
    put("{} against a text that is no JSON", "{}", "{");
    put("[\"450\"] against [450]", "[\"450\"]", "[450]");
    under("parse /** as json", to -> to.parse(RuleScope.everywhere(), TextFormat.JSON));
    put("[\"450\"] against [450]", "[\"450\"]", "[450]");
    put("list of {\"a\":1} against list of {\"a\":1.0}", list("{\"a\":1}"), list("{\"a\":1.0}"));
    put("{\"b\":\"[1]\"} against {\"b\":\"[1.0]\"}", "{\"b\":\"[1]\"}", "{\"b\":\"[1.0]\"}");
    under(
        "parse /** as json and parse /b as json",
        to ->
            to.parse(RuleScope.everywhere(), TextFormat.JSON)
                .parse(RuleScope.parse("/b"), TextFormat.JSON));
    put("{\"b\":\"[1]\"} against {\"b\":\"[1.0]\"}", "{\"b\":\"[1]\"}", "{\"b\":\"[1.0]\"}");
    under("parse \"\" as xml", to -> to.parse(HERE, TextFormat.XML));
    put(
        "<a x='1' y='2'/> against <a y=\"2\" x=\"1\"></a>",
        "<a x='1' y='2'/>",
        "<a y=\"2\" x=\"1\"></a>");
    put("<a>1</a> against <a>2</a>", "<a>1</a>", "<a>2</a>");
  }

  private void comparators() {
    under(
        "comparator \"\" by same-length",
        to ->
            to.comparator(
                HERE, "same-length", (a, b) -> ((String) a).length() == ((String) b).length()));
    put("\"ab\" against \"xy\"", "ab", "xy");
    put("\"ab\" against \"xyz\"", "ab", "xyz");
    put("\"ab\" against 1 (it throws)", "ab", 1);
    under("class names", to -> to.classNames(true));
    put("bean against another class with the same parts", new Box(1), new Carton(1));
    put("bean against the same class", new Box(1), new Box(1));
  }

  /** A box with another name. */
  private static final class Carton {
    final Object content;

    Carton(Object content) {
      this.content = content;
    }
  }

  private void scopes() {
    under(
        "tolerate /a 1, tolerate java.math.BigDecimal 10, tolerate /** 100",
        to ->
            to.tolerate(RuleScope.parse("/a"), Tolerance.parse("1"))
                .tolerate(RuleScope.type("java.math.BigDecimal"), Tolerance.parse("10"))
                .tolerate(RuleScope.everywhere(), Tolerance.parse("100")));
    put("at /a by 10", map("a", decimal("1")), map("a", decimal("11")));
    put("BigDecimal at /b by 10", map("b", decimal("1")), map("b", decimal("11")));
    put("BigDecimal against int at /b by 11", map("b", decimal("1")), map("b", 12));
    put("int at /b by 100", map("b", 1), map("b", 101));
  }

  private void exceptions() {
    under(
        "exception class java.lang.IllegalStateException as java.io.IOException",
        to -> to.exceptionClass("java.lang.IllegalStateException", "java.io.IOException"));
    put("IllegalStateException against IOException", ise("a"), threw(new java.io.IOException("a")));
    put("IllegalStateException against itself", ise("a"), ise("a"));
    under(
        "exception class java.lang.IllegalStateException as any class",
        to -> to.anyExceptionClass(RuleScope.type("java.lang.IllegalStateException")));
    put("IllegalStateException against IOException", ise("a"), threw(new java.io.IOException("a")));
    put("IOException against IllegalStateException", threw(new java.io.IOException("a")), ise("a"));
    put("IllegalStateException against a returned null", ise("a"), Outcome.returned(null));
    under(
        "exception class /** as any class and exception message /** compared",
        to -> to.anyExceptionClass(RuleScope.everywhere()).exceptionMessages(true));
    put("another class with the same message", ise("a"), threw(new java.io.IOException("a")));
    put("another class with another message", ise("a"), threw(new java.io.IOException("b")));
    under("exception message /** compared", to -> to.exceptionMessages(true));
    put("another message", ise("a"), ise("b"));
    put(
        "another cause and the same message",
        threw(new IllegalStateException("a", new RuntimeException())),
        threw(new IllegalStateException("a", new IllegalArgumentException())));
    under(
        "exception message /** compared without what matches [0-9]+",
        to -> to.exceptionMessages(RuleScope.everywhere(), Pattern.compile("[0-9]+")));
    put("\"order 1\" against \"order 2\"", ise("order 1"), ise("order 2"));
    put("\"order 1\" against \"order\"", ise("order 1"), ise("order"));
    under("exception cause /** compared", to -> to.exceptionCauses(true));
    put(
        "another cause",
        threw(new IllegalStateException("a", new RuntimeException())),
        threw(new IllegalStateException("a", new IllegalArgumentException())));
    put(
        "the same cause with another message",
        threw(new IllegalStateException("a", new RuntimeException("a"))),
        threw(new IllegalStateException("a", new RuntimeException("b"))));
  }

  private static Outcome ise(String message) {
    return threw(new IllegalStateException(message));
  }

  private static Outcome threw(Throwable thrown) {
    return Outcome.threw(ThrownException.of(thrown));
  }
}
