package io.understudy.tool.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.tool.check.CheckFixture;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import org.junit.jupiter.api.Test;

class ArgumentFitTest {
  private static ArgumentFit fit(String from, String to) throws Exception {
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(CheckFixture.TEST_CLASSES))) {
      return ArgumentFit.of(from, to, new TypeLookup(files));
    }
  }

  @Test
  void subtypes() throws Exception {
    assertThat(fit("int", "int")).isEqualTo(ArgumentFit.SUBTYPE);
    assertThat(fit("byte", "double")).isEqualTo(ArgumentFit.SUBTYPE);
    assertThat(fit("char", "int")).isEqualTo(ArgumentFit.SUBTYPE);
    assertThat(fit("com.acme.legacy.GiftCart", "com.acme.legacy.Cart"))
        .isEqualTo(ArgumentFit.SUBTYPE);
    assertThat(fit("java.util.ArrayList", "java.lang.Iterable")).isEqualTo(ArgumentFit.SUBTYPE);
    assertThat(fit("java.lang.String[][]", "java.lang.Object[]")).isEqualTo(ArgumentFit.SUBTYPE);
    assertThat(fit("int[]", "java.lang.Object")).isEqualTo(ArgumentFit.SUBTYPE);
  }

  @Test
  void boxes() throws Exception {
    assertThat(fit("int", "java.lang.Integer")).isEqualTo(ArgumentFit.BOXED);
    assertThat(fit("int", "java.lang.Number")).isEqualTo(ArgumentFit.BOXED);
    assertThat(fit("int", "java.lang.Object")).isEqualTo(ArgumentFit.BOXED);
    assertThat(fit("java.lang.Integer", "long")).isEqualTo(ArgumentFit.BOXED);
    assertThat(fit("java.lang.Short", "java.lang.Double")).isEqualTo(ArgumentFit.BOXED);
  }

  @Test
  void casts() throws Exception {
    assertThat(fit("java.lang.Object", "java.lang.String")).isEqualTo(ArgumentFit.CAST);
    assertThat(fit("com.acme.legacy.Cart", "com.acme.legacy.GiftCart")).isEqualTo(ArgumentFit.CAST);
    assertThat(fit("java.lang.Number", "int")).isEqualTo(ArgumentFit.CAST);
    assertThat(fit("java.util.List", "java.util.Set"))
        .as("one may be both")
        .isEqualTo(ArgumentFit.CAST);
    assertThat(fit("com.acme.legacy.Auditing", "com.acme.legacy.Cart")).isEqualTo(ArgumentFit.CAST);
  }

  @Test
  void neverOrUnknown() throws Exception {
    assertThat(fit("long", "int")).isEqualTo(ArgumentFit.NEVER);
    assertThat(fit("boolean", "int")).isEqualTo(ArgumentFit.NEVER);
    assertThat(fit("int", "char")).isEqualTo(ArgumentFit.NEVER);
    assertThat(fit("java.lang.String", "java.lang.Integer")).isEqualTo(ArgumentFit.NEVER);
    assertThat(fit("java.lang.String", "java.util.List")).as("final").isEqualTo(ArgumentFit.NEVER);
    assertThat(fit("int[]", "long[]")).isEqualTo(ArgumentFit.NEVER);
    assertThat(fit("int[]", "java.lang.Integer[]")).isEqualTo(ArgumentFit.NEVER);
    assertThat(fit("int[]", "int")).isEqualTo(ArgumentFit.NEVER);
    assertThat(fit("a.Missing", "a.Missing")).isEqualTo(ArgumentFit.SUBTYPE);
    assertThat(fit("a.Missing", "a.Other")).isEqualTo(ArgumentFit.UNKNOWN);
  }
}
