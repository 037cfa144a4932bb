package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.config.MethodRef;
import io.understudy.compare.rule.Rules;
import io.understudy.journal.Fate;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The creation of a candidate's instance, and its failures. */
final class CandidateLookupTest {
  private final Pools pools = new Pools(2, 4);

  @AfterEach
  void close() {
    pools.close();
  }

  static final class Counted {
    static final AtomicInteger MADE = new AtomicInteger();

    private Counted() {
      MADE.incrementAndGet();
    }

    private Object quote(Object argument) {
      return argument;
    }

    private Object refund(Object argument) {
      return argument;
    }
  }

  static final class Untroubled {
    Object quote(Object argument) {
      return argument;
    }
  }

  static final class FailsAtFirst {
    static final AtomicInteger TRIES = new AtomicInteger();

    FailsAtFirst() {
      if (TRIES.incrementAndGet() == 1) {
        throw new IllegalStateException("database is starting");
      }
    }

    Object quote(Object argument) {
      return argument;
    }
  }

  static final class Broken {
    static final Object NEVER = fail();

    private static Object fail() {
      throw new IllegalStateException("no");
    }

    Object quote(Object argument) {
      return argument;
    }
  }

  interface Service {
    Object quote(Object argument);
  }

  static final class Factory {
    private Factory() {}

    static Service service() {
      return argument -> "by the factory";
    }

    static String text() {
      return "";
    }

    static @Nullable Service none() {
      return null;
    }
  }

  static final class Needy {
    Needy(String dependency) {}

    Object quote(Object argument) {
      return argument;
    }
  }

  static final class NeverMade {
    static final CountDownLatch RELEASE = new CountDownLatch(1);

    NeverMade() throws InterruptedException {
      RELEASE.await();
    }

    Object quote(Object argument) {
      return argument;
    }
  }

  @Test
  void oneInstanceServesAllCallPointsOfAClass() {
    CallPoint quote = Pools.point(Counted.class, "quote");
    CallPoint refund = Pools.point(Counted.class, "refund");
    for (int i = 0; i < 50; i++) {
      pools.offer(quote, i);
      pools.offer(refund, i);
    }
    Pools.awaitBalance(quote);
    Pools.awaitBalance(refund);
    assertThat(pools.answers.outcomes).hasSize(100);
    assertThat(Counted.MADE).hasValue(1);
  }

  @Test
  void factoryReturnsTheInstanceOfAnInterface() {
    pools.ask(withFactory("service"), "a");
    assertThat(pools.answers.outcomes.get(0).value()).isEqualTo("by the factory");
  }

  @Test
  void reasonsNameTheMissingPart() {
    assertThat(reason(ref("com.acme.Gone"))).isEqualTo("class not found: com.acme.Gone");
    assertThat(reason(ref(Needy.class.getName())))
        .isEqualTo(
            Needy.class.getName()
                + " has no constructor without parameters: give a factory, or say by instance:"
                + " where its object comes from");
    assertThat(reason(ref(Service.class.getName())))
        .isEqualTo(Service.class.getName() + " is abstract: give a factory");
    assertThat(reason(withFactory("text"))).endsWith("#text gave no " + Service.class.getName());
    assertThat(reason(withFactory("none"))).endsWith("#none gave null");
    assertThat(reason(withFactory("missing"))).startsWith("no method ");
  }

  @Test
  void constructorThatThrowsIsNoVerdictAndItsMessageIsHidden() {
    assertThat(reason(ref(Broken.class.getName())))
        .isEqualTo(
            "the constructor of "
                + Broken.class.getName()
                + " threw java.lang.ExceptionInInitializerError");
  }

  @Test
  void constructorIsTriedAgainAfterAPause() {
    CallPoint point = ref(FailsAtFirst.class.getName());
    pools.ask(point, 1);
    pools.ask(point, 2);
    assertThat(point.ledger().total(Fate.UNANSWERED)).isEqualTo(2);
    assertThat(FailsAtFirst.TRIES).hasValue(1);
    Pools.await(
        () -> {
          pools.ask(point, 3);
          return point.ledger().total(Fate.MATCHED) > 0;
        });
    assertThat(FailsAtFirst.TRIES).hasValue(2);
  }

  @Test
  void constructorThatNeverReturnsIsNoVerdictAndBlocksNoOtherCallPoint() {
    try (Pools hasty = new Pools(1, 4, () -> {}, Duration.ofMillis(100))) {
      CallPoint point = ref(NeverMade.class.getName());
      hasty.ask(point, 1);
      assertThat(point.ledger().total(Fate.UNANSWERED)).isEqualTo(1);
      CallPoint other = Pools.point(Untroubled.class, "quote");
      hasty.ask(other, 1);
      assertThat(other.ledger().total(Fate.MATCHED)).isEqualTo(1);
    } finally {
      NeverMade.RELEASE.countDown();
    }
  }

  private String reason(CallPoint point) {
    pools.ask(point, "a");
    assertThat(point.ledger().total(Fate.UNANSWERED)).isEqualTo(1);
    return String.join("; ", Calls.reasons(point)).replaceFirst("unanswered: ", "");
  }

  private static CallPoint ref(String className) {
    return Pools.point(new MethodRef(className, "quote", null), null, Pools.LONG, Rules.none());
  }

  private static CallPoint withFactory(String method) {
    return Pools.point(
        new MethodRef(Service.class.getName(), "quote", null),
        new MethodRef(Factory.class.getName(), method, null),
        Pools.LONG,
        Rules.none());
  }
}
