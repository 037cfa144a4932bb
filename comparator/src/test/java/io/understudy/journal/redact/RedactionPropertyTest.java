package io.understudy.journal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.journal.Example;
import io.understudy.journal.Fate;
import io.understudy.journal.Samples;
import io.understudy.journal.Schema;
import io.understudy.journal.json.EntryWriter;
import io.understudy.journal.json.LineBuffer;
import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** No form of a secret is in the written bytes. */
final class RedactionPropertyTest {
  private static final Redaction SSN =
      Redaction.of(Collections.singletonList(PathPattern.parse("/**/ssn")));

  // Letters that occur in no name of the format, the test or the JDK, so that a match is the
  // secret.
  @Provide
  Arbitrary<String> secrets() {
    return Arbitraries.strings()
        .withChars('q', 'Q', 'z', 'Z', '7', '"', '\\', '/', '~', '\n', '\u00fc', '\u4e16')
        .ofMinLength(4)
        .ofMaxLength(20)
        .filter(secret -> secret.trim().length() >= 4);
  }

  @Property(tries = 500)
  void aMaskedTextIsNowhereInTheLine(
      @ForAll("secrets") String secret,
      @ForAll @IntRange(max = 5_000) int before,
      @ForAll @IntRange(max = 3) int nesting) {
    Object carrier = "pre" + Samples.repeat("-", before) + secret + "post";
    for (int i = 0; i < nesting; i++) {
      carrier = Arrays.asList(Collections.singletonMap("in", carrier), Optional.of(carrier));
    }
    absent(secret, holder(secret), carrier, secret);
  }

  @Property(tries = 300)
  void aMaskedNumberIsNowhereInTheLine(@ForAll @IntRange(min = 10_000_000) int number) {
    String secret = "777" + number;
    absent(secret, holder(Long.parseLong(secret)), "no " + secret, Long.parseLong(secret));
  }

  @Property(tries = 200)
  void aMaskedArrayOfCharsIsNowhereInTheLine(@ForAll("secrets") String secret) {
    absent(secret, holder(secret.toCharArray()), secret.toCharArray(), "x" + secret);
  }

  @Property(tries = 200)
  void aSecretDeepBelowACoveredPathIsNowhereInTheLine(
      @ForAll("secrets") String secret, @ForAll @IntRange(max = 200) int depth) {
    Object deep = secret;
    for (int i = 0; i < depth; i++) {
      deep = new ArrayList<>(Collections.singletonList(deep));
    }
    absent(secret, holder(deep), secret, secret);
  }

  private static Map<String, Object> holder(Object secret) {
    return Collections.singletonMap("ssn", secret);
  }

  private static void absent(String secret, Object holder, Object carrier, Object plain) {
    Map<Object, Object> keyed = new LinkedHashMap<>();
    keyed.put("key " + secret, plain);
    keyed.put(plain, carrier);
    Path path = Path.root().part("x").key(secret).element("id=" + secret).index(1);
    Example example =
        Example.builder("point", Fate.MISMATCHED, 0)
            .arguments(new Object[] {holder, carrier, keyed})
            .control(
                Outcome.threw(
                    ThrownException.of(new RuntimeException("m " + secret, new Exception(secret)))),
                0)
            .candidate(
                Outcome.returned(Arrays.asList(carrier, plain))
                    .withArguments(new Object[] {holder, plain}),
                0)
            .differences(
                Collections.singletonList(
                    new Difference(path, DifferenceKind.VALUE, carrier, keyed)),
                1)
            .build();
    LineBuffer line = new LineBuffer();
    new EntryWriter(line).line(out -> ExampleWriter.write(out, example, SSN));
    String json = new String(line.array(), 0, line.size(), StandardCharsets.UTF_8);
    for (String form : forms(secret)) {
      assertThat(json.toLowerCase(Locale.ROOT)).doesNotContain(form.toLowerCase(Locale.ROOT));
    }
    assertThat(Schema.complaints(json)).isEmpty();
  }

  /** Returns the secret in plain form, in JSON and in a path. */
  private static List<String> forms(String secret) {
    String json = secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return Arrays.asList(secret, json, json.replace("~", "~0").replace("/", "~1"));
  }
}
