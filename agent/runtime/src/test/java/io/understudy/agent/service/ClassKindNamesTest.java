package io.understudy.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds that follow from names, annotations, flags and supertypes, without a class file. */
class ClassKindNamesTest {
  private static ClassOutline type(String simpleName, int access, String superName) {
    return new ClassOutline("com.acme." + simpleName, access, superName, Collections.emptyList());
  }

  private static ClassKind kind(ClassOutline type, String... supertypes) {
    Set<String> closure = new HashSet<>(Arrays.asList(supertypes));
    closure.add(type.name);
    return ClassKind.of(type, closure);
  }

  @ParameterizedTest
  @CsvSource({
    "Pricing$$EnhancerBySpring, GENERATED",
    "$Proxy12, GENERATED",
    "Pricing$Proxy, GENERATED",
    "Tariffs$DefaultImpls, GENERATED",
    "Tariffs$WhenMappings, GENERATED",
    "Order$serializer, GENERATED",
    "Tariffs$Line, LOGIC",
    "Pricing_Stub, GENERATED",
    "Pricing_Skel, GENERATED",
    "_Pricing_Tie, GENERATED",
    "index_jsp, GENERATED",
    "Order_, GENERATED",
    "Order__1, GENERATED",
    "PricingTest, TEST",
    "PricingTests, TEST",
    "PricingIT, TEST",
    "PricingTestCase, TEST",
    "MockPricing, TEST",
    "FakePricing, TEST",
    "TestPricing, TEST",
    "Testament, LOGIC",
    "Audit, LOGIC",
    "OrderDto, DATA",
    "OrderDTO, DATA",
    "OrderVO, DATA",
    "OrderEntity, DATA",
    "OrderBuilder, DATA",
    "OrderEvent, DATA",
    "Constants, DATA",
    "OrderService, LOGIC",
    "Pricing, LOGIC",
  })
  void byTheName(String name, ClassKind kind) {
    assertThat(kind(type(name, Opcodes.ACC_PUBLIC, "java.lang.Object"))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "Generated, GENERATED",
    "ProtoGenerated, GENERATED",
    "Configuration, SETUP",
    "SpringBootApplication, SETUP",
    "ConfigurationProperties, SETUP",
    "Entity, DATA",
    "XmlRootElement, DATA",
    "JsonInclude, DATA",
    "Service, LOGIC",
    "Deprecated, LOGIC",
  })
  void byAnAnnotation(String annotation, ClassKind kind) {
    ClassOutline type = type("Pricing", Opcodes.ACC_PUBLIC, "java.lang.Object");
    type.annotations.add(annotation);

    assertThat(kind(type)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "java.lang.Record, RECORD",
    "java.lang.IllegalStateException, EXCEPTION",
    "org.other.LostException, EXCEPTION",
    "java.lang.Object, LOGIC",
  })
  void byTheSuperclass(String superclass, ClassKind kind) {
    assertThat(kind(type("Lost", Opcodes.ACC_PUBLIC, superclass), superclass)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "java.lang.Throwable, EXCEPTION",
    "junit.framework.TestCase, TEST",
    "com.google.protobuf.GeneratedMessageV3, GENERATED",
    "org.apache.avro.specific.SpecificRecordBase, GENERATED",
  })
  void byASupertypeFurtherAbove(String supertype, ClassKind kind) {
    assertThat(kind(type("Lost", Opcodes.ACC_PUBLIC, "com.acme.Base"), supertype)).isEqualTo(kind);
  }

  @Test
  void byFlags() {
    assertThat(kind(type("Mark", Opcodes.ACC_ANNOTATION | Opcodes.ACC_INTERFACE, "a.B")))
        .isEqualTo(ClassKind.ANNOTATION);
    assertThat(kind(type("Colour", Opcodes.ACC_ENUM, "java.lang.Enum"))).isEqualTo(ClassKind.ENUM);
    assertThat(kind(type("Wiring", Opcodes.ACC_SYNTHETIC, "java.lang.Object")))
        .isEqualTo(ClassKind.LOCAL);
    ClassOutline local = type("Pricing$1Local", 0, "java.lang.Object");
    local.local = true;
    assertThat(kind(local)).isEqualTo(ClassKind.LOCAL);
  }

  @Test
  void byATestMethod() {
    ClassOutline type = type("Pricing", Opcodes.ACC_PUBLIC, "java.lang.Object");
    MethodOutline method = new MethodOutline(type.name, "quotes", "()V", 0);
    method.annotations.add("ParameterizedTest");
    type.methods.add(method);

    assertThat(kind(type)).isEqualTo(ClassKind.TEST);
  }

  @Test
  void interfaceWithAccessorsIsNoDataClass() {
    ClassOutline type =
        type("Order", Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT, "java.lang.Object");
    type.methods.add(new MethodOutline(type.name, "getId", "()J", Opcodes.ACC_PUBLIC));

    assertThat(kind(type)).isEqualTo(ClassKind.LOGIC);
  }

  @ParameterizedTest
  @CsvSource({
    // properties, other methods, fields
    "2, 2, 4, DATA",
    "2, 3, 4, LOGIC",
    "2, 2, 5, LOGIC",
    "0, 0, 0, LOGIC",
    "1, 0, 2, DATA",
    "1, 0, 3, LOGIC",
  })
  void dataByTheNumbersOfPropertiesMethodsAndFields(
      int properties, int others, int fields, ClassKind kind) {
    ClassOutline type = type("Order", Opcodes.ACC_PUBLIC, "java.lang.Object");
    type.fields = fields;
    for (int i = 0; i < properties; i++) {
      type.methods.add(new MethodOutline(type.name, "getPart" + i, "()J", Opcodes.ACC_PUBLIC));
    }
    for (int i = 0; i < others; i++) {
      MethodOutline other = new MethodOutline(type.name, "work" + i, "()J", Opcodes.ACC_PUBLIC);
      other.body = MethodOutline.Body.CODE;
      type.methods.add(other);
    }

    assertThat(kind(type)).isEqualTo(kind);
  }

  @Test
  void namesForOneAndForSeveral() {
    assertThat(ClassKind.DATA.singular()).isEqualTo("data class");
    assertThat(ClassKind.DATA.plural()).isEqualTo("data classes");
    assertThat(ClassKind.LOGIC.singular()).isEqualTo(ClassKind.LOGIC.plural());
  }
}
