package io.understudy.tool.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupertypesTest {
  @TempDir Path directory;

  private static Collection<String> closure(String name, String... edges) {
    Map<String, List<String>> direct = new HashMap<>();
    for (String edge : edges) {
      String[] names = edge.split(" ");
      direct.put(names[0], Arrays.asList(names).subList(1, names.length));
    }
    return Supertypes.closure(
        name, each -> direct.getOrDefault(each, Collections.<String>emptyList()));
  }

  @Test
  void breadthFirst() {
    assertThat(closure("A", "A B C", "B D", "C E")).containsExactly("A", "B", "C", "D", "E");
  }

  @Test
  void diamondsAndCyclesEnd() {
    assertThat(closure("A", "A B C", "B D", "C D", "D A")).containsExactly("A", "B", "C", "D");
    assertThat(closure("A", "A A")).containsExactly("A");
  }

  @Test
  void unknownTypeAlone() {
    assertThat(closure("A")).containsExactly("A");
  }

  @Test
  void directSupertypesByNameEvenIfTheyAreMissing() throws Exception {
    Sources.compile(
        directory,
        "package com.acme; class Base {}",
        "package com.acme; interface Named {}",
        "package com.acme; class Texts extends Base implements Named, Runnable {"
            + " public void run() {} }");
    Files.delete(directory.resolve("com/acme/Base.class"));
    List<String> unknown = new ArrayList<>();

    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(directory.toString()))) {
      assertThat(direct(files, "com.acme.Texts", unknown))
          .containsExactly("com.acme.Base", "com.acme.Named", "java.lang.Runnable");
      assertThat(direct(files, "com.acme.Named", unknown)).isEmpty();
      assertThat(direct(files, "java.lang.Object", unknown)).isEmpty();
      assertThat(direct(files, "int", unknown)).isEmpty();
    }
    assertThat(unknown).isEmpty();
  }

  private static List<String> direct(ClassPathFiles files, String name, List<String> unknown) {
    return Supertypes.direct(Objects.requireNonNull(files.find(name)), unknown::add);
  }
}
