package io.understudy;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentJarIT {
  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(ChildJvm.agentJar().toFile());
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  private List<String> names() {
    return Collections.list(jar.entries()).stream()
        .map(JarEntry::getName)
        .filter(n -> !n.endsWith("/"))
        .collect(toList());
  }

  @Test
  void rootHoldsOnlyPremainAndTheBridge() {
    assertThat(names().stream().filter(n -> !n.startsWith("inst/") && !n.startsWith("META-INF/")))
        .allMatch(
            n -> n.matches("io/understudy/[A-Z][A-Za-z$0-9]*\\.class|io/understudy/bridge/.*"))
        .contains(
            "io/understudy/Premain.class",
            "io/understudy/AgentClassLoader.class",
            "io/understudy/bridge/Bridge.class");
  }

  @Test
  void manifestNamesTheBridgeVersion() throws Exception {
    assertThat(jar.getManifest().getMainAttributes().getValue("Understudy-Bridge"))
        .isEqualTo(String.valueOf(io.understudy.bridge.Bridge.CONTRACT));
  }

  @Test
  void noClassFilesUnderInst() {
    assertThat(names()).noneMatch(n -> n.startsWith("inst/") && n.endsWith(".class"));
    assertThat(names())
        .noneMatch(n -> n.contains("META-INF/versions") || n.contains("module-info"));
  }

  @Test
  void metaInfHoldsManifestAndLicences() {
    assertThat(names().stream().filter(n -> n.startsWith("META-INF/")))
        .allMatch(n -> n.equals("META-INF/MANIFEST.MF") || n.startsWith("META-INF/licenses/"))
        .contains(
            "META-INF/licenses/byte-buddy/NOTICE",
            "META-INF/licenses/jackson-core/NOTICE",
            "META-INF/licenses/httpcore5/NOTICE",
            "META-INF/licenses/micrometer-core/LICENSE");
  }

  @Test
  void noDuplicateClasses() {
    List<String> classes =
        names().stream()
            .map(n -> n.replaceFirst("^inst/", "").replaceFirst("\\.classdata$", ".class"))
            .filter(n -> n.endsWith(".class"))
            .collect(toList());
    assertThat(classes).doesNotHaveDuplicates().hasSizeGreaterThan(3_000);
  }

  @Test
  void everyPartIsPresent() {
    assertThat(names())
        .contains(
            "inst/io/understudy/agent/weave/WeavingTransformer.classdata",
            "inst/io/understudy/compare/walk/Differ.classdata",
            "inst/net/bytebuddy/ByteBuddy.classdata",
            "inst/org/yaml/snakeyaml/Yaml.classdata",
            "inst/com/fasterxml/jackson/core/JsonFactory.classdata",
            "inst/io/micrometer/core/instrument/simple/SimpleMeterRegistry.classdata",
            "inst/org/apache/hc/core5/http/HttpHost.classdata",
            "inst/ch/qos/logback/classic/Logger.classdata");
  }

  @Test
  void manifestNamesPremain() throws IOException {
    Attributes attributes = jar.getManifest().getMainAttributes();
    assertThat(attributes.getValue("Premain-Class")).isEqualTo("io.understudy.Premain");
    assertThat(attributes.getValue("Agent-Class")).isEqualTo("io.understudy.Premain");
    assertThat(attributes.getValue("Main-Class")).isEqualTo("io.understudy.Premain");
    assertThat(attributes.getValue("Can-Retransform-Classes")).isEqualTo("true");
    assertThat(attributes.getValue("Launcher-Agent-Class")).isNull();
    assertThat(attributes.getValue("Boot-Class-Path")).isNull();
  }

  @Test
  void everyEntryHasTheTimestampOfTheBuild() {
    assertThat(Collections.list(jar.entries()).stream().map(JarEntry::getTime).distinct())
        .hasSize(1);
  }

  @Test
  void serviceFilesListTheProvidersOfAllLibraries() throws IOException {
    Path libraries = ChildJvm.agentJar().resolveSibling("libraries");
    Map<String, Set<String>> provided = new TreeMap<>();
    try (Stream<Path> files = Files.walk(libraries)) {
      for (Path file :
          files
              .filter(f -> f.toString().matches(".*META-INF.services.[^/\\\\]+"))
              .collect(toList())) {
        provided
            .computeIfAbsent("inst/META-INF/services/" + file.getFileName(), s -> new TreeSet<>())
            .addAll(lines(Files.newInputStream(file)));
      }
    }
    assertThat(provided).containsKey("inst/META-INF/services/org.slf4j.spi.SLF4JServiceProvider");
    for (Map.Entry<String, Set<String>> service : provided.entrySet()) {
      JarEntry entry = jar.getJarEntry(service.getKey());
      assertThat(entry).as(service.getKey()).isNotNull();
      assertThat(lines(jar.getInputStream(entry)))
          .containsExactlyInAnyOrderElementsOf(service.getValue());
    }
  }

  private static List<String> lines(InputStream file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader.lines().map(String::trim).filter(l -> !l.isEmpty()).collect(toList());
    }
  }
}
