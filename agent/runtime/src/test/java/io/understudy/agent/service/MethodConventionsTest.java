package io.understudy.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodConventionsTest {
  private static MethodOutline method(String name) {
    return method(name, "(J)J");
  }

  private static MethodOutline method(String name, String descriptor) {
    MethodOutline method =
        new MethodOutline("com.acme.Orders", name, descriptor, Opcodes.ACC_PUBLIC);
    method.body = MethodOutline.Body.CODE;
    return method;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "save",
        "saveOrder",
        "deleteAll",
        "payOut",
        "sendMail",
        "createInvoice",
        "setRate",
        "bookÄnderung",
        "withdraw",
        "upsertOrder"
      })
  void namesOfWritingMethods(String name) {
    assertThat(MethodConventions.saysThatItWrites(method(name))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quote",
        "settings",
        "address",
        "payroll",
        "sender",
        "addressOf",
        "setup",
        "getSaved",
        "Save",
        "save_all"
      })
  void namesOfReadingMethods(String name) {
    assertThat(MethodConventions.saysThatItWrites(method(name))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "quote, POST, true",
    "quote, PutMapping, true",
    "quote, DELETE, true",
    "quote, Modifying, true",
    "quote, Transactional, false",
    "createView, GET, false",
    "createView, GetMapping, false",
    "createView, HEAD, false",
    "saveQuote, Cacheable, false",
    "saveQuote, Transactional, true",
  })
  void annotationsBesideTheName(String name, String annotation, boolean writes) {
    MethodOutline method = method(name);
    method.annotations.add(annotation);

    assertThat(MethodConventions.saysThatItWrites(method)).isEqualTo(writes);
  }

  @Test
  void readAnnotationBeforeWriteAnnotation() {
    MethodOutline method = method("save");
    method.annotations.add("POST");
    method.annotations.add("GET");

    assertThat(MethodConventions.saysThatItWrites(method)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "getRate, ()J, true",
    "isOpen, ()Z, true",
    "hasLines, ()Z, true",
    "getRate, (I)J, false",
    "setRate, (J)V, true",
    "withRate, (J)Lcom/acme/Orders;, true",
    "setRate, ()V, false",
    "setRate, (JI)V, false",
    "getter, ()J, false",
    "get, ()J, false",
    "issue, ()Z, false",
    "quote, ()J, false",
  })
  void propertiesByNameAndSignature(String name, String descriptor, boolean expected) {
    assertThat(MethodConventions.isProperty(method(name, descriptor))).isEqualTo(expected);
  }

  @Test
  void propertyByItsTrivialBody() {
    MethodOutline method = method("quote", "(JJ)J");
    method.body = MethodOutline.Body.TRIVIAL;

    assertThat(MethodConventions.isProperty(method)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "setRate, (J)V, true",
    "setRate, (J)Lcom/acme/Orders;, false",
    "setRate, (JJ)V, false",
    "setRate, ()V, false",
    "settle, (J)V, false",
    "withRate, (J)V, false",
  })
  void setters(String name, String descriptor, boolean expected) {
    assertThat(MethodConventions.isSetter(method(name, descriptor))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "getRate, rate",
    "isOpen, open",
    "hasLines, lines",
    "setRateOfTax, rateoftax",
    "withRate, rate",
    "quote, quote",
    "getter, getter",
  })
  void propertyNames(String name, String property) {
    assertThat(MethodConventions.property(method(name))).isEqualTo(property);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "equals",
        "hashCode",
        "toString",
        "compareTo",
        "clone",
        "finalize",
        "canEqual",
        "readObject",
        "writeObject",
        "readResolve",
        "writeReplace",
        "readExternal",
        "writeExternal"
      })
  void methodsOfEveryObject(String name) {
    assertThat(MethodConventions.isOfEveryObject(method(name))).isTrue();
    assertThat(MethodConventions.mayBeService(method(name))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bean", "Produces", "PostConstruct", "PreDestroy", "Inject", "Autowired"})
  void methodsOfTheConstructionOfAnObject(String annotation) {
    MethodOutline method = method("quote");
    method.annotations.add(annotation);

    assertThat(MethodConventions.isOfEveryObject(method)).isTrue();
  }

  @Test
  void onlyTheStaticMainMethodIsExcluded() {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;

    assertThat(MethodConventions.isOfEveryObject(outline("main", "([Ljava/lang/String;)V", access)))
        .isTrue();
    assertThat(
            MethodConventions.isOfEveryObject(
                outline("main", "([Ljava/lang/String;)V", Opcodes.ACC_PUBLIC)))
        .isFalse();
    assertThat(MethodConventions.isOfEveryObject(outline("main", "(J)J", access))).isFalse();
  }

  private static MethodOutline outline(String name, String descriptor, int access) {
    return new MethodOutline("com.acme.Orders", name, descriptor, access);
  }

  @Test
  void publicMethodWithCodeMayBeAService() {
    assertThat(MethodConventions.mayBeService(method("quote"))).isTrue();
  }

  @Test
  void privateSyntheticBodilessMethodsAndSettersMayNot() {
    MethodOutline packagePrivate = outline("quote", "(J)J", 0);
    packagePrivate.body = MethodOutline.Body.CODE;
    MethodOutline synthetic = outline("quote", "(J)J", Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC);
    synthetic.body = MethodOutline.Body.CODE;
    MethodOutline bridge = outline("quote", "(J)J", Opcodes.ACC_PUBLIC | Opcodes.ACC_BRIDGE);
    bridge.body = MethodOutline.Body.CODE;

    assertThat(MethodConventions.mayBeService(packagePrivate)).isFalse();
    assertThat(MethodConventions.mayBeService(synthetic)).isFalse();
    assertThat(MethodConventions.mayBeService(bridge)).isFalse();
    assertThat(MethodConventions.mayBeService(outline("quote", "(J)J", Opcodes.ACC_PUBLIC)))
        .as("abstract or native")
        .isFalse();
    assertThat(MethodConventions.mayBeService(method("setRate", "(J)V"))).isFalse();
  }
}
