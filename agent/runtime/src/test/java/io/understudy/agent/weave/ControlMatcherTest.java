package io.understudy.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.rig.Sources;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which methods of a compiled class call points match, without weaving them. */
class ControlMatcherTest {
  private static final String[] SOURCES = {
    "package a; public interface Pricing { int quote(int n); default int twice(int n) { return n; } }",
    "package a; public class Plain implements Pricing { public int quote(int n) { return n; } }",
    "package a; public class Sub extends Plain { public int quote(int n) { return 2 * n; } }",
    "package a; public class Lazy extends Plain {}",
    "package a; public abstract class Half implements Pricing {}",
    "package b; public class Far implements a.Pricing { public int quote(int n) { return n; } }",
    "package a; public class Many { public int quote(int n) { return n; }"
        + " public int quote(String s) { return 0; } }"
  };

  @TempDir Path directory;

  private final List<CallPoint> points = new ArrayList<>();
  private final NoticeQueue notices = new NoticeQueue();
  private @Nullable URLClassLoader loader;

  @BeforeEach
  void compile() throws IOException {
    URL classes = Sources.compile(directory, SOURCES).toUri().toURL();
    loader = new URLClassLoader(new URL[] {classes}, getClass().getClassLoader());
  }

  @AfterEach
  void close() throws IOException {
    if (loader != null) {
      loader.close();
    }
  }

  private void add(String control, String... packages) {
    MethodRef ref = MethodRef.parse(control);
    CallConfig config =
        CallConfig.builder("p" + points.size(), ref, ref).packages(Arrays.asList(packages)).build();
    points.add(new CallPoint(points.size(), config, new Ledger(0)));
  }

  private ControlMatcher matcher() {
    WovenClasses woven =
        new WovenClasses(
            points.size(),
            PointNumbers.reserve(BridgeKeys.KEY, points),
            new SiteTable(),
            new WeavingStates(),
            notices);
    return new ControlMatcher(points, woven, notices);
  }

  private String matched(String type) throws IOException {
    byte[] bytes = Files.readAllBytes(directory.resolve(type.replace('.', '/') + ".class"));
    StringBuilder found = new StringBuilder();
    for (WeavingTarget target : matcher().in(loader, type.replace('.', '/'), null, bytes)) {
      found.append(target.point.name()).append(' ').append(target.method).append("; ");
    }
    return found.toString().trim();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    notices.drain(notice -> lines.add(notice.toString()));
    return lines;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.Plain | p0 quote(int); p1 quote(int);",
        "a.Sub | p1 quote(int);",
        "a.Lazy | ''",
        "a.Half | ''",
        "b.Far | ''",
        "a.Pricing | p2 twice(int);"
      })
  void exactAndInheritedControls(String type, String expected) throws IOException {
    add("a.Plain#quote");
    add("a.Pricing#quote", "a");
    add("a.Pricing#twice", "a", "c");
    assertThat(matched(type)).isEqualTo(expected);
  }

  @Test
  void classOutsideThePackagesIsNotConcerned() {
    add("a.Pricing#quote", "a");
    assertThat(matcher().concerns("b/Far")).isFalse();
    assertThat(matcher().concerns("a/Anything")).isTrue();
  }

  @Test
  void loadedClassIsConcernedOnlyIfItImplementsTheType() throws Exception {
    add("java.util.concurrent.Callable#call", "io.understudy");
    add("com.acme.Missing#call", "io.understudy");
    assertThat(matcher().concerns(getClass())).isFalse();
    assertThat(matcher().concerns(Task.class)).isTrue();
    assertThat(matcher().concerns(SubTask.class)).isTrue();
    assertThat(matcher().concerns(String.class)).isFalse();
  }

  /** Implements a JDK interface. */
  static class Task implements java.util.concurrent.Callable<String> {
    @Override
    public String call() {
      return "";
    }
  }

  /** Inherits the interface. */
  static class SubTask extends Task {}

  @Test
  void ambiguousMethodIsRefusedWithItsOverloads() throws IOException {
    add("a.Many#quote");
    assertThat(matched("a.Many")).isEmpty();
    assertThat(lines())
        .containsExactly(
            "WARN p0: a.Many#quote is overloaded: add the parameter types of one of quote(int),"
                + " quote(java.lang.String)");
  }

  @Test
  void missingMethodIsRefusedOnce() throws IOException {
    add("a.Plain#qoute");
    assertThat(matched("a.Plain")).isEmpty();
    assertThat(matched("a.Plain")).isEmpty();
    assertThat(lines())
        .containsExactly("WARN p0: a.Plain declares no method qoute; did you mean \"quote\"?");
  }

  @Test
  void damagedClassFileIsReported() {
    add("a.Plain#quote");
    add("a.Pricing#quote", "a");
    assertThat(matcher().in(loader, "a/Plain", null, new byte[] {1, 2})).isEmpty();
    assertThat(matcher().in(loader, "a/Other", null, new byte[] {1, 2})).isEmpty();
    assertThat(lines())
        .containsExactly(
            "WARN p0: a.Plain was not woven: it is no class file",
            "WARN a.Other was not checked: it is no class file");
  }

  @Test
  void unrelatedClassInsideThePackagesHasNoTargets() throws IOException {
    add("a.Pricing#quote", "a");
    assertThat(matched("a.Many")).isEmpty();
    assertThat(lines()).isEmpty();
  }
}
