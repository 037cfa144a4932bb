package io.understudy.tool.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.service.MethodOutline;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of a class's methods, and the remarks on them. */
class MethodRankTest {
  @TempDir Path directory;

  @Test
  void resultAndParametersBeforeVoidAndWritingMethods() {
    assertThat(
            SuggestFixture.from(
                    directory,
                    "package com.acme; public class RateService {"
                        + " public void touch(int zone) { hashCode(); }"
                        + " public long saveRate(int zone) { return hashCode(); }"
                        + " public void fill(int[] zones) { hashCode(); }"
                        + " public long current() { return hashCode(); }"
                        + " public long rate(int zone) { return hashCode(); } }")
                .writes()
                .controls())
        .containsExactly(
            "com.acme.RateService#rate",
            "com.acme.RateService#current",
            "com.acme.RateService#fill",
            "com.acme.RateService#saveRate",
            "com.acme.RateService#touch");
  }

  @Test
  void calledMethodsFirst() {
    assertThat(
            SuggestFixture.from(
                    directory,
                    "package com.acme; public class RateService {"
                        + " public long first(int zone) { return hashCode(); }"
                        + " public long second(int zone) { return hashCode(); } }",
                    "package com.acme; class CallerTest { long call(RateService to) {"
                        + " return to.second(1) + to.second(2); } }")
                .lines())
        .containsSubsequence(
            "  - control: com.acme.RateService#second  # called from 1 class",
            "  - control: com.acme.RateService#first");
  }

  @Test
  void remarksOnVoidMethods() {
    assertThat(
            SuggestFixture.from(
                    directory,
                    "package com.acme; public class RateService {"
                        + " public void touch(int zone) { hashCode(); }"
                        + " public void fill(java.util.List<String> to) { hashCode(); } }")
                .lines())
        .contains(
            "  - control: com.acme.RateService#fill  # void: its arguments are compared after the"
                + " call",
            "    compare: { arguments: true }",
            "  - control: com.acme.RateService#touch  # void, without mutable arguments: only"
                + " exceptions are compared");
  }

  @ParameterizedTest
  @CsvSource({
    "(), false",
    "(I), false",
    "(Ljava/lang/String;J), false",
    "(Ljava/lang/Integer;Ljava/math/BigDecimal;), false",
    "(Ljava/time/LocalDate;), false",
    "(Ljava/util/UUID;Ljava/util/Locale;Ljava/util/Currency;), false",
    "(Ljava/util/Date;), true",
    "(Ljava/util/List;), true",
    "([I), true",
    "(ILcom/acme/Cart;), true",
    "(Ljava/lang/reflect/Method;), true",
  })
  void mutableParameters(String parameters, boolean expected) {
    assertThat(ProposalList.hasMutableParameter(new MethodOutline("A", "b", parameters + "V", 1)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1, '# 5 less promising methods were left out; --most 6 shows all.'",
    "4, '# 2 less promising methods were left out; --most 6 shows all.'",
    "6, ''",
  })
  void maximumOfCallPoints(int maximum, String last) {
    StringBuilder source = new StringBuilder("package com.acme; public class RateService {");
    for (int i = 0; i < 6; i++) {
      source.append(" public long rate").append(i).append("(int z) { return hashCode(); }");
    }
    SuggestFixture fixture =
        SuggestFixture.from(directory, source.append('}').toString()).most(maximum);

    assertThat(fixture.controls()).hasSize(maximum);
    assertThat(fixture.suggestion().callPoints()).isEqualTo(maximum);
    assertThat(String.join("\n", fixture.lines()))
        .endsWith(last.isEmpty() ? "candidate: TODO#rate5" : "\n  " + last);
  }

  @Test
  void callPointInACommentDoesNotCount() {
    SuggestFixture fixture =
        SuggestFixture.from(
                directory,
                "package com.acme; public class BookingService {"
                    + " public long saveAll(java.util.List<String> all) { return hashCode(); } }",
                "package com.acme; public class Rates {"
                    + " public long rate(int z) { return hashCode(); } }",
                "package com.acme; class A { long a(BookingService s) { return s.saveAll(null); } }",
                "package com.acme; class B { long b(BookingService s) { return s.saveAll(null); } }")
            .most(1);

    assertThat(fixture.suggestion().callPoints()).isEqualTo(1);
    assertThat(fixture.controls()).hasSize(1);
  }
}
