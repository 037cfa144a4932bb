package io.understudy.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class ApplicationObjectsTest {
  private static final class OtherPrices {}

  @Test
  void laterRegistrationOfAClassLoaderReplacesTheEarlierOne() {
    assertThat(Understudy.candidates("prices")).isEmpty();
    Object first = new ApplicationObjectsTest();
    Understudy.candidate("prices", first);
    assertThat(Understudy.candidates("prices")).containsExactly(first);
    Object second = new ApplicationObjectsTest();
    Understudy.candidate("prices", second);
    assertThat(Understudy.candidates("prices")).containsExactly(second);
    Object ofAnotherClass = new OtherPrices();
    Understudy.candidate("prices", ofAnotherClass);
    assertThat(Understudy.candidates("prices")).containsExactly(ofAnotherClass);
    Understudy.candidate("prices", second);
    assertThat(Understudy.candidates("prices")).containsExactly(second);
    assertThat(Understudy.candidates("other")).isEmpty();
  }

  @Test
  void lambdaIsKept() {
    Understudy.candidate("lambda", (Supplier<String>) () -> "found");
    System.gc();
    assertThat(Understudy.candidates("lambda")).hasSize(1);
    assertThat(((Supplier<?>) Understudy.candidates("lambda").get(0)).get()).isEqualTo("found");
  }

  @Test
  void contextIsForgottenAfterItHasClosed() {
    Object context = new Object();
    ApplicationObjects.refreshed(context);
    ApplicationObjects.refreshed(context);
    assertThat(ApplicationObjects.contexts()).containsOnlyOnce(context);
    ApplicationObjects.closed(context);
    assertThat(ApplicationObjects.contexts()).doesNotContain(context);
  }
}
