package io.understudy.agent.snapshot;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Bounds;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Frozen;
import io.understudy.value.view.Freezer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.CascadeType;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Entities of a real Hibernate: unloaded objects are refused and never loaded. */
final class HibernateArgumentsTest {
  @Entity(name = "Customer")
  public static class Customer {
    @Nullable @Id Long id;
    @Nullable String name;

    @OneToMany(cascade = CascadeType.ALL)
    List<Purchase> purchases = new ArrayList<>();

    @ElementCollection Map<String, String> tags = new HashMap<>();
  }

  @Entity(name = "Purchase")
  public static class Purchase {
    @Nullable @Id Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @Nullable Customer customer;

    public @Nullable Customer getCustomer() {
      return customer;
    }
  }

  private static SessionFactory factory;

  @BeforeAll
  static void database() {
    factory =
        new Configuration()
            .setProperty("hibernate.connection.url", "jdbc:h2:mem:arguments")
            .setProperty("hibernate.connection.driver_class", "org.h2.Driver")
            .setProperty("hibernate.dialect", "org.hibernate.dialect.H2Dialect")
            .setProperty("hibernate.hbm2ddl.auto", "create-drop")
            .setProperty("hibernate.generate_statistics", "true")
            .addAnnotatedClass(Customer.class)
            .addAnnotatedClass(Purchase.class)
            .buildSessionFactory();
    try (Session session = factory.openSession()) {
      session.beginTransaction();
      Customer customer = new Customer();
      customer.id = 1L;
      customer.name = "Ann";
      customer.tags.put("k", "v");
      Purchase purchase = new Purchase();
      purchase.id = 2L;
      purchase.customer = customer;
      customer.purchases.add(purchase);
      session.save(customer);
      session.getTransaction().commit();
    }
  }

  @AfterAll
  static void close() {
    factory.close();
  }

  /** The reasons why an object and its parts are opaque. */
  private static String unseen(Object live) {
    try {
      Frozen frozen = (Frozen) requireNonNull(Freezer.freeze(live, new Meter(Bounds.DEFAULT)));
      StringBuilder reasons = new StringBuilder(frozen.shape().reason());
      for (int i = 0; frozen.kind() == Kind.RECORD && i < frozen.size(); i++) {
        Object part = frozen.part(i);
        reasons.append(part instanceof Frozen ? ((Frozen) part).shape().reason() : "");
      }
      return reasons.toString();
    } catch (Uncapturable reason) {
      return reason.reason();
    }
  }

  @Test
  void unloadedObjectIsRefusedAndStaysUnloaded() {
    try (Session session = factory.openSession()) {
      Customer customer = session.get(Customer.class, 1L);
      Purchase purchase = session.get(Purchase.class, 2L);
      session.clear();
      Customer proxy = session.load(Customer.class, 1L);
      long queries = factory.getStatistics().getPrepareStatementCount();

      String lazy = "org.hibernate.collection.internal.PersistentBag is lazy and not loaded";
      assertThat(Copies.refusal(customer)).isEqualTo(lazy);
      assertThat(unseen(customer)).contains(lazy);
      assertThat(unseen(Collections.unmodifiableList(customer.purchases))).isEqualTo(lazy);
      assertThat(Copies.refusal(Collections.unmodifiableList(customer.purchases))).isEqualTo(lazy);
      assertThat(Copies.refusal(customer.tags)).endsWith("PersistentMap is lazy and not loaded");
      String unloaded = "a proxy of " + Customer.class.getName() + " is lazy and not loaded";
      assertThat(Copies.refusal(proxy)).isEqualTo(unloaded);
      assertThat(unseen(proxy)).isEqualTo(unloaded);
      assertThat(purchase).isNotNull();

      assertThat(Hibernate.isInitialized(customer.purchases)).isFalse();
      assertThat(Hibernate.isInitialized(proxy)).isFalse();
      assertThat(factory.getStatistics().getPrepareStatementCount()).isEqualTo(queries);
    }
  }

  @Test
  void loadedObjectIsCopiedWithoutItsSession() throws Exception {
    try (Session session = factory.openSession()) {
      Customer proxy = session.load(Customer.class, 1L);
      Hibernate.initialize(proxy);
      Customer customer = (Customer) Hibernate.unproxy(proxy);
      Hibernate.initialize(customer.purchases);
      Hibernate.initialize(customer.tags);

      Customer copy = Copies.of(proxy);

      assertThat(copy.getClass()).isSameAs(Customer.class);
      assertThat(copy.name).isEqualTo("Ann");
      assertThat(copy.purchases.getClass()).isSameAs(ArrayList.class);
      assertThat(copy.purchases.get(0).customer).isSameAs(copy);
      assertThat(copy.tags)
          .containsEntry("k", "v")
          .isExactlyInstanceOf(java.util.LinkedHashMap.class);
      assertThat(unseen(proxy)).isEmpty();
    }
  }
}
