package io.understudy.tool.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.tool.check.CheckFixture;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments that are ids, which may be converted. */
class IdFitTest {
  private static ArgumentFit fit(String from, String to) throws Exception {
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(CheckFixture.TEST_CLASSES))) {
      return ArgumentFit.ofId(from, to, new TypeLookup(files));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "long, long, SUBTYPE",
    "int, long, SUBTYPE",
    "long, java.lang.Long, BOXED",
    "java.lang.Object, java.lang.Long, CAST",
    "long, java.lang.String, CONVERTED",
    "java.lang.String, long, CONVERTED",
    "long, int, CONVERTED",
    "java.util.UUID, java.lang.String, CONVERTED",
    "java.lang.Integer, java.util.UUID, CONVERTED",
    "java.math.BigInteger, short, CONVERTED",
    "java.lang.String, java.util.List, NEVER",
    "boolean, long, NEVER",
    "long, boolean, NEVER",
    "char, java.lang.String, NEVER",
    "com.acme.legacy.Cart, long, NEVER",
  })
  void conversions(String from, String to, ArgumentFit expected) throws Exception {
    assertThat(fit(from, to)).isEqualTo(expected);
  }

  @Test
  void worseOfTwo() {
    assertThat(ArgumentFit.worse(null, ArgumentFit.SUBTYPE)).isEqualTo(ArgumentFit.SUBTYPE);
    for (ArgumentFit one : ArgumentFit.values()) {
      for (ArgumentFit other : ArgumentFit.values()) {
        assertThat(ArgumentFit.worse(one, other))
            .isEqualTo(one.ordinal() > other.ordinal() ? one : other);
      }
    }
  }
}
