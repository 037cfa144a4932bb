package io.understudy.rig;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompatibilityTableTest {
  @Test
  void rowsAreReadAndOtherTablesAreNot() {
    CompatibilityTable table =
        CompatibilityTable.parse(
            "| place | version | Java | shown | held by |\n"
                + "|---|---|---|---|---|\n"
                + "| Tomcat | 9.0.1 | 8, 17 | two WARs | `Tomcat9IT.twice` |\n"
                + "| class path | – | 25 | calls | `PlainIT.classPath` |\n"
                + "\n"
                + "| what | limit |\n|---|---|\n| Jetty | none |\n");
    assertThat(table.rows())
        .hasToString(
            "[Tomcat 9.0.1 on Java [8, 17]: Tomcat9IT.twice,"
                + " class path – on Java [25]: PlainIT.classPath]");
  }
}
