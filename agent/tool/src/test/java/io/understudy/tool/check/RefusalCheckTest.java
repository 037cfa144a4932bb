package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import io.understudy.tool.command.CommandRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The warnings for values that the agent always refuses. */
class RefusalCheckTest {
  private static final String SERVICE =
      "package com.acme; import java.util.*; public class %s {"
          + " public int handle(Handle h) { return 0; }"
          + " public int sub(List<SubHandle> h) { return 0; }"
          + " public int order(Order o) { return 0; }"
          + " public int fixed(Fixed f) { return 0; }"
          + " public int pointer(Pointer p) { return 0; }"
          + " public int panel(Panel p) { return 0; }"
          + " public Panel panelOf(int i) { return null; }"
          + " public Order orderOf(int i) { return null; }"
          + " public int level(Level l) { return 0; }"
          + " public int map(OwnMap m, OwnException e, OwnDate d) { return 0; }"
          + " public int encoder(Base64.Encoder e) { return 0; }"
          + " public int point(java.awt.Point p, java.math.MathContext c) { return 0; }"
          + " public Void nothing() { return null; } }";

  private static final String TYPES =
      "package com.acme; public class Handle { int fd; protected void finalize() { fd = 0; } }"
          + " class SubHandle extends Handle {}"
          + " class Order { String id; Item item; } class Item { Handle handle; }"
          + " class Fixed { final String name = \"\"; protected void finalize() {} }"
          + " class Pointer { long swigCPtr; }"
          + " class Panel extends javax.swing.text.DefaultStyledDocument {}"
          + " class Level extends java.util.logging.Level { Level() { super(\"A\", 1); } }"
          + " class OwnMap extends java.util.TreeMap<String, String> { int n; }"
          + " class OwnException extends java.sql.SQLException { int n; }"
          + " class OwnDate extends java.util.Date {}";

  @TempDir Path directory;

  private List<String> warnings(String method) throws Exception {
    Path sources =
        Sources.compile(
            directory.resolve("classes"),
            TYPES,
            String.format(SERVICE, "Old"),
            String.format(SERVICE, "New"));
    Path file = directory.resolve("understudy.yaml");
    String yaml = "calls:\n  - { control: com.acme.Old#" + method + ", candidate: com.acme.New }\n";
    Files.write(
        file, yaml.replace("New }", "New#" + method + " }").getBytes(StandardCharsets.UTF_8));
    String out = CommandRun.run("check", file.toString(), "--classpath", sources.toString()).out;
    return Arrays.stream(out.split("\n"))
        .filter(line -> line.startsWith("  warning") || line.startsWith("  error"))
        .map(line -> line.trim().replaceAll(" +", " "))
        .collect(Collectors.toList());
  }

  private static final String FINALIZER =
      "overrides finalize(), which could release what the original still uses; calls with such a"
          + " value are uncaptured";

  @Test
  void parameterWithAFinalizerIsNeverCopied() throws Exception {
    assertThat(warnings("handle"))
        .containsExactly("warning parameter 1: com.acme.Handle is never copied: it " + FINALIZER);
    assertThat(warnings("sub"))
        .containsExactly(
            "warning parameter 1: /*: com.acme.SubHandle is never copied: its superclass"
                + " com.acme.Handle "
                + FINALIZER);
    assertThat(warnings("order"))
        .containsExactly(
            "warning parameter 1: /item/handle: com.acme.Handle is never copied: it " + FINALIZER);
  }

  @Test
  void objectThatMayBeSharedNeedsNoCopy() throws Exception {
    assertThat(warnings("fixed")).isEmpty();
  }

  @Test
  void resultIsReadAndNotCopied() throws Exception {
    assertThat(warnings("orderOf")).isEmpty();
  }

  @Test
  void nativeHandleIsNeverCopied() throws Exception {
    assertThat(warnings("pointer"))
        .containsExactly(
            "warning parameter 1: com.acme.Pointer is never copied: its field"
                + " com.acme.Pointer.swigCPtr is named as a native handle; calls with such a value"
                + " are uncaptured");
  }

  @Test
  void stateOfAnUnknownJdkClassCannotBeRead() throws Exception {
    String reason =
        "com.acme.Panel extends javax.swing.text.DefaultStyledDocument, whose state cannot be read";
    assertThat(warnings("panel"))
        .containsExactly(
            "warning parameter 1: " + reason + "; calls with such a value are uncaptured");
    assertThat(warnings("panelOf"))
        .containsExactly(
            "warning the result: " + reason + "; calls with such a value are uncaptured",
            "warning the candidate's result: " + reason + "; calls with such a value do not match");
    assertThat(warnings("encoder"))
        .containsExactly(
            "warning parameter 1: java.util.Base64$Encoder is a JDK type of unknown content; calls"
                + " with such a value are uncaptured");
  }

  @Test
  void valuesNeedNoWarning() throws Exception {
    assertThat(warnings("level")).isEmpty();
    assertThat(warnings("map")).isEmpty();
    assertThat(warnings("point")).isEmpty();
    assertThat(warnings("nothing")).isEmpty();
  }
}
