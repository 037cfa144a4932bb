package io.understudy.agent.isolated;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.understudy.agent.call.CandidateScope;
import io.understudy.agent.config.IsolationConfig;
import io.understudy.rig.Condition;
import io.understudy.rig.Sources;
import io.understudy.value.RemovableClassValue;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IsolatedLoaderTest {
  private static final String SHARED = "package com.acme.api; public class Cart {}";

  @TempDir Path directory;
  private ClassLoader application;
  private Class<?> control;

  private static String library(int version) {
    return "package lib; public class Library { public static int version() { return "
        + version
        + "; } }";
  }

  @BeforeEach
  void compileTheApplication() throws Exception {
    Path classes =
        Sources.compile(
            directory.resolve("legacy"),
            library(1),
            SHARED,
            "package app; public class Control {}");
    Files.createDirectories(classes.resolve("com/acme/api"));
    Files.write(classes.resolve("com/acme/api/rates.txt"), bytes("1"));
    Files.write(classes.resolve("logback.xml"), bytes("of the application"));
    application = new URLClassLoader(new URL[] {classes.toUri().toURL()});
    control = application.loadClass("app.Control");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Path jarOf(String name, String... sources) throws Exception {
    Path classes =
        Sources.compile(Files.createDirectories(directory.resolve(name + "-classes")), sources);
    return Sources.jar(classes, directory.resolve(name + ".jar"), "Implementation-Version", name);
  }

  private static IsolationConfig config(String shared, Path... paths) {
    return new IsolationConfig(
        Collections.singletonList("next.jar"),
        Arrays.asList(paths),
        shared.isEmpty() ? Collections.emptySet() : new HashSet<>(Arrays.asList(shared.split(","))),
        "");
  }

  private IsolatedLoader loader(String shared, Path... paths) throws Exception {
    return new IsolatedLoaders().of(control, config(shared, paths));
  }

  private static URL resource(IsolatedLoader loader, String name) {
    return requireNonNull(loader.getResource(name), name);
  }

  private static Object call(Class<?> type, String method) throws Exception {
    return type.getMethod(method).invoke(null);
  }

  @Test
  void classOfTheOwnClassPathHidesTheOneOfTheApplication() throws Exception {
    IsolatedLoader loader = loader("", jarOf("next", library(2)));
    Class<?> library = loader.loadClass("lib.Library");
    assertThat(call(library, "version")).isEqualTo(2);
    assertThat(call(application.loadClass("lib.Library"), "version")).isEqualTo(1);
    assertThat(library.getPackage().getImplementationVersion()).isEqualTo("next");
    assertThat(library.getProtectionDomain().getCodeSource().getLocation().toString())
        .endsWith("/next.jar");
  }

  @Test
  void classOfTheApplicationIsNotFoundUnlessItsPackageIsShared() throws Exception {
    Path next = jarOf("next", library(2), SHARED);
    assertThatThrownBy(() -> loader("", next).loadClass("app.Control"))
        .isInstanceOf(ClassNotFoundException.class);
    assertThat(loader("", next).loadClass("com.acme.api.Cart"))
        .isNotSameAs(application.loadClass("com.acme.api.Cart"));
    assertThat(loader("com.acme", next).loadClass("com.acme.api.Cart"))
        .isSameAs(application.loadClass("com.acme.api.Cart"));
    Path none = jarOf("none", "package none; public class None {}");
    assertThatThrownBy(() -> loader("com.acme.ap", none).loadClass("com.acme.api.Cart"))
        .as("a package, not a prefix of its name")
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void classOfTheJdkHidesTheOneOfTheClassPath() throws Exception {
    Path next = jarOf("next", "package org.w3c.dom; public class Element {}");
    assertThat(loader("", next).loadClass("org.w3c.dom.Element"))
        .isSameAs(org.w3c.dom.Element.class);
  }

  @Test
  void toolOfTheJdkIsVisible() throws Exception {
    assumeTrue(JavaVersion.feature() >= 9, "on Java 8 they are in tools.jar");
    String tool = "com.sun.source.tree.Tree";
    assertThat(loader("", jarOf("next", library(2))).loadClass(tool)).isSameAs(Class.forName(tool));
  }

  @Test
  void resourceOfTheApplicationIsVisibleOnlyInASharedPackage() throws Exception {
    IsolatedLoader loader = loader("com.acme.api", jarOf("next", library(2)));
    assertThat(loader.getResource("logback.xml")).isNull();
    assertThat(read(resource(loader, "com/acme/api/rates.txt").openStream())).isEqualTo("1");
    assertThat(Collections.list(loader.getResources("com/acme/api/rates.txt"))).hasSize(1);
    assertThat(loader.getResourceAsStream("lib/Library.class")).isNotNull();
  }

  private static String read(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
        .lines()
        .collect(Collectors.joining("\n"));
  }

  @Test
  void resourceOfADirectoryOrAJarIsReadByItsUrlAndNextToIt() throws Exception {
    Path classes = Files.createDirectories(directory.resolve("plain/a b"));
    Files.write(classes.resolve("one.txt"), bytes("1"));
    Files.write(classes.resolve("two.txt"), bytes("2"));
    Path plain = directory.resolve("plain");
    for (Path entry : new Path[] {plain, Sources.jar(plain, directory.resolve("plain.jar"))}) {
      URL one = resource(loader("", entry), "a b/one.txt");
      assertThat(read(one.openStream())).isEqualTo("1");
      assertThat(read(new URL(one, "two.txt").openStream())).isEqualTo("2");
      assertThat(read(new URL(one.toExternalForm()).openStream())).isEqualTo("1");
    }
  }

  @Test
  void directoryBehindALinkIsReadAndItsDirectoriesAreResources() throws Exception {
    jarOf("next", library(2));
    Path current = directory.resolve("current");
    Files.createSymbolicLink(current, directory.resolve("next-classes"));
    IsolatedLoader loader = loader("", current);
    assertThat(call(loader.loadClass("lib.Library"), "version")).isEqualTo(2);
    assertThat(resource(loader, "lib").toString()).endsWith("/current/lib/");
    assertThat(Collections.list(loader.getResources("lib/"))).hasSize(1);
    assertThat(loader.getResource("li")).isNull();
  }

  @Test
  void manifestAddsToTheClassPath() throws Exception {
    jarOf("lib", library(3));
    Path main = Sources.compile(directory.resolve("m"), "package app; public class Next {}");
    Path jar = Sources.jar(main, directory.resolve("main.jar"), "Class-Path", "none.jar lib.jar");
    assertThat(call(loader("", jar).loadClass("lib.Library"), "version")).isEqualTo(3);
  }

  @Test
  void versionForThisJavaIsTaken() throws Exception {
    Path classes = Sources.compile(directory.resolve("multi"), library(8));
    Path versions = classes.resolve("META-INF/versions");
    Sources.compile(Files.createDirectories(versions.resolve("9")), library(9));
    Sources.compile(Files.createDirectories(versions.resolve("11")), library(11));
    Sources.compile(Files.createDirectories(versions.resolve("999")), library(999));
    Path jar = Sources.jar(classes, directory.resolve("multi.jar"), "Multi-Release", "true");
    int expected = JavaVersion.feature() < 9 ? 8 : 11;
    assertThat(call(loader("", jar).loadClass("lib.Library"), "version")).isEqualTo(expected);
    Path plain = Sources.jar(classes, directory.resolve("plain.jar"));
    assertThat(call(loader("", plain).loadClass("lib.Library"), "version")).isEqualTo(8);
  }

  @Test
  void signedJarHasItsSignersAndIsRefusedOnceItWasTamperedWith() throws Exception {
    Path jar = jarOf("signed", library(2));
    String keys = directory.resolve("keys.p12").toString();
    String options = " -keystore " + keys + " -storetype PKCS12 -storepass secret";
    tool("keytool", "-genkeypair -alias me -dname CN=me -keyalg RSA -keypass secret" + options);
    tool("jarsigner", options.trim() + " " + jar + " me");
    Class<?> library = loader("", jar).loadClass("lib.Library");
    assertThat(library.getProtectionDomain().getCodeSource().getCodeSigners()).hasSize(1);

    byte[] other = Files.readAllBytes(jarOf("other", library(3)));
    Path otherClasses = directory.resolve("other-classes");
    tool("jar", "uf " + jar + " -C " + otherClasses + " lib/Library.class");
    assertThat(other).isNotEmpty();
    assertThatThrownBy(() -> loader("", jar))
        .hasMessageContaining("signed.jar cannot be used: its signature is wrong");
  }

  private static void tool(String name, String arguments) throws Exception {
    Path home = Paths.get(System.getProperty("java.home"));
    Path command = home.resolve("bin").resolve(name);
    if (!Files.exists(command)) {
      command = home.resolve("../bin").resolve(name); // of the JDK around a JRE of Java 8
    }
    ProcessBuilder process = new ProcessBuilder(command.toString());
    process.command().addAll(Arrays.asList(arguments.split(" ")));
    File output = File.createTempFile("tool", ".txt");
    int exit = process.redirectErrorStream(true).redirectOutput(output).start().waitFor();
    assertThat(exit).as(new String(Files.readAllBytes(output.toPath()), "UTF-8")).isZero();
    Files.delete(output.toPath());
  }

  @Test
  void fileThatChangesAfterItWasOpenedGivesNoOtherClass() throws Exception {
    Path jar = jarOf("next", library(2), "package lib; public class Other {}");
    Path changed = jarOf("changed", library(3), "package lib; public class Other {}");
    IsolatedLoader loader = loader("", jar);
    loader.loadClass("lib.Library");
    Files.write(jar, new byte[100]);
    assertThatThrownBy(() -> loader.loadClass("lib.Other"))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessageContaining("next.jar: it has changed since it was opened; reload");
    Files.copy(changed, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(call(loader("", jar).loadClass("lib.Library"), "version")).isEqualTo(3);

    Path classes = directory.resolve("changed-classes");
    IsolatedLoader ofDirectory = loader("", classes);
    Files.write(classes.resolve("lib/Library.class"), new byte[10]);
    assertThatThrownBy(() -> ofDirectory.loadClass("lib.Library"))
        .hasMessageContaining("has changed since it was opened; reload");
  }

  @Test
  void fatJarIsRefusedWithTheClassPathToWrite() throws Exception {
    Path classes = Files.createDirectories(directory.resolve("boot/BOOT-INF/classes"));
    Files.write(classes.resolve("a.txt"), bytes("1"));
    Path jar = Sources.jar(directory.resolve("boot"), directory.resolve("boot.jar"));
    assertThatThrownBy(() -> loader("", jar))
        .hasMessageContaining("boot.jar cannot be used: its classes are in BOOT-INF; unpack it")
        .hasMessageContaining("\"DIRECTORY/BOOT-INF/lib/*.jar\"");
  }

  @Test
  void identityIsTheHashOfAllFiles() throws Exception {
    Path one = jarOf("one", library(2));
    Path two = jarOf("two", SHARED);
    IsolatedLoaders loaders = new IsolatedLoaders();
    assertThat(loaders.identity(config("", one))).isNull();
    loaders.of(control, config("", one));
    loaders.of(control, config("", one, two));
    assertThat(String.valueOf(loaders.identity(config("", one)))).matches("one\\.jar@[0-9a-f]{64}");
    assertThat(String.valueOf(loaders.identity(config("", one, two))))
        .matches("one\\.jar, two\\.jar@[0-9a-f]{64}");
  }

  @Test
  void oneLoaderPerClassPathAndDeployment() throws Exception {
    Path one = jarOf("one", library(2));
    IsolatedLoaders loaders = new IsolatedLoaders();
    IsolatedLoader first = loaders.of(control, config("", one));
    assertThat(loaders.of(control, config("", one))).isSameAs(first);
    assertThat(loaders.of(control, config("app", one))).isNotSameAs(first);
    assertThat(loaders.of(getClass(), config("", one))).isNotSameAs(first);
    assertThat(IsolatedLoader.isIsolated(new URLClassLoader(new URL[0], first))).isTrue();
    assertThat(IsolatedLoader.isIsolated(application)).isFalse();
  }

  @Test
  void driverIsRegisteredAndRemovedAndTheLoaderIsCollected() throws Exception {
    WeakReference<ClassLoader> gone = useADriver();
    RemovableClassValue.forget(Long.MAX_VALUE);
    Condition.await(
        "the loader is collected",
        () -> {
          System.gc();
          return gone.get() == null;
        });
  }

  private WeakReference<ClassLoader> useADriver() throws Exception {
    URL ofH2 = org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation();
    Path driver = Paths.get(ofH2.toURI());
    Path next =
        jarOf(
            "next",
            "package app; import java.sql.*; public class Next {"
                + " public static String ask() throws Exception {"
                + " try (Connection c = DriverManager.getConnection(\"jdbc:h2:mem:isolated\");"
                + " ResultSet r = c.createStatement().executeQuery(\"select 6 * 7\")) {"
                + " r.next(); return r.getString(1) + \" by \" + c.getClass().getClassLoader();"
                + " } } }");
    IsolatedLoaders loaders = new IsolatedLoaders();
    IsolatedLoader loader = loaders.of(control, config("", next, driver));
    assertThat(call(loader.loadClass("app.Next"), "ask"))
        .isEqualTo("42 by the class loader of next.jar, " + driver.getFileName());
    assertThat(DriverManager.getDriver("jdbc:h2:mem:other").getClass())
        .as("the application keeps its own driver")
        .isSameAs(org.h2.Driver.class);
    assertThat(driversOf(loader)).hasSize(1);
    assertThat(loaders.close(CandidateScope.NONE)).isEmpty();
    assertThat(driversOf(loader)).isEmpty();
    assertThatThrownBy(() -> loaders.of(control, config("app", next)))
        .hasMessageContaining("replaced");
    return new WeakReference<>(loader);
  }

  /** The drivers that a class of the loader sees. */
  private static List<Driver> driversOf(IsolatedLoader loader) throws Exception {
    byte[] bytes = new byte[10_000];
    int length;
    try (InputStream in = DriverList.class.getResourceAsStream("DriverList.class")) {
      length = in.read(bytes);
    }
    Class<?> list = loader.defineOwn(DriverList.class.getName(), Arrays.copyOf(bytes, length));
    @SuppressWarnings("unchecked")
    List<Driver> found = (List<Driver>) list.getMethod("drivers").invoke(null);
    return found.stream()
        .filter(each -> each.getClass().getClassLoader() == loader)
        .collect(Collectors.toList());
  }
}
