package io.understudy.agent.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.service.ControlScope;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceFilterTest {
  /** A service with methods of several kinds. */
  public abstract static class RatingService {
    public double rate(String region) {
      return region.length();
    }

    public abstract double open(String region);

    public native double foreign(String region);

    private double secret(String region) {
      return rate(region);
    }

    @Override
    public String toString() {
      return "rates " + secret("x");
    }
  }

  /** A bean without services. */
  public static class Cart implements Serializable {
    private static final long serialVersionUID = 1;
    private int size;

    public int getSize() {
      return size;
    }

    public void setSize(int size) {
      this.size = size;
    }
  }

  private final ServiceFilter filter =
      new ServiceFilter(ControlScope.of("io.understudy.agent.counting", "com.acme.next"));

  private List<String> methods(Class<?> type) throws Exception {
    return filter.methods(FakeJvm.original(type), LoadedClasses.above(type));
  }

  @Test
  void scopeIsGivenByPackages() {
    assertThat(filter.mayContain(RatingService.class.getName())).isTrue();
    assertThat(filter.mayContain("io.understudy.agent.counted.Other")).isFalse();
    assertThat(filter.mayContain("com.acme.next.Pricing")).isFalse();
  }

  @Test
  void onlyServicesWithCodeAreCounted() throws Exception {
    assertThat(methods(RatingService.class)).containsExactly("rate(Ljava/lang/String;)D");
  }

  @Test
  void beanHasNoServices() throws Exception {
    assertThat(methods(Cart.class)).isEmpty();
  }

  @Test
  void unreadableClassFileHasNoServices() {
    assertThat(filter.methods(new byte[] {1, 2, 3}, Collections.emptySet())).isEmpty();
  }
}
