package io.understudy.rig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of docs/compatibility.md: {@code | place | version | Java | shown | `Class.method` |}.
 */
public final class CompatibilityTable {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\|([^|]+)\\|([^|]+)\\|([ 0-9,]+)\\|([^|]+)\\| `(\\w+)\\.(\\w+)` \\|$");

  private final List<Row> rows;

  private CompatibilityTable(List<Row> rows) {
    this.rows = Collections.unmodifiableList(rows);
  }

  /**
   * Reads the page.
   *
   * @param root the directory of the whole project
   */
  public static CompatibilityTable of(Path root) throws IOException {
    Path page = root.resolve("docs").resolve("compatibility.md");
    return parse(new String(Files.readAllBytes(page), StandardCharsets.UTF_8));
  }

  /** Reads the table of a page's text. */
  static CompatibilityTable parse(String page) {
    List<Row> rows = new ArrayList<>();
    Matcher row = ROW.matcher(page);
    while (row.find()) {
      rows.add(new Row(row));
    }
    return new CompatibilityTable(rows);
  }

  /** The rows in their order; unmodifiable. */
  public List<Row> rows() {
    return rows;
  }

  /** One tested environment. Immutable. */
  public static final class Row {
    private final String place;
    private final String version;
    private final List<Integer> javas = new ArrayList<>();
    private final String testClass;
    private final String testMethod;

    private Row(Matcher row) {
      place = row.group(1).trim();
      version = row.group(2).trim();
      for (String java : row.group(3).trim().split(", *")) {
        javas.add(Integer.valueOf(java));
      }
      testClass = row.group(5);
      testMethod = row.group(6);
    }

    /** The tested environment, in words. */
    public String place() {
      return place;
    }

    /** Its version; a dash if it has none. */
    public String version() {
      return version;
    }

    /** The Java versions of the test. Unmodifiable. */
    public List<Integer> javas() {
      return Collections.unmodifiableList(javas);
    }

    /** The simple name of the test class. */
    public String testClass() {
      return testClass;
    }

    /** The name of the test method. */
    public String testMethod() {
      return testMethod;
    }

    @Override
    public String toString() {
      return place + " " + version + " on Java " + javas + ": " + testClass + "." + testMethod;
    }
  }
}
