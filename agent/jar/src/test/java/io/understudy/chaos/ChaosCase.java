package io.understudy.chaos;

import io.understudy.rig.ChildJvm;
import io.understudy.rig.Jvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * One case: what the application does, with which JVM, configuration and candidates, and what must
 * be true afterwards besides the same output and exit code. Built by calls in a row; not changed
 * after that.
 */
final class ChaosCase {
  private static final int[] ALL = {8, 11, 17, 21, 25};

  /** What a case does to the directory of the JVM before the JVM starts. */
  interface Preparation {
    void prepare(Path directory) throws Exception;
  }

  /** What a case expects of a run. */
  interface Expectation {
    void check(ChaosRun run) throws Exception;
  }

  final String name;
  final List<String> options = new ArrayList<>();
  final List<Preparation> preparations = new ArrayList<>();
  final List<Expectation> expectations = new ArrayList<>();
  String promise = "";
  String result = "";
  List<String> action = Arrays.asList("Work", "2", "150");
  String journal = "";
  String settings = "";
  String quote = "chaos.Next#right";
  String lines = "chaos.Next#lines";
  String more = "";
  String whole = "";
  String before = "";
  int seconds = 60;
  int times = 1;
  boolean comparesErr = true;
  boolean comparesOut = true;
  Books books = Books.EXACT;
  private int[] javas = ALL;
  private boolean quick;

  private ChaosCase(String name) {
    this.name = name;
  }

  static ChaosCase of(String name) {
    return new ChaosCase(name);
  }

  /** What safety.md promises, and what it says about the result. */
  ChaosCase promises(String what, String shown) {
    promise = what;
    result = shown;
    return this;
  }

  /** The versions of Java; all by default. */
  ChaosCase java(int... versions) {
    javas = versions.clone();
    return this;
  }

  /** Runs in each {@code mvn verify}, with one version of Java. */
  ChaosCase quick() {
    quick = true;
    return this;
  }

  /** The class of the application that runs, below {@code chaos}, and its words. */
  ChaosCase action(String... words) {
    action = Collections.unmodifiableList(Arrays.asList(words.clone()));
    return this;
  }

  ChaosCase option(String... jvm) {
    options.addAll(Arrays.asList(jvm));
    return this;
  }

  /** Commands of bash before the JVM starts. */
  ChaosCase after(String commands) {
    before = commands;
    return this;
  }

  /** The candidate of {@code Legacy#quote}, as class and method below {@code chaos}. */
  ChaosCase quote(String candidate) {
    quote = "chaos." + candidate;
    return this;
  }

  /** The candidate of {@code Legacy#lines}. */
  ChaosCase lines(String candidate) {
    lines = "chaos." + candidate;
    return this;
  }

  /** A further call point: a control of {@code Legacy} and its candidate. */
  ChaosCase point(String control, String candidate) {
    more += Chaos.point(control, "chaos." + candidate);
    return this;
  }

  /** Keys below {@code journal}, each with a comma before it. */
  ChaosCase journal(String keys) {
    journal = keys;
    return this;
  }

  /** Lines of the configuration outside of journal and calls. */
  ChaosCase settings(String yaml) {
    settings += yaml + "\n";
    return this;
  }

  /** The whole text of the configuration. */
  ChaosCase configuration(String yaml) {
    whole = yaml;
    return this;
  }

  ChaosCase prepare(Preparation preparation) {
    preparations.add(preparation);
    return this;
  }

  /** The time limit of each JVM. */
  ChaosCase seconds(int limit) {
    seconds = limit;
    return this;
  }

  /** The number of JVMs, one after the other, that write to one journal. */
  ChaosCase times(int jvms) {
    times = jvms;
    return this;
  }

  ChaosCase books(Books how) {
    books = how;
    return this;
  }

  /** The application's own standard error differs from run to run. */
  ChaosCase anyErr() {
    comparesErr = false;
    return this;
  }

  /** The application's own output differs from run to run. */
  ChaosCase anyOutput() {
    comparesOut = false;
    comparesErr = false;
    return this;
  }

  ChaosCase expect(Expectation expectation) {
    expectations.add(expectation);
    return this;
  }

  /** The log of the agent, the journal or standard error contains this text. */
  ChaosCase names(String text) {
    return expect(run -> run.assertNames(text));
  }

  /** The versions of Java, as the table of safety.md shows them. */
  String versions() {
    return Arrays.equals(javas, ALL)
        ? "8 to 25"
        : Arrays.toString(javas).replaceAll("[\\[\\]]", "");
  }

  /** The runs of some cases: all versions, or the quick cases with the running one. */
  static Stream<Arguments> runs(ChaosCase... cases) {
    boolean all = Boolean.getBoolean("understudy.long");
    return Arrays.stream(cases)
        .flatMap(
            each ->
                all
                    ? Arrays.stream(each.javas).mapToObj(java -> Arguments.of(java, each))
                    : each.quick && each.runsOn(Jvm.running())
                        ? Stream.of(Arguments.of(Jvm.running(), each))
                        : Stream.empty());
  }

  /** The versions are samples of those between them. */
  private boolean runsOn(int java) {
    IntSummaryStatistics range = Arrays.stream(javas).summaryStatistics();
    return range.getMin() <= java && java <= range.getMax();
  }

  /** Prepares the JVM of this case with the agent. */
  ChildJvm configure(ChildJvm jvm) {
    return jvm.yaml(whole.isEmpty() ? Chaos.yaml(this) : whole.replace("$JOURNAL", Chaos.JOURNAL));
  }

  @Override
  public String toString() {
    return name;
  }
}
