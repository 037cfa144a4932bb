package io.understudy.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.understudy.rig.CompatibilityTable;
import java.io.File;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Runs after all other tests: each row of docs/compatibility.md has passed in this run, on each of
 * its Java versions. Rows for a missing Java that is not required are not checked.
 */
class TableCheck {
  private static final Path ROOT = Path.of("../../..");
  private static final Path[] REPORTS = {
    Path.of("target/failsafe-reports"), ROOT.resolve("agent/jar/target/failsafe-reports")
  };

  static Stream<CompatibilityTable.Row> rows() throws Exception {
    return CompatibilityTable.of(ROOT).rows().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void passed(CompatibilityTable.Row row) throws Exception {
    int passed = 0;
    int skipped = 0;
    NodeList cases = report(row).getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element test = (Element) cases.item(i);
      if (!test.getAttribute("name").startsWith(row.testMethod() + "(")) {
        continue;
      }
      skipped += test.getElementsByTagName("skipped").getLength();
      passed += hasOnlyOutput(test) ? 1 : 0;
    }
    assumeThat(skipped).as("runs without their Java: " + row).isZero();
    assertThat(passed).as("passed runs of " + row).isEqualTo(row.javas().size());
  }

  private static boolean hasOnlyOutput(Element test) {
    NodeList children = test.getElementsByTagName("*");
    for (int i = 0; i < children.getLength(); i++) {
      if (!children.item(i).getNodeName().startsWith("system-")) {
        return false;
      }
    }
    return true;
  }

  private static Element report(CompatibilityTable.Row row) throws Exception {
    for (Path reports : REPORTS) {
      File[] files =
          reports.toFile().listFiles((dir, name) -> name.endsWith("." + row.testClass() + ".xml"));
      if (files != null && files.length == 1) {
        return DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(files[0])
            .getDocumentElement();
      }
    }
    throw new AssertionError("no report of " + row + "; run the whole build with the profile");
  }
}
