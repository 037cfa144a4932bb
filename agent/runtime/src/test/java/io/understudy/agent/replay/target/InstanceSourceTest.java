package io.understudy.agent.replay.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.call.KnownObjects;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.InstanceKind;
import io.understudy.agent.config.MethodRef;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.support.GenericApplicationContext;

final class InstanceSourceTest {
  private final ClassLoader context = Thread.currentThread().getContextClassLoader();

  /** The threads of the agent have no context class loader; the one of this test has. */
  @AfterEach
  void restoreContext() {
    Thread.currentThread().setContextClassLoader(context);
  }

  /** The candidate's type, and a service. */
  public interface Pricing {
    int quote();
  }

  static class One implements Pricing {
    @Override
    public int quote() {
      return 1;
    }
  }

  static class Two extends One {}

  static final class NeedsPricing {
    final Pricing pricing;

    NeedsPricing(Pricing pricing) {
      this.pricing = pricing;
    }
  }

  private final List<Object> contexts = new ArrayList<>();
  private final List<Object> registered = new ArrayList<>();

  private final KnownObjects objects =
      new KnownObjects() {
        @Override
        public List<Object> registered(String name) {
          return name.equals("prices") ? registered : new ArrayList<>();
        }

        @Override
        public List<Object> springContexts() {
          return contexts;
        }
      };

  private InstanceSource source(InstanceKind kind, String bean) {
    CallConfig call =
        CallConfig.builder(
                "prices", MethodRef.parse("app.Legacy#quote"), MethodRef.parse("app.Next#quote"))
            .instance(kind, bean)
            .build();
    return InstanceSource.of(
        call,
        InstanceSourceTest.class,
        InstanceSourceTest.class.getClassLoader(),
        objects,
        new CandidateInstance(1_000_000_000L));
  }

