package io.understudy.agent.snapshot.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.snapshot.Copier;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Value classes of the JDK and of libraries: each is copied and compared, or refused with a reason
 * that names the class and says why. docs/comparing.md has the counts.
 */
class ValueSurveyTest {
  private static final Differ VALUE = Differ.with(Rules.none());
  private static final Differ EXACT =
      Differ.with(Rules.builder().mode(ComparisonMode.EXACT).build());

  static List<Sample> samples() {
    List<Sample> all = new ArrayList<>(JdkSamples.all());
    all.addAll(LibrarySamples.all());
    return all;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void valueIsComparedOrRefusedWithAReason(Sample sample) throws Exception {
    Object live = sample.equal();
    Object frozen;
    try {
      frozen = Freezer.freeze(live, new Meter(Bounds.DEFAULT));
    } catch (Uncapturable refused) {
      assertThat(refused.reason())
          .isEqualTo(live.getClass().getName() + " is a resource, not a value");
      assertThat(VALUE.compare(live, sample.equal()).isEqual()).isFalse();
      return;
    }

    for (Differ differ : new Differ[] {VALUE, EXACT}) {
      assertThat(differ.compare(live, sample.equal()).differences()).isEmpty();
      assertThat(differ.compare(frozen, sample.equal()).differences()).isEmpty();
      assertThat(differ.compare(live, used(sample)).differences()).isEmpty();
      assertThat(differ.compare(live, sample.other()).isEqual()).isFalse();
      assertThat(differ.compare(frozen, sample.other()).isEqual()).isFalse();
      assertThat(differ.compare(sample.other(), live).isEqual()).isFalse();
      assertThat(differ.compare(live, sample.other()).toString()).doesNotContain("OPAQUE");
    }
  }

  /** An object whose caches are filled, because its methods were called. */
  private static Object used(Sample sample) throws Exception {
    Object used = sample.equal();
    try {
      assertThat(used.hashCode()).isEqualTo(used.hashCode());
      assertThat(used.equals(sample.equal()) || !used.equals(sample.other())).isTrue();
      assertThat(used.toString()).isNotNull();
    } catch (IllegalStateException withoutText) {
      return sample.equal();
    }
    return used;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void valueIsCopiedOrRefusedWithAReason(Sample sample) throws Exception {
    Object live = sample.equal();
    Object copy;
    try {
      copy = copy(live);
    } catch (Uncapturable refused) {
      assertThat(refused.reason())
          .matches(
              ".* (cannot be copied|is a resource, not a value|is a JDK type of unknown content)|a"
                  + " constant that can change: .*");
      return;
    }

    assertThat(copy).hasSameClassAs(live);
    assertThat(VALUE.compare(sample.equal(), copy).differences()).isEmpty();
    assertThat(EXACT.compare(live, copy).differences()).isEmpty();
    assertThat(VALUE.compare(sample.other(), copy).isEqual()).isFalse();
  }

  private static Object copy(Object live) throws Uncapturable {
    return new Copier().copy(new Object[] {live}, new Meter(Bounds.DEFAULT))[0];
  }

  @Test
  void documentStatesTheCounts() throws Exception {
    String jdk = counts(JdkSamples.all(), "value types of the JDK");
    String libraries = counts(LibrarySamples.all(), "value types of 24 libraries");

    assertThat(statement()).isEqualTo("Of " + jdk + "; of " + libraries + ".");
  }

  private static String counts(List<Sample> samples, String what) throws Exception {
    int compared = 0;
    int copied = 0;
    for (Sample sample : samples) {
      compared += isFrozen(sample.equal()) ? 1 : 0;
      copied += isCopied(sample.equal()) ? 1 : 0;
    }
    return samples.size() + " " + what + " " + compared + " are compared and " + copied + " copied";
  }

  private static boolean isFrozen(Object live) {
    try {
      return Freezer.freeze(live, new Meter(Bounds.DEFAULT)) != null;
    } catch (Uncapturable refused) {
      return false;
    }
  }

  private static boolean isCopied(Object live) {
    try {
      return copy(live) != null;
    } catch (Uncapturable refused) {
      return false;
    }
  }

  private static String statement() throws IOException {
    byte[] bytes = Files.readAllBytes(Paths.get("../../docs/comparing.md"));
    String text = new String(bytes, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    Matcher statement = Pattern.compile("Of \\d+ value types of the JDK[^.]*\\.").matcher(text);
    return statement.find() ? statement.group() : "";
  }
}
