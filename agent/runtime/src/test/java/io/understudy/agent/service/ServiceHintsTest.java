package io.understudy.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceHintsTest {
  private static ClassOutline type(String simpleName) {
    return new ClassOutline(
        "com.acme." + simpleName, Opcodes.ACC_PUBLIC, "java.lang.Object", Collections.emptyList());
  }

  @ParameterizedTest
  @CsvSource({
    "PricingService, Service",
    "PricingServiceImpl, Service",
    "PricingServiceBean, Service",
    "PricingFacade, Facade",
    "OrderDao, Dao",
    "OrderDAO, DAO",
    "OrderRepository, Repository",
    "TaxCalculator, Calculator",
    "SalesReport, Report",
    "SalesReports, Reports",
    "Outer$TaxEngine, Engine",
    "StringUtil, Util",
    "StringUtils, Utils",
  })
  void namesOfServices(String name, String word) {
    assertThat(ServiceHints.isNamed(type(name))).isTrue();
    assertThat(ServiceHints.word(type(name))).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pricing", "Services", "ServiceOrder", "Invoice", "Serviceable"})
  void otherNames(String name) {
    assertThat(ServiceHints.isNamed(type(name))).isFalse();
    assertThat(ServiceHints.word(type(name))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Service", "Stateless", "Path", "RestController", "Transactional", "GrpcService"})
  void annotationsOnAClass(String annotation) {
    ClassOutline type = type("Pricing");
    type.annotations.add("Deprecated");
    type.annotations.add(annotation);

    assertThat(ServiceHints.annotation(type)).isEqualTo(annotation);
    assertThat(ServiceHints.isAnnotated(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PostMapping", "WebMethod", "RolesAllowed", "KafkaListener"})
  void annotationsOnAMethod(String annotation) {
    ClassOutline type = type("Pricing");
    MethodOutline method = new MethodOutline(type.name, "quote", "(J)J", Opcodes.ACC_PUBLIC);
    method.annotations.add(annotation);
    type.methods.add(method);

    assertThat(ServiceHints.annotation(type)).isEqualTo(annotation);
  }

  @Test
  void annotationOnTheClassBeforeOneOnAMethod() {
    ClassOutline type = type("Pricing");
    MethodOutline method = new MethodOutline(type.name, "quote", "(J)J", Opcodes.ACC_PUBLIC);
    method.annotations.add("GET");
    type.methods.add(method);
    type.annotations.add("Path");

    assertThat(ServiceHints.annotation(type)).isEqualTo("Path");
  }

  @Test
  void classAnnotationOnAMethodAndMethodAnnotationOnAClassDoNotCount() {
    ClassOutline type = type("Pricing");
    MethodOutline method = new MethodOutline(type.name, "quote", "(J)J", Opcodes.ACC_PUBLIC);
    method.annotations.add("Stateless");
    type.methods.add(method);
    type.annotations.add("GET");

    assertThat(ServiceHints.annotation(type)).isNull();
    assertThat(ServiceHints.isAnnotated(type)).isFalse();
  }
}
