package io.understudy.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class MethodRefTest {
  private static String read(String text) {
    return MethodRef.parse(text).toString();
  }

  @Test
  void acceptedForms() {
    assertThat(read("com.acme.Pricing#quote")).isEqualTo("com.acme.Pricing#quote");
    assertThat(read("Pricing#quote()")).isEqualTo("Pricing#quote()");
    assertThat(read("a.B$C#m( a.Cart,int )")).isEqualTo("a.B$C#m(a.Cart, int)");
    assertThat(read("a.B#m(String, Object[])"))
        .isEqualTo("a.B#m(java.lang.String, java.lang.Object[])");
    assertThat(read("a.B#m(int..., long[]...)")).isEqualTo("a.B#m(int[], long[][])");
    assertThat(read("a.B#m(Cart)")).as("the default package").isEqualTo("a.B#m(Cart)");
    assertThat(read("ünïcode.Größe#berechne$1")).isEqualTo("ünïcode.Größe#berechne$1");
    assertThat(read(" a.B # m ")).isEqualTo("a.B#m");
  }

  @Test
  void parameterTypes() {
    assertThat(MethodRef.parse("a.B#m").parameterTypes()).isNull();
    assertThat(MethodRef.parse("a.B#m()").parameterTypes()).isEmpty();
    assertThat(MethodRef.parse("a.B#m(int)").parameterTypes()).containsExactly("int");
  }

  @Test
  void matchingMethods() {
    MethodRef any = MethodRef.parse("a.B#m");
    assertThat(any.takes(Collections.emptyList())).isTrue();
    assertThat(any.takes(Arrays.asList("int"))).isTrue();

    MethodRef some = MethodRef.parse("a.B#m(a.Cart.Line, String[])");
    assertThat(some.takes(Arrays.asList("a.Cart$Line", "java.lang.String[]"))).isTrue();
    assertThat(some.takes(Arrays.asList("a.Cart$Line"))).isFalse();
    assertThat(some.takes(Arrays.asList("a.Cart$Line", "java.lang.String"))).isFalse();
    assertThat(some.takes(Arrays.asList("b.Cart$Line", "java.lang.String[]"))).isFalse();
  }

  @Test
  void equality() {
    assertThat(MethodRef.parse("a.B#m(String)"))
        .isEqualTo(MethodRef.parse("a.B#m(java.lang.String)"));
    assertThat(MethodRef.parse("a.B#m")).isNotEqualTo(MethodRef.parse("a.B#m()"));
  }
}
