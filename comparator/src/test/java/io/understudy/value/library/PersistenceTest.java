package io.understudy.value.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Uncapturable;
import io.understudy.value.view.FrozenText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.proxy.HibernateProxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"unused", "UnusedVariable"})
class PersistenceTest {
  static final class Bag extends ArrayList<Object> implements PersistentCollection {
    private boolean initialized;

    @Override
    public Iterator<Object> iterator() {
      if (!initialized) {
        throw new AssertionError("loaded");
      }
      return super.iterator();
    }

    @Override
    public int size() {
      if (!initialized) {
        throw new AssertionError("loaded");
      }
      return super.size();
    }
  }

  static class Customer {
    String name = "Ann";

    String getName() {
      return name;
    }
  }

  static final class Initializer {
    private @Nullable Object target;
  }

  static final class CustomerProxy extends Customer implements HibernateProxy {
    private final Initializer $$_hibernate_interceptor = new Initializer();

    CustomerProxy() {
      name = "not the customer's";
    }

    @Override
    String getName() {
      throw new AssertionError("loaded");
    }
  }

  static final class Order {
    @Nullable Object lines;
    @Nullable Customer customer;
  }

  @Test
  void lazyCollectionIsReportedAndNotLoaded() throws Uncapturable {
    Order order = new Order();
    order.lines = new Bag();
    String reason = Bag.class.getName() + " is lazy and not loaded";
    assertThat(FrozenText.frozen(order))
        .isEqualTo("{lines: opaque: " + reason + ", customer: null}");
    assertThat(FrozenText.lenient(order))
        .isEqualTo("{lines: opaque: " + reason + ", customer: null}");
  }

  @Test
  void loadedCollectionIsItsElements() {
    Bag bag = new Bag();
    bag.initialized = true;
    bag.addAll(Arrays.asList(1, 2));
    assertThat(FrozenText.frozen(bag)).isEqualTo("[1, 2]");
  }

  @Test
  void lazyProxyIsReportedAndNotLoaded() {
    Order order = new Order();
    order.customer = new CustomerProxy();
    assertThat(FrozenText.frozen(order))
        .isEqualTo(
            "{lines: null, customer: opaque: a proxy of "
                + Customer.class.getName()
                + " is lazy and not loaded}");
  }

  @Test
  void loadedProxyIsItsTarget() {
    CustomerProxy proxy = new CustomerProxy();
    proxy.$$_hibernate_interceptor.target = new Customer();
    assertThat(FrozenText.frozen(proxy)).isEqualTo("some({name: Ann})");
  }
}
