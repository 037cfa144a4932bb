package io.understudy.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassOutlineTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.Pricing, Pricing",
    "com.acme.Pricing$Line, Line",
    "com.acme.Pricing$Line$1, 1",
    "Pricing, Pricing",
    "com.acme.Pricing$, Pricing$",
    "com.acme.A$B$, B$",
  })
  void simpleNames(String name, String simple) {
    assertThat(ClassOutline.simple(name)).isEqualTo(simple);
  }

  @Test
  void supertypesOfAClassAndOfObject() {
    ClassOutline type =
        new ClassOutline(
            "com.acme.Pricing", 0, "com.acme.Base", Arrays.asList("com.acme.A", "com.acme.B"));
    ClassOutline object =
        new ClassOutline("java.lang.Object", 0, null, Collections.<String>emptyList());

    assertThat(type.above()).containsExactly("com.acme.Base", "com.acme.A", "com.acme.B");
    assertThat(object.above()).isEmpty();
    assertThat(type).hasToString("com.acme.Pricing");
  }

  @ParameterizedTest
  @CsvSource({"0, true, false", "1024, false, false", "1536, false, true", "512, false, true"})
  void concreteClassesAndInterfaces(int access, boolean isConcrete, boolean isInterface) {
    ClassOutline type =
        new ClassOutline("com.acme.Pricing", access, "java.lang.Object", Collections.emptyList());

    assertThat(type.isConcrete()).isEqualTo(isConcrete);
    assertThat(type.isInterface()).isEqualTo(isInterface);
  }

  @Test
  void methodByItsKey() {
    ClassOutline type =
        new ClassOutline("com.acme.Pricing", 0, "java.lang.Object", Collections.emptyList());
    MethodOutline quote = new MethodOutline(type.name, "quote", "(I)J", Opcodes.ACC_PUBLIC);
    type.methods.add(quote);

    assertThat(type.method("quote(I)")).isSameAs(quote);
    assertThat(type.method("quote(J)")).isNull();
    assertThat(type.method("quote")).isNull();
  }

  @Test
  void methodBehindABridge() {
    ClassOutline type =
        new ClassOutline("com.acme.Texts", 0, "java.lang.Object", Collections.emptyList());
    MethodOutline quote =
        new MethodOutline(type.name, "quote", "(Ljava/lang/String;)J", Opcodes.ACC_PUBLIC);
    MethodOutline bridge =
        new MethodOutline(type.name, "quote", "(Ljava/lang/Object;)J", Opcodes.ACC_BRIDGE);
    bridge.target = "quote(Ljava/lang/String;)J";
    type.methods.addAll(Arrays.asList(bridge, quote));

    assertThat(type.behindBridge("quote", "(Ljava/lang/Object;)J")).isSameAs(quote);
    assertThat(type.behindBridge("quote", "(Ljava/lang/String;)J")).as("no bridge").isNull();
    assertThat(type.behindBridge("rate", "(Ljava/lang/Object;)J")).isNull();
    bridge.target = "quote(Ljava/lang/Integer;)J";
    assertThat(type.behindBridge("quote", "(Ljava/lang/Object;)J")).as("no target").isNull();
  }

  @Test
  void methodsAsTheConfigurationNamesThem() {
    MethodOutline method =
        new MethodOutline("com.acme.Pricing", "quote", "(I[[JLcom/acme/Cart$Line;)V", 0);

    assertThat(method).hasToString("com.acme.Pricing#quote(int, long[][], com.acme.Cart$Line)");
    assertThat(method.key()).isEqualTo("quote(I[[JLcom/acme/Cart$Line;)");
    assertThat(method.isVoid()).isTrue();
    assertThat(method.hasParameters()).isTrue();
    assertThat(new MethodOutline("A", "b", "()I", 0).hasParameters()).isFalse();
    assertThat(new MethodOutline("A", "b", "()I", 0).isVoid()).isFalse();
  }
}
