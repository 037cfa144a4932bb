package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.MethodRef;
import io.understudy.rig.Sources;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallPointCheckTest {
  private static final String[] SOURCES = {
    "package com.acme; public interface Tariffs { long rate(int zone); }",
    "package com.acme; public class Day implements Tariffs {"
        + " public long rate(int zone) { return zone; } public Thread thread() { return null; } }",
    "package com.acme; public class Gone {}",
    "package com.acme; public class Late extends Gone { public long rate(int z) { return z; } }",
    "package com.acme.next; public class Rates { public long rate(int zone) { return zone; }"
        + " public long text(String zone) { return 1; }"
        + " public static Rates create() { return new Rates(1); } Rates(int a) {} }",
  };

  @TempDir Path directory;
  private ClassPathFiles files;
  private CallPointCheck check;

  @BeforeEach
  void open() throws Exception {
    Sources.compile(directory, SOURCES);
    Files.delete(directory.resolve("com/acme/Gone.class"));
    files = new ClassPathFiles(ClassPath.of(directory.toString()));
    check = new CallPointCheck(files);
  }

  @AfterEach
  void close() throws Exception {
    files.close();
  }

  private List<String> control(String ref, boolean isShared) {
    return check.control(MethodRef.parse(ref), isShared);
  }

  private List<String> candidate(String ref, String factory) {
    MethodRef control = MethodRef.parse("com.acme.Day#rate");
    assertThat(check.control(control, false)).isEmpty();
    return check.candidate(
        control, MethodRef.parse(ref), factory.isEmpty() ? null : MethodRef.parse(factory));
  }

  @Test
  void interfaceOnlyIfTheCallPointIsShared() {
    assertThat(control("com.acme.Tariffs#rate", true)).isEmpty();
    assertThat(control("com.acme.Tariffs#rate", false))
        .hasSize(1)
        .allMatch(error -> error.startsWith("rate(int) is abstract, so there is no code to weave"));
  }

  @Test
  void controlWithAResultThatIsNoValue() {
    assertThat(control("com.acme.Day#thread", false))
        .containsExactly(
            "cannot be captured: the result: java.lang.Thread belongs to threads, not to a value;"
                + " shadow a method that takes and gives values");
  }

  @Test
  void missingSuperclassDoesNotPreventTheFit() {
    assertThat(control("com.acme.Late#rate", false)).isEmpty();
  }

  @Test
  void candidatesWithAndWithoutAFactory() {
    assertThat(candidate("com.acme.next.Rates#rate", "com.acme.next.Rates#create")).isEmpty();
    assertThat(candidate("com.acme.next.Rates#rate", ""))
        .containsExactly(
            "com.acme.next.Rates has no constructor without parameters; give a factory:, a static"
                + " method without parameters that returns an instance; or say by instance: where its"
                + " object comes from");
    assertThat(candidate("com.acme.next.Rates#text", "com.acme.next.Rates#create"))
        .containsExactly(
            "the candidate cannot take the control's arguments (int); it has"
                + " text(java.lang.String)");
  }

  @Test
  void openCandidate() {
    assertThat(candidate("TODO#rate", ""))
        .containsExactly("no candidate is named yet: write the new method in place of TODO#rate");
  }

  @Test
  void damagedClassFile() throws Exception {
    Files.write(directory.resolve("com/acme/Day.class"), new byte[] {1, 2, 3});
    try (ClassPathFiles damaged = new ClassPathFiles(ClassPath.of(directory.toString()))) {
      assertThat(new CallPointCheck(damaged).control(MethodRef.parse("com.acme.Day#rate"), false))
          .hasSize(1)
          .allMatch(error -> error.startsWith("the class file of com.acme.Day cannot be read"));
    }
  }
}
