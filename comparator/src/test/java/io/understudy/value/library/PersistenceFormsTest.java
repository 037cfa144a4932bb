package io.understudy.value.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.view.FrozenText;
import io.understudy.value.view.Views;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.proxy.HibernateProxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Forms of lazy objects that differ between versions of the libraries. */
@SuppressWarnings({"unused", "UnusedVariable"})
class PersistenceFormsTest {
  static class Customer {
    String name = "Ann";
  }

  /** A collection of an unknown version, without the field that says whether it is loaded. */
  static final class UnknownBag extends ArrayList<Object> implements PersistentCollection {}

  /** A set that inherits the field {@code initialized}, as Hibernate's do. */
  static class AbstractBag extends ArrayList<Object> {
    boolean initialized;
  }

  static final class InheritingBag extends AbstractBag implements PersistentCollection {}

  static final class Initializer {
    @Nullable Object target;
  }

  static final class OtherInitializer {
    @Nullable Object entity = new Customer();
  }

  /** The field of proxies that Javassist makes. */
  static final class JavassistProxy extends Customer implements HibernateProxy {
    @Nullable Object handler = new Initializer();
  }

  static final class ProxyWithoutField extends Customer implements HibernateProxy {}

  @Test
  void collectionWithoutKnownFieldIsOpaque() {
    assertThat(FrozenText.frozen(new UnknownBag()))
        .isEqualTo(
            "uncapturable: " + UnknownBag.class.getName() + " may be lazy, and does not say");
  }

  @Test
  void fieldOfASuperclassSaysWhetherItIsLoaded() {
    InheritingBag bag = new InheritingBag();
    List<Object> holder = Arrays.asList(bag, 1);
    bag.add("x");

    assertThat(FrozenText.frozen(holder))
        .isEqualTo("[opaque: " + InheritingBag.class.getName() + " is lazy and not loaded, 1]");
    bag.initialized = true;
    assertThat(FrozenText.frozen(holder)).isEqualTo("[[x], 1]");
  }

  @Test
  void proxyOfJavassist() {
    JavassistProxy proxy = new JavassistProxy();

    assertThat(FrozenText.frozen(new Object[] {proxy}))
        .isEqualTo("[opaque: a proxy of " + Customer.class.getName() + " is lazy and not loaded]");
    Initializer loaded = new Initializer();
    loaded.target = new Customer();
    proxy.handler = loaded;
    assertThat(FrozenText.frozen(proxy)).isEqualTo("some({name: Ann})");
  }

  @Test
  void proxyWithUnknownInitializerIsNotLoaded() {
    JavassistProxy proxy = new JavassistProxy();
    proxy.handler = new OtherInitializer();

    assertThat(FrozenText.frozen(new Object[] {proxy})).contains("is lazy and not loaded");
    proxy.handler = null;
    assertThat(FrozenText.frozen(new Object[] {proxy})).contains("is lazy and not loaded");
  }

  @Test
  void proxyWithoutKnownFieldIsOpaque() {
    assertThat(FrozenText.frozen(new ProxyWithoutField()))
        .isEqualTo(
            "uncapturable: a proxy of " + Customer.class.getName() + " is lazy and not loaded");
  }

  @Test
  void wrapperOfALazyCollectionIsNotLoaded() {
    Collection<Object> wrapped = java.util.Collections.unmodifiableCollection(new InheritingBag());

    // Without open packages the wrapper is read by its methods.
    assertThat(FrozenText.frozen(wrapped))
        .isIn("uncapturable: " + InheritingBag.class.getName() + " is lazy and not loaded", "[]");
  }

  @Test
  void viewOfTheEntityAppliesToTheLoadedObject() {
    JavassistProxy proxy = new JavassistProxy();
    Initializer loaded = new Initializer();
    loaded.target = new Customer();
    proxy.handler = loaded;

    assertThat(
            FrozenText.frozen(
                proxy, Views.builder().content(Customer.class.getName(), "name").build()))
        .isEqualTo("some(Ann)");
  }
}
