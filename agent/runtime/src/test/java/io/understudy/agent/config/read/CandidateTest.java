package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.Config;
import io.understudy.agent.config.IsolationConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CandidateTest {
  @TempDir Path directory;

  @BeforeEach
  void makeJars() throws Exception {
    Files.createDirectories(directory.resolve("lib"));
    for (String name : new String[] {"next.jar", "lib/b.jar", "lib/a.jar", "lib/readme.txt"}) {
      Files.write(directory.resolve(name), new byte[] {1});
    }
  }

  private Config read(String candidate) throws Exception {
    String yaml = "calls: [ { name: q, control: a.Old#q, candidate: " + candidate + " } ]";
    Path file = Files.write(directory.resolve("understudy.yaml"), yaml.getBytes("UTF-8"));
    return ConfigLoader.load(file.toString(), Collections.emptyList());
  }

  private static IsolationConfig isolation(Config config) {
    IsolationConfig isolation = config.calls().get(0).isolation();
    assertThat(isolation).isNotNull();
    return isolation;
  }

  @Test
  void mappingWithoutAClassPathIsTheShortForm() throws Exception {
    Config config = read("{ class: a.New, method: 'q(int)' }");
    assertThat(config.calls().get(0).candidate().toString()).isEqualTo("a.New#q(int)");
    assertThat(config.calls().get(0).isolation()).isNull();
    assertThat(config.hash()).isEqualTo(read("a.New#q(int)").hash());
  }

  @Test
  void pathsStartAtTheConfigurationAndJarsOfADirectoryAreInOrder() throws Exception {
    IsolationConfig isolation =
        isolation(
            read("{ class: a.Old, method: q, classpath: [next.jar, 'lib/*.jar'], shared: [a.b] }"));
    assertThat(isolation.classPath())
        .containsExactly(
            directory.resolve("next.jar"),
            directory.resolve("lib/a.jar"),
            directory.resolve("lib/b.jar"));
    assertThat(isolation.shares("a.b.C")).isTrue();
    assertThat(isolation.shares("a.b.c.C")).isTrue();
    assertThat(isolation.shares("a.bc.C")).isFalse();
    assertThat(isolation.shares("a.b")).isFalse();
  }

  @Test
  void classPathAndSharedPackagesArePartOfTheHashAndContentsAreNot() throws Exception {
    Config before = read("{ class: a.New, method: q, classpath: [next.jar] }");
    Files.write(directory.resolve("next.jar"), new byte[] {1, 2});
    Config after = read("{ class: a.New, method: q, classpath: [next.jar] }");
    assertThat(after.hash()).isEqualTo(before.hash());
    assertThat(after.state()).isNotEqualTo(before.state());
    assertThat(read("{ class: a.New, method: q, classpath: [lib] }").hash())
        .isNotEqualTo(before.hash());
    assertThat(read("{ class: a.New, method: q, classpath: [next.jar], shared: [a] }").hash())
        .isNotEqualTo(before.hash());
    assertThat(read("a.New#q").hash()).isNotEqualTo(before.hash());
  }

  @Test
  void messages() {
    refused("{ class: a.New, method: q, classpath: [none.jar] }")
        .hasMessageContaining("understudy.yaml:1:")
        .hasMessageContaining("calls[0].candidate.classpath[0]: there is no file ")
        .hasMessageContaining("a relative path starts at the directory of the configuration, ")
        .hasMessageContaining(directory.toString());
    refused("{ class: a.New, method: q, classpath: ['none/*.jar'] }")
        .hasMessageContaining("there is no directory ");
    Path empty = directory.resolve("empty");
    assertThat(empty.toFile().mkdir()).isTrue();
    refused("{ class: a.New, method: q, classpath: ['empty/*'] }")
        .hasMessageContaining("there is no jar in ");
    refused("{ class: a.New, method: q, classpath: ['lib/a*.jar'] }")
        .hasMessageContaining("a * stands for all jars of a directory; write DIRECTORY/*.jar");
    refused("{ class: a.New, method: q, shared: [a] }")
        .hasMessageContaining("has a meaning only with classpath:");
    refused("{ class: a.New }").hasMessageContaining("method: is missing; write method: quote");
    refused("{ class: java.lang.Runtime, method: exec, classpath: [lib] }")
        .hasMessageContaining("belongs to the JDK");
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(String candidate) {
    return assertThatThrownBy(() -> read(candidate));
  }
}
