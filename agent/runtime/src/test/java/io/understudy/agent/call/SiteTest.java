package io.understudy.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SiteTest {
  private static final class Stopped extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) {
      throw new IllegalStateException("the application is stopped");
    }
  }

  private static final class Empty extends ClassLoader {
    Empty() {
      super(null);
    }
  }

  @Test
  void sameMethodOfTheSameLoader() {
    ClassLoader loader = getClass().getClassLoader();
    Site site = new Site("com.acme.Pricing", "quote", "(I)J", loader);
    assertThat(site.is("com.acme.Pricing", "quote", "(I)J", loader)).isTrue();
    assertThat(site.is("com.acme.Other", "quote", "(I)J", loader)).isFalse();
    assertThat(site.is("com.acme.Pricing", "total", "(I)J", loader)).isFalse();
    assertThat(site.is("com.acme.Pricing", "quote", "(J)J", loader)).isFalse();
    assertThat(site.is("com.acme.Pricing", "quote", "(I)J", null)).isFalse();
    assertThat(site.is("com.acme.Pricing", "quote", "(I)J", new Empty())).isFalse();
  }

  @Test
  void classIsFoundOnceItIsLoaded() {
    Site site = new Site(getClass().getName(), "a", "()V", getClass().getClassLoader());
    assertThat(site.type()).isSameAs(getClass());
    assertThat(site.type()).as("cached").isSameAs(getClass());
    assertThat(site).hasToString(getClass().getName() + "#a()V");
  }

  @Test
  void missingClassAndStoppedLoaderHaveNoType() {
    ClassLoader empty = new Empty();
    ClassLoader stopped = new Stopped();
    assertThat(new Site("com.acme.Pricing", "a", "()V", empty).type()).isNull();
    assertThat(new Site("com.acme.Pricing", "a", "()V", stopped).type()).isNull();
    assertThat(empty).isNotSameAs(stopped);
  }

  @Test
  void siteOfACollectedLoaderIsGone() {
    Site site = new Site("java.lang.String", "a", "()V", new Empty());
    GarbageCollection.awaitUntil(site::isGone);
    assertThat(site.type()).isNull();
    assertThat(site.is("java.lang.String", "a", "()V", null)).isFalse();
  }
}
