package io.understudy.tool.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.MethodRef;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class CallPointNamesTest {
  private final CallPointNames names = new CallPointNames();

  private String name(String control) {
    return String.valueOf(names.of(MethodRef.parse(control)));
  }

  @Test
  void noneForAUsableDefault() {
    assertThat(names.of(MethodRef.parse("com.acme.Pricing#quote"))).isNull();
  }

  @Test
  void overloads() {
    assertThat(name("com.acme.Pricing#quote()")).isEqualTo("Pricing#quote-0");
    assertThat(name("com.acme.Pricing#quote(int[], com.acme.Cart$Line)"))
        .isEqualTo("Pricing#quote-int-array-Line");
  }

  @Test
  void sameClassNameInSeveralPackages() {
    assertThat(name("com.acme.a.Pricing#quote")).isEqualTo("null");
    assertThat(name("com.acme.b.Pricing#quote")).isEqualTo("com.acme.b.Pricing#quote");
    assertThat(name("com.acme.a.Pricing#rate(a.X)")).isEqualTo("Pricing#rate-X");
    assertThat(name("com.acme.b.Pricing#rate(b.X)")).isEqualTo("com.acme.b.Pricing#rate-X");
    assertThat(name("com.acme.b.Pricing#rate(c.X)")).isEqualTo("Pricing#rate-2");
  }

  @Test
  void tooLongOrNotAllowed() {
    String longest = String.join("", Collections.nCopies(120, "x"));

    assertThat(name("com.acme.Pricing#" + longest)).hasSize(100);
    assertThat(name("com.acme.Pricing#y" + longest)).hasSize(100).isNotEqualTo(longest);
    assertThat(name("com.acme.Pricing#a€b")).isEqualTo("Pricing#a-b");
  }
}
