package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Classes compiled by kotlinc; their source is {@code kotlin/Tariffs.kt} in the resources. */
class KotlinTest {
  private static final String KT = "com.acme.kt.";

  private final CaptureHarness stage = new CaptureHarness();

  @AfterEach
  void noFailureEscapesTheBridge() {
    assertThat(Capture.escapedFailures()).isZero();
  }

  @Test
  void classesObjectsEnumsAndAnonymousObjects() throws Exception {
    stage.below("com.acme.kt.Tariff#price", "com.acme");
    ClassLoader loader = deploy();
    price(make(loader, "Flat", 2), "ab");
    price(make(loader, "Raised", 2), "ab");
    price(singleton(loader, "Free", "INSTANCE"), "ab");
    price(singleton(loader, "Fixed", "LOW"), "ab");
    price(singleton(loader, "Fixed", "HIGH"), "ab");
    price(make(loader, "Prices", 3, 4), "ab");
    call(make(loader, "Calls"), "anonymous");
    assertThat(results()).containsExactly(4, 5, 0, 11, 5, 4, 7);
  }

  /** Each class has a copy that calls the one body, a static method of another class. */
  @Test
  void bodyOfAnInterface() throws Exception {
    stage.below("com.acme.kt.Tariff#twice", "com.acme");
    ClassLoader loader = deploy();
    twice(make(loader, "Flat", 2), "ab");
    twice(make(loader, "Raised", 2), "ab");
    assertThat(results()).containsExactly(8, 110);
  }

  @Test
  void decoratorGeneratedByTheCompiler() throws Exception {
    stage.below("com.acme.kt.Tariff#price", "com.acme");
    ClassLoader loader = deploy();
    Class<?> tariff = loader.loadClass(KT + "Tariff");
    Object logged =
        loader.loadClass(KT + "Logged").getConstructor(tariff).newInstance(make(loader, "Flat", 2));
    price(logged, "ab");
    assertThat(results()).containsExactly(4);
  }

  @Test
  void mangledNamesDefaultArgumentsCompanionsAndTopLevelFunctions() throws Exception {
    stage
        .below("com.acme.kt.Catalog#find-TeEPt7o")
        .below("com.acme.kt.Catalog#hidden$main")
        .below("com.acme.kt.Catalog$Companion#open")
        .below("com.acme.kt.TariffsKt#topLevel")
        .below("com.acme.kt.TariffsKt#extended");
    ClassLoader loader = deploy();
    call(make(loader, "Calls"), "findDefault");
    call(make(loader, "Calls"), "hide");
    Class<?> catalog = loader.loadClass(KT + "Catalog");
    catalog.getMethod("open", String.class).invoke(null, "four");
    Class<?> file = loader.loadClass(KT + "TariffsKt");
    file.getMethod("topLevel", String.class).invoke(null, "12345");
    file.getMethod("extended", String.class).invoke(null, "123456");
    assertThat(results()).containsExactly(3, 3, 4, 5, 6);
  }

  @Test
  void mangledNameIsSuggested() throws Exception {
    stage.below("com.acme.kt.Catalog#find").below("com.acme.kt.Catalog#hidden");
    deploy().loadClass(KT + "Catalog");
    assertThat(stage.notices())
        .containsExactlyInAnyOrder(
            "WARN find0: com.acme.kt.Catalog declares no method find; did you mean"
                + " \"find-TeEPt7o\"?",
            "WARN hidden1: com.acme.kt.Catalog declares no method hidden; did you mean"
                + " \"hidden$main\"?");
  }

  private URLClassLoader deploy() throws Exception {
    Path classes = Paths.get(KotlinTest.class.getResource("/kotlin/").toURI());
    return stage.deploy(classes, getClass().getClassLoader());
  }

  private static Object make(ClassLoader loader, String name, int... arguments) throws Exception {
    Class<?> type = loader.loadClass(KT + name);
    switch (arguments.length) {
      case 0:
        return type.getConstructor().newInstance();
      case 1:
        return type.getConstructor(int.class).newInstance(arguments[0]);
      default:
        return type.getConstructor(int.class, int.class).newInstance(arguments[0], arguments[1]);
    }
  }

  private static Object singleton(ClassLoader loader, String name, String field) throws Exception {
    return loader.loadClass(KT + name).getField(field).get(null);
  }

  /** Calls through the interface, like most callers. */
  private static void price(Object tariff, String of) throws Exception {
    tariff(tariff).getMethod("price", Object.class).invoke(tariff, of);
  }

  private static void twice(Object tariff, String of) throws Exception {
    tariff(tariff).getMethod("twice", Object.class).invoke(tariff, of);
  }

  private static Class<?> tariff(Object object) throws Exception {
    return object.getClass().getClassLoader().loadClass(KT + "Tariff");
  }

  private static @Nullable Object call(Object object, String method) throws Exception {
    Method found = object.getClass().getMethod(method);
    return found.invoke(object);
  }

  private List<Object> results() {
    List<Object> results = new ArrayList<>();
    for (Call call : stage.calls) {
      results.add(call.control().value());
    }
    return results;
  }
}
