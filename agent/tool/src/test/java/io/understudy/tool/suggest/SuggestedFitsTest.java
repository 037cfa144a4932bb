package io.understudy.tool.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.read.ConfigLoader;
import io.understudy.rig.Sources;
import io.understudy.tool.check.ConfigCheck;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;

/** Every proposal is a valid configuration that fits. */
class SuggestedFitsTest {
  private static final String OPEN_FACTORY = "  error      no factory is named yet: ";

  private static final String OPEN =
      "  error      no candidate is named yet: write the new method in place of TODO#";

  private final Path directory;

  SuggestedFitsTest() throws Exception {
    directory = Files.createTempDirectory("suggested");
  }

  @AfterTry
  void clean() throws Exception {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  /** Returns the call points that do not fit for a reason other than an open candidate. */
  private List<String> refused(Suggestion suggestion, String classPath) throws Exception {
    Path file = directory.resolve("understudy.yaml");
    Files.write(file, suggestion.text().getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, "UTF-8");
    new ConfigCheck(print, print).run(file.toString(), classPath);
    List<String> refused = new ArrayList<>();
    for (String page : out.toString("UTF-8").split("\n\n")) {
      boolean open = page.contains(OPEN) || page.contains(OPEN_FACTORY);
      List<String> errors =
          Arrays.stream(page.split("\n"))
              .filter(
                  line ->
                      line.startsWith("  error")
                          && !line.startsWith(OPEN)
                          && !line.startsWith(OPEN_FACTORY))
              .collect(Collectors.toList());
      if (!errors.isEmpty() || (page.startsWith("DOES NOT FIT") && !open)) {
        refused.add(page);
      }
    }
    return refused;
  }

  @Property(tries = 40)
  void anyApplication(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 250) int size, @ForAll boolean named)
      throws Exception {
    RandomApplication.write(directory, seed, size);
    SuggestFixture suggesting =
        SuggestFixture.on(directory.toString())
            .packages(named ? "com.acme" : "com.acme.old")
            .writes();

    Suggestion suggestion =
        (named ? suggesting.candidates("com.acme.next") : suggesting).suggestion();

    if (suggestion.callPoints() > 0) {
      assertThat(ConfigLoader.parse("u.yaml", suggestion.text()).calls())
          .hasSize(suggestion.callPoints());
      assertThat(refused(suggestion, directory.toString())).isEmpty();
    }
  }

  /** Large enough that some candidates are found and some are open. */
  @Example
  void largeApplication() throws Exception {
    RandomApplication.write(directory, 4, 400);

    Suggestion suggestion =
        SuggestFixture.on(directory.toString())
            .packages("com.acme.old")
            .candidates("com.acme.next")
            .most(100_000)
            .suggestion();

    assertThat(suggestion.callPoints()).isGreaterThan(100);
    assertThat(suggestion.text().split("candidate: com.acme.next").length).isGreaterThan(10);
    assertThat(refused(suggestion, directory.toString())).isEmpty();
  }

  @Example
  void quickstart() throws Exception {
    String pool =
        "package org.hsqldb.jdbc; public class JDBCPool implements javax.sql.DataSource {"
            + " public JDBCPool(int n) {} public void setURL(String u) {} public void"
            + " setUser(String u) {}"
            + " public void setPassword(String p) {} public java.sql.Connection getConnection() {"
            + " return null; } public java.sql.Connection getConnection(String a, String b) {"
            + " return null; } public <T> T unwrap(Class<T> c) { return null; }"
            + " public boolean isWrapperFor(Class<?> c) { return false; }"
            + " public java.io.PrintWriter getLogWriter() { return null; }"
            + " public void setLogWriter(java.io.PrintWriter w) {} public void"
            + " setLoginTimeout(int n) {}"
            + " public int getLoginTimeout() { return 0; }"
            + " public java.util.logging.Logger getParentLogger() { return null; } }";
    List<String> sources = new ArrayList<>(Arrays.asList(pool));
    for (String side : new String[] {"legacy", "replacement"}) {
      sources.addAll(sources(side));
    }
    Sources.compile(
        directory.resolve("app"),
        8,
        System.getProperty("java.class.path"),
        sources.toArray(new String[0]));
    String classPath = directory.resolve("app").toString();

    SuggestFixture suggesting =
        SuggestFixture.on(classPath)
            .packages("com.recordstore.billing")
            .candidates("com.recordstore.next");

    Suggestion suggestion = suggesting.suggestion();
    assertThat(refused(suggestion, classPath)).isEmpty();
    Path page = Paths.get("..", "..", "docs", "suggesting.md");
    assertThat(new String(Files.readAllBytes(page), StandardCharsets.UTF_8))
        .contains("```yaml\n" + suggestion.text() + "```\n");
    assertThat(
            suggesting.lines().stream()
                .filter(line -> line.contains("candidate: com"))
                .map(line -> line.replaceAll(".*candidate: com.recordstore.next.|  #.*", "")))
        .containsExactly(
            "Invoices#findInvoice",
            "Invoices#applyPayment",
            "Customers#mailingLabel",
            "Customers#genresBought",
            "Customers#search",
            "Sales#topTracks",
            "Sales#salesByCountry",
            "Statements#statement",
            "Reminders#daysOverdue",
            "SalesTax#tax");
  }

  private static List<String> sources(String side) throws Exception {
    Path root = Paths.get("..", "..", "examples", "quickstart", side, "src", "main", "java");
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file :
          files
              .filter(f -> f.toString().endsWith(".java"))
              .filter(f -> !f.endsWith("package-info.java"))
              .collect(Collectors.toList())) {
        sources.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    return sources;
  }
}