  private Object find(InstanceKind kind, String bean, Class<?> type) throws Exception {
    return source(kind, bean).find(type);
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(
      InstanceKind kind, String bean, Class<?> type) {
    return assertThatThrownBy(() -> find(kind, bean, type)).isInstanceOf(UnansweredException.class);
  }

  private GenericApplicationContext context(String id) {
    GenericApplicationContext context = new GenericApplicationContext();
    context.setId(id);
    contexts.add(context);
    return context;
  }

  @Test
  void beanIsFoundByTypeOrByName() throws Exception {
    GenericApplicationContext context = context("shop");
    context.registerBean("one", One.class);
    context.refresh();
    assertThat(find(InstanceKind.SPRING, null, Pricing.class)).isSameAs(context.getBean("one"));
    assertThat(find(InstanceKind.SPRING, "one", One.class)).isSameAs(context.getBean("one"));
    refused(InstanceKind.SPRING, "none", Pricing.class)
        .hasMessage(
            "no bean none of a refreshed Spring context is a "
                + Pricing.class.getName()
                + "; beans of the type: [one in shop]");
    refused(InstanceKind.SPRING, null, Two.class).hasMessageContaining("no bean of a refreshed");
  }

  @Test
  void ambiguousBeansAreListedUnlessOneIsPrimary() throws Exception {
    GenericApplicationContext context = context("shop");
    context.registerBean("one", One.class);
    context.registerBean("two", Two.class);
    context.refresh();
    refused(InstanceKind.SPRING, null, Pricing.class)
        .hasMessageEndingWith("write bean: with the name of one: [one in shop, two in shop]");
    assertThat(find(InstanceKind.SPRING, "two", Pricing.class)).isInstanceOf(Two.class);

    GenericApplicationContext other = context("back-office");
    other.registerBean("one", One.class);
    other.refresh();
    refused(InstanceKind.SPRING, "one", Pricing.class)
        .hasMessageEndingWith("found in: [one in shop, one in back-office]");
    other.close();

    contexts.remove(context);
    GenericApplicationContext primary = context("primary");
    primary.registerBean("one", One.class, one -> one.setPrimary(true));
    primary.registerBean("two", Two.class);
    primary.refresh();
    assertThat(find(InstanceKind.SPRING, null, Pricing.class)).isSameAs(primary.getBean("one"));
  }

  @Test
  void beanOfAClosedContextIsStale() throws Exception {
    refused(InstanceKind.SPRING, null, Pricing.class)
        .hasMessageStartingWith("no Spring context has been refreshed yet");
    GenericApplicationContext context = context("shop");
    context.registerBean("one", One.class);
    context.refresh();
    InstanceSource source = source(InstanceKind.SPRING, null);
    source.find(Pricing.class);
    assertThat(source.isStale()).isFalse();
    context.close();
    assertThat(source.isStale()).isTrue();
    assertThatThrownBy(() -> source.find(Pricing.class))
        .hasMessageStartingWith("no Spring context");
  }

  @Test
  void objectBehindAProxyIsFound() throws Exception {
    GenericApplicationContext context = context("shop");
    One one = new One();
    context.registerBean("one", Pricing.class, () -> (Pricing) new ProxyFactory(one).getProxy());
    context.refresh();
    InstanceSource source = source(InstanceKind.SPRING, null);
    Object bean = source.find(Pricing.class);
    assertThat(bean).isNotSameAs(one);
    assertThat(source.unwrap(bean)).isSameAs(one);
  }

  @Test
  void beanThatCannotBeCreatedIsSaid() {
    GenericApplicationContext context = context("shop");
    context.registerBean(
        "lazy",
        One.class,
        () -> {
          throw new IllegalStateException();
        },
        definition -> ((BeanDefinition) definition).setLazyInit(true));
    context.refresh();
    refused(InstanceKind.SPRING, null, Pricing.class)
        .hasMessageStartingWith("the bean lazy cannot be created: ");
  }

  @Test
  void constructorGetsBeans() throws Exception {
    refused(InstanceKind.CONSTRUCT, null, NeedsPricing.class)
        .hasMessageContaining("no Spring context");
    GenericApplicationContext context = context("shop");
    context.registerBean("one", One.class);
    context.refresh();
    NeedsPricing made = (NeedsPricing) find(InstanceKind.CONSTRUCT, null, NeedsPricing.class);
    assertThat(made.pricing).isSameAs(context.getBean("one"));
    context.registerBean("two", Two.class);
    refused(InstanceKind.CONSTRUCT, null, NeedsPricing.class)
        .hasMessageContaining("cannot be constructed with the beans of shop");
  }

  @Test
  void registeredObjectOrSupplier() throws Exception {
    refused(InstanceKind.REGISTERED, null, Pricing.class)
        .hasMessageStartingWith("no candidate is registered as prices yet");
    One one = new One();
    registered.add(one);
    assertThat(find(InstanceKind.REGISTERED, null, Pricing.class)).isSameAs(one);
    registered.set(0, (Supplier<Object>) () -> one);
    assertThat(find(InstanceKind.REGISTERED, "prices", Pricing.class)).isSameAs(one);
    registered.set(0, "text");
    refused(InstanceKind.REGISTERED, null, Pricing.class)
        .hasMessage(
            "what is registered as prices is a java.lang.String and no " + Pricing.class.getName());
    registered.set(
        0,
        (Supplier<Object>)
            () -> {
              throw new IllegalStateException();
            });
    refused(InstanceKind.REGISTERED, null, Pricing.class)
        .hasMessageContaining("threw java.lang.IllegalStateException");
    registered.addAll(Arrays.asList(one, new One()));
    refused(InstanceKind.REGISTERED, null, Pricing.class)
        .hasMessageContaining("several class loaders");
  }

  @Test
  void registeredObjectIsStaleOnceItIsReplaced() throws Exception {
    registered.add(new One());
    InstanceSource source = source(InstanceKind.REGISTERED, null);
    source.find(Pricing.class);
    assertThat(source.isStale()).isFalse();
    registered.set(0, new One());
    assertThat(source.isStale()).isTrue();
  }

  @Test
  void providerOfAService() throws Exception {
    refused(InstanceKind.SERVICES, null, Pricing.class)
        .hasMessageStartingWith("there is no provider of ");
    Object driver = find(InstanceKind.SERVICES, "org.h2.Driver", Driver.class);
    assertThat(driver).isInstanceOf(org.h2.Driver.class);
    refused(InstanceKind.SERVICES, "none", Driver.class)
        .hasMessageStartingWith("there is no provider none of java.sql.Driver; write one of them")
        .hasMessageContaining("org.h2.Driver");
  }

  @Test
  void staticMethodHasNoObject() {
    refused(InstanceKind.STATIC, null, Pricing.class).hasMessageContaining("is not static");
  }
}
