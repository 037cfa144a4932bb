package io.understudy.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassNameIndexTest {
  private final List<CallPoint> points = new ArrayList<>();

  private void add(String name, String className, String... packages) {
    MethodRef control = new MethodRef(className, "quote", null);
    CallConfig config =
        CallConfig.builder(name, control, control).packages(Arrays.asList(packages)).build();
    points.add(new CallPoint(points.size(), config, new Ledger(0)));
  }

  private static String names(List<CallPoint> found) {
    return found.stream().map(CallPoint::name).collect(Collectors.joining(" "));
  }

  @Test
  void exactNameFindsAllItsPoints() {
    add("a", "com.acme.Pricing");
    add("b", "com.acme.Pricing");
    add("c", "com.acme.Other");
    ClassNameIndex index = new ClassNameIndex(points);
    assertThat(names(index.exactly("com/acme/Pricing"))).isEqualTo("a b");
    assertThat(index.exactly("com/acme/Pric")).isEmpty();
    assertThat(index.exactly("com/acme/Pricing$Inner")).isEmpty();
    assertThat(index.below("com/acme/Pricing")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com/acme/billing/Plain | wide narrow",
        "com/acme/billing/deep/Plain | wide narrow",
        "com/acme/Plain | wide",
        "com/acmebilling/Plain | ''",
        "org/acme/Plain | other",
        "com/acme/Plain$$EnhancerByCGLIB$$1 | ''",
        "com/acme/Wiring$$anon$1 | wide"
      })
  void packageFindsClassesBelowIt(String internalName, String expected) {
    add("wide", "com.acme.Pricing", "com.acme");
    add("narrow", "com.acme.Pricing", "com.acme.billing");
    add("other", "com.acme.Pricing", "org.acme");
    ClassNameIndex index = new ClassNameIndex(points);
    assertThat(names(index.below(internalName))).isEqualTo(expected);
    assertThat(index.concern(internalName)).isEqualTo(!expected.isEmpty());
  }

  @Test
  void pointInTwoMatchingPackagesIsFoundOnce() {
    add("a", "com.acme.Pricing", "com.acme", "com.acme.billing");
    ClassNameIndex index = new ClassNameIndex(points);
    assertThat(names(index.below("com/acme/billing/Plain"))).isEqualTo("a");
  }

  @Test
  void indexWithoutPointsFindsNothing() {
    ClassNameIndex index = new ClassNameIndex(points);
    assertThat(index.concern("com/acme/Pricing")).isFalse();
  }
}
