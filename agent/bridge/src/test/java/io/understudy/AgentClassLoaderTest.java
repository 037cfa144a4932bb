package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.bridge.Bridge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent's loader finds in a small jar, and what it does not find. */
class AgentClassLoaderTest {
  /** A class that the jar has under {@code inst/}, and the test's loader has too. */
  public static class Isolated {}

  @TempDir Path directory;

  private AgentClassLoader loader;

  private static byte[] classFile(Class<?> type) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in =
        Objects.requireNonNull(
            type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class"))) {
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        out.write(octet);
      }
    }
    return out.toByteArray();
  }

  private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    jar.write(content);
    jar.closeEntry();
  }

  @BeforeEach
  void build() throws IOException {
    Path file = directory.resolve("agent.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "9.8.7");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      String name = Isolated.class.getName().replace('.', '/');
      add(jar, "inst/" + name + ".classdata", classFile(Isolated.class));
      add(jar, "inst/settings.txt", "inside".getBytes(StandardCharsets.UTF_8));
      add(jar, "root.txt", "outside".getBytes(StandardCharsets.UTF_8));
    }
    loader = new AgentClassLoader(file.toFile());
  }

  @AfterEach
  void close() throws IOException {
    loader.close();
  }

  private static String text(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream closed = in) {
      for (int octet = closed.read(); octet >= 0; octet = closed.read()) {
        out.write(octet);
      }
    }
    return new String(out.toByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void classOfTheJarIsIsolated() throws ClassNotFoundException {
    Class<?> type = loader.loadClass(Isolated.class.getName());
    assertThat(type).isNotSameAs(Isolated.class);
    assertThat(type.getClassLoader()).isSameAs(loader);
    assertThat(loader.loadClass(Isolated.class.getName())).isSameAs(type);
    assertThat(type.getPackage().getImplementationVersion()).isEqualTo("9.8.7");
  }

  @Test
  void classesOfTheApplicationAreNotFound() {
    assertThatThrownBy(() -> loader.loadClass("org.junit.jupiter.api.Test"))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessage("org.junit.jupiter.api.Test");
    assertThatThrownBy(() -> loader.loadClass(AgentClassLoaderTest.class.getName()))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void classesOfTheJdkAndTheBridgeAreShared() throws ClassNotFoundException {
    assertThat(loader.loadClass("java.util.ArrayList")).isSameAs(java.util.ArrayList.class);
    assertThat(loader.loadClass(Bridge.class.getName())).isSameAs(Bridge.class);
  }

  @Test
  void resourcesAreFoundBelowInstOnly() throws IOException {
    assertThat(text(Objects.requireNonNull(loader.getResourceAsStream("settings.txt"))))
        .isEqualTo("inside");
    assertThat(loader.getResourceAsStream("root.txt")).isNull();
    assertThat(loader.getResource("root.txt")).isNull();
    assertThat(Collections.list(loader.getResources("settings.txt"))).hasSize(1);
    assertThat(Collections.list(loader.getResources("root.txt"))).isEmpty();
  }

  @Test
  void urlOfAResourceReadsTheOpenJar() throws IOException {
    URL url = Objects.requireNonNull(loader.getResource("settings.txt"));
    assertThat(url.getProtocol()).isEqualTo("understudy");
    assertThat(url.openConnection().getContentLengthLong()).isEqualTo(6);
    assertThat(text(url.openStream())).isEqualTo("inside");
  }

  @Test
  void classFileOfAnIsolatedClassIsAResource() throws IOException {
    String name = Isolated.class.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(name))) {
      assertThat(in.read()).isEqualTo(0xCA);
    }
  }

  @Test
  void resourcesOfTheJdkAreFound() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(loader.getResourceAsStream("java/lang/Object.class"))) {
      assertThat(in.read()).isEqualTo(0xCA);
    }
    assertThat(loader.getResource("java/lang/Object.class")).isNotNull();
  }

  @Test
  void closedLoaderKeepsItsClassesAndLoadsNoFurtherOnes() throws Exception {
    Class<?> type = loader.loadClass(Isolated.class.getName());
    loader.close();
    assertThat(loader.loadClass(Isolated.class.getName())).isSameAs(type);
    assertThatThrownBy(() -> loader.loadClass("io.understudy.Other"))
        .isInstanceOf(IllegalStateException.class);
  }
}
