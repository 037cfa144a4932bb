package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.CompatibilityTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every row of docs/compatibility.md names an existing test, the Java versions of the test, and a
 * version that the build uses. Every test of an environment has a row. The tests themselves run in
 * examples/compatibility.
 */
class CompatibilityPageTest {
  private static final Path ROOT = Paths.get("../..");
  private static final Path PLACES = ROOT.resolve("examples/compatibility");
  private static final Path PLACE_TESTS =
      PLACES.resolve("tests/src/test/java/io/understudy/compatibility");

  private final List<CompatibilityTable.Row> rows;

  CompatibilityPageTest() throws IOException {
    rows = CompatibilityTable.of(ROOT).rows();
  }

  @Test
  void everyRowNamesATestAndItsJavaVersions() throws IOException {
    assertThat(rows).hasSizeGreaterThan(10);
    for (CompatibilityTable.Row row : rows) {
      assertThat(javasOf(row)).as(row.toString()).isEqualTo(row.javas());
    }
  }

  @Test
  void everyTestHasARow() throws IOException {
    Set<String> tested = new TreeSet<>();
    for (Path file : testFiles()) {
      String type = file.getFileName().toString().replace(".java", "");
      Matcher method = Pattern.compile("(?m)^  void (\\w+)\\(").matcher(read(file));
      while (method.find()) {
        tested.add(type + "." + method.group(1));
      }
    }
    assertThat(
            rows.stream()
                .map(row -> row.testClass() + "." + row.testMethod())
                .collect(Collectors.toList()))
        .containsAll(tested)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyVersionIsThatOfTheBuild() throws IOException {
    Set<String> own = versions(PLACES.resolve("pom.xml"), "<(?!servlet)[\\w-]+\\.version>");
    for (String spring : new String[] {"spring", "spring-newest"}) {
      own.addAll(
          versions(
              PLACES.resolve(spring).resolve("pom.xml"),
              "<artifactId>spring-boot-starter-parent</artifactId>\\s*<version>"));
    }
    Set<String> known = versions(ROOT.resolve("pom.xml"), "<[\\w-]+\\.version>");
    known.addAll(own);
    Set<String> stated =
        rows.stream()
            .map(CompatibilityTable.Row::version)
            .filter(version -> !version.equals("–"))
            .collect(Collectors.toSet());
    assertThat(known).containsAll(stated);
    assertThat(stated).as("versions of examples/compatibility/pom.xml").containsAll(own);
  }

  private static List<Integer> javasOf(CompatibilityTable.Row row) throws IOException {
    String name = row.testClass() + ".java";
    Path own = PLACE_TESTS.resolve(name);
    Path agents = Paths.get("src/test/java/io/understudy").resolve(name);
    String source = read(Files.exists(own) ? own : agents);
    Matcher test =
        Pattern.compile(
                "@JvmSource\\(\\{?([0-9, ]+)}?\\)[^@]*?\\s+void " + row.testMethod() + "\\(")
            .matcher(source);
    assertThat(test.find()).as("a test of Java versions for " + row).isTrue();
    return Stream.of(test.group(1).split(", *")).map(Integer::valueOf).collect(Collectors.toList());
  }

  private static List<Path> testFiles() throws IOException {
    try (Stream<Path> files = Files.list(PLACE_TESTS)) {
      return new ArrayList<>(
          files.filter(file -> file.toString().endsWith("IT.java")).collect(Collectors.toList()));
    }
  }

  private static Set<String> versions(Path pom, String before) throws IOException {
    Set<String> versions = new TreeSet<>();
    Matcher version = Pattern.compile(before + "([^<$]+)</").matcher(read(pom));
    while (version.find()) {
      versions.add(version.group(1));
    }
    return versions;
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
