package io.understudy.agent.replay.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.MethodRef;
import io.understudy.tool.check.CheckChoice;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Check and replay choose the same method of a candidate. */
class SameChoiceAsCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quote|priced",
        "quote|quote",
        "quote|quote(Object, Integer)",
        "quote|gift",
        "quote|words",
        "quote|words(String, int)",
        "quote|either",
        "quote|missing",
        "quote|priced(int)",
        "tax|tax",
        "tax|taxText",
        "codes|codes",
        "count|count",
        "tags|tags",
        "tags|priced",
        "book|book",
        "book|receipt",
        "tags|equals",
      })
  void candidate(String control, String candidate) throws Exception {
    String legacy = "com.acme.legacy.PricingService#" + control;
    String next = "com.acme.next.Pricing#" + candidate;

    assertThat(atRunTime(MethodRef.parse(legacy), MethodRef.parse(next)))
        .isEqualTo(CheckChoice.candidate(legacy, next));
  }

  private static @Nullable String atRunTime(MethodRef control, MethodRef candidate)
      throws Exception {
    ClassLoader loader = SameChoiceAsCheckTest.class.getClassLoader();
    try {
      Method woven = MethodLookup.control(type(control, loader), control);
      Method asked =
          MethodLookup.candidate(
              type(candidate, loader), candidate, woven.getParameterTypes(), i -> false);
      List<String> types = new ArrayList<>();
      for (Class<?> each : asked.getParameterTypes()) {
        types.add(each.getTypeName());
      }
      return asked.getName() + "(" + String.join(", ", types) + ")";
    } catch (UnansweredException e) {
      return null;
    }
  }

  private static Class<?> type(MethodRef ref, ClassLoader loader) throws Exception {
    return Class.forName(ref.className(), false, loader);
  }
}
