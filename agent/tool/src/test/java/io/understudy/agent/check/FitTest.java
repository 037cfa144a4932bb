package io.understudy.agent.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FitTest {
  private static Fit fit(String from, String to) throws Exception {
    try (ClassFiles files = new ClassFiles(ClassPath.of(Checking.TEST_CLASSES))) {
      return Fit.of(from, to, new Types(files));
    }
  }

  @Test
  void subtypes() throws Exception {
    assertThat(fit("int", "int")).isEqualTo(Fit.SUBTYPE);
    assertThat(fit("byte", "double")).isEqualTo(Fit.SUBTYPE);
    assertThat(fit("char", "int")).isEqualTo(Fit.SUBTYPE);
    assertThat(fit("com.acme.legacy.GiftCart", "com.acme.legacy.Cart")).isEqualTo(Fit.SUBTYPE);
    assertThat(fit("java.util.ArrayList", "java.lang.Iterable")).isEqualTo(Fit.SUBTYPE);
    assertThat(fit("java.lang.String[][]", "java.lang.Object[]")).isEqualTo(Fit.SUBTYPE);
    assertThat(fit("int[]", "java.lang.Object")).isEqualTo(Fit.SUBTYPE);
  }

  @Test
  void boxes() throws Exception {
    assertThat(fit("int", "java.lang.Integer")).isEqualTo(Fit.BOXED);
    assertThat(fit("int", "java.lang.Number")).isEqualTo(Fit.BOXED);
    assertThat(fit("int", "java.lang.Object")).isEqualTo(Fit.BOXED);
    assertThat(fit("java.lang.Integer", "long")).isEqualTo(Fit.BOXED);
    assertThat(fit("java.lang.Short", "java.lang.Double")).isEqualTo(Fit.BOXED);
  }

  @Test
  void casts() throws Exception {
    assertThat(fit("java.lang.Object", "java.lang.String")).isEqualTo(Fit.CAST);
    assertThat(fit("com.acme.legacy.Cart", "com.acme.legacy.GiftCart")).isEqualTo(Fit.CAST);
    assertThat(fit("java.lang.Number", "int")).isEqualTo(Fit.CAST);
    assertThat(fit("java.util.List", "java.util.Set")).as("one may be both").isEqualTo(Fit.CAST);
    assertThat(fit("com.acme.legacy.Auditing", "com.acme.legacy.Cart")).isEqualTo(Fit.CAST);
  }

  @Test
  void neverOrUnknown() throws Exception {
    assertThat(fit("long", "int")).isEqualTo(Fit.NEVER);
    assertThat(fit("boolean", "int")).isEqualTo(Fit.NEVER);
    assertThat(fit("int", "char")).isEqualTo(Fit.NEVER);
    assertThat(fit("java.lang.String", "java.lang.Integer")).isEqualTo(Fit.NEVER);
    assertThat(fit("java.lang.String", "java.util.List")).as("final").isEqualTo(Fit.NEVER);
    assertThat(fit("int[]", "long[]")).isEqualTo(Fit.NEVER);
    assertThat(fit("int[]", "java.lang.Integer[]")).isEqualTo(Fit.NEVER);
    assertThat(fit("int[]", "int")).isEqualTo(Fit.NEVER);
    assertThat(fit("a.Missing", "a.Missing")).isEqualTo(Fit.SUBTYPE);
    assertThat(fit("a.Missing", "a.Other")).isEqualTo(Fit.UNKNOWN);
  }
}
