package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Site;
import io.understudy.journal.Fate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application that is deployed, redeployed and undeployed. */
@Timeout(60)
final class LoadersTest {
  private volatile WeakReference<Class<?>> control = new WeakReference<>(null);
  private final Pools pools = new Pools(1, 1, point -> control.get());
  private final CallPoint point = Calls.point(Legacy.class, "quote", Candidate.class, "quote");

  @AfterEach
  void close() {
    pools.close();
  }

  static final class Cart {}

  static final class Legacy {
    private Legacy() {}

    static Object quote(Cart cart) {
      return cart;
    }
  }

  static final class Candidate {
    private Candidate() {}

    Object quote(Cart cart) {
      return Thread.currentThread().getContextClassLoader() == getClass().getClassLoader();
    }
  }

  @Test
  void candidateIsFoundThroughTheLoaderOfTheControl() throws Exception {
    ClassLoader application = deploy();
    pools.ask(point, newCart(application));
    assertThat(pools.answers.outcomes.get(0).value()).isEqualTo(true);
  }

  @Test
  void unknownControlIsNoVerdict() {
    pools.ask(point, new Cart());
    assertThat(Calls.reasons(point))
        .containsExactly("unanswered: the control's class is not known, or was unloaded");
  }

  @Test
  void argumentOfAnotherDeploymentIsNoVerdict() throws Exception {
    deploy();
    pools.ask(point, new Cart());
    assertThat(Calls.reasons(point))
        .containsExactly(
            "unanswered: argument 0 is a "
                + Cart.class.getName()
                + " and the candidate takes a "
                + Cart.class.getName()
                + " of another class loader");
  }

  @Test
  void callIsAnsweredInItsOwnDeployment() throws Exception {
    ClassLoader one = deploy();
    ClassLoader other = deploy();
    pools.ask(point, newCart(other));
    askFrom(one);
    assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(2);
  }

  @Test
  void callOfAnUndeployedApplicationIsUnanswered() throws Exception {
    ClassLoader gone = deploy();
    deploy();
    Call call = Calls.call(point, "text");
    call.cameFrom(site(gone));
    WeakReference<ClassLoader> reference = new WeakReference<>(gone);
    gone = null;
    Pools.await(
        () -> {
          System.gc();
          return reference.get() == null;
        });
    pools.offer(call);
    Pools.awaitBalance(point);
    assertThat(Calls.reasons(point))
        .containsExactly("unanswered: the application that the call came from was undeployed");
  }

  private void askFrom(ClassLoader application) throws Exception {
    Call call = Calls.call(point, newCart(application));
    call.cameFrom(site(application));
    pools.offer(call);
    Pools.awaitBalance(point);
  }

  private static Site site(ClassLoader application) {
    return new Site(Legacy.class.getName(), "quote", "()V", application);
  }

  @Test
  void redeployedApplicationHasACandidateOfItsOwn() throws Exception {
    pools.ask(point, newCart(deploy()));
    pools.ask(point, newCart(deploy()));
    assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(2);
  }

  @Test
  void undeployedApplicationIsCollected() throws Exception {
    WeakReference<ClassLoader> application = deployAndAsk();
    Pools.await(
        () -> {
          System.gc();
          return application.get() == null;
        });
    assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(1);
  }

  private WeakReference<ClassLoader> deployAndAsk() throws Exception {
    ClassLoader application = deploy();
    pools.ask(point, newCart(application));
    // The sink of this test stores its input; the agent's sink does not.
    pools.answers.arguments.clear();
    pools.answers.outcomes.clear();
    return new WeakReference<>(application);
  }

  private ClassLoader deploy() throws Exception {
    ClassLoader application = new Deployment();
    control = new WeakReference<>(application.loadClass(Legacy.class.getName()));
    return application;
  }

  private static Object newCart(ClassLoader application) throws Exception {
    java.lang.reflect.Constructor<?> constructor =
        application.loadClass(Cart.class.getName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  /** Defines the classes of this test again. */
  private static final class Deployment extends ClassLoader {
    Deployment() {
      super(LoadersTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(LoadersTest.class.getName() + "$")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          out.write(buffer, 0, read);
        }
        return defineClass(name, out.toByteArray(), 0, out.size());
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
