package io.understudy.agent.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.OrderConfig;
import io.understudy.agent.config.OrderLimits;
import io.understudy.journal.Fate;
import io.understudy.value.Uncapturable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class KeyReaderTest {
  static class Base {
    private final @Nullable Object id;

    Base(@Nullable Object id) {
      this.id = id;
    }

    public Object getId() {
      throw new AssertionError("code of the application has run");
    }
  }

  static final class Order extends Base {
    final Base customer;
    final int[] lines = {7, 8};
    final List<Base> parts = new ArrayList<>(Collections.singletonList(new Base("part")));
    final Map<String, Object> tags = new HashMap<>();

    Order(@Nullable Object id) {
      super(id);
      customer = new Base(id);
    }
  }

  /** A map whose methods are code of the application. */
  static final class OwnMap extends AbstractMap<String, Object> {
    @Override
    public Set<Entry<String, Object>> entrySet() {
      throw new AssertionError("code of the application has run");
    }
  }

  /** What frameworks generate. */
  static final class Order$$Proxy {
    final @Nullable Object id = null;
  }

  private static Object read(String path, @Nullable Object root) throws Uncapturable {
    return new KeyReader(OrderConfig.of("/arguments/0" + path, null)).read(root);
  }

  private static void refuses(String path, @Nullable Object root, String reason) {
    assertThatThrownBy(() -> read(path, root))
        .isInstanceOf(Uncapturable.class)
        .hasMessageContaining("the order key /arguments/0" + path)
        .hasMessageContaining(reason);
  }

  @Test
  void partsOfObjectsAndContainers() throws Uncapturable {
    Order order = new Order("A7");
    order.tags.put("lane", 3);
    assertThat(read("/id", order)).isEqualTo("A7");
    assertThat(read("/customer/id", order)).isEqualTo("A7");
    assertThat(read("/lines/1", order)).isEqualTo(8L);
    assertThat(read("/parts/0/id", order)).isEqualTo("part");
    assertThat(read("/tags/lane", order)).isEqualTo(3L);
    assertThat(read("/0/id", new Object[] {order})).isEqualTo("A7");
    assertThat(read("/a", new LinkedHashMap<>(Collections.singletonMap("a", 1)))).isEqualTo(1L);
    assertThat(read("/a", Collections.singletonMap("a", 1))).isEqualTo(1L);
    assertThat(read("/a", new TreeMap<>(Collections.singletonMap("a", 1)))).isEqualTo(1L);
    assertThat(read("/1", Arrays.asList("a", "b"))).isEqualTo("b");
    assertThat(read("/id", Optional.of(order))).isEqualTo("A7");
  }

  @Test
  void equalValuesOfDifferentTypesAreOneKey() throws Uncapturable {
    for (Object seven :
        new Object[] {
          7, 7L, (short) 7, (byte) 7, 7.0, 7f, BigInteger.valueOf(7), new BigDecimal("7.00")
        }) {
      assertThat(read("", seven)).as(seven.getClass().getName()).isEqualTo(7L);
    }
    assertThat(read("", new BigDecimal("700"))).isEqualTo(700L);
    assertThat(read("", new BigDecimal("2.50"))).isEqualTo(new BigDecimal("2.5"));
    assertThat(read("", new BigDecimal("1E+999999"))).isEqualTo(new BigDecimal("1E+999999"));
    assertThat(read("", 'x')).isEqualTo("x");
    assertThat(read("", TimeUnit.DAYS)).isEqualTo("DAYS");
    assertThat(read("", LocalDate.of(2026, 1, 2))).isEqualTo(LocalDate.of(2026, 1, 2));
    assertThat(read("", new Date(5))).isEqualTo(new Date(5).toInstant());
    UUID id = new UUID(1, 2);
    assertThat(read("", id)).isEqualTo(id);
    assertThat(read("", null)).isEqualTo(read("/id", new Base(null)));
  }

  @Test
  void whatIsNoLeafOrNeedsCodeOfTheApplicationIsRefused() {
    refuses("/id", null, "a part before /id is null");
    refuses("/ident", new Order(1), "has no field ident");
    refuses("/customer", new Order(1), "is no text, number, enum constant, UUID or time");
    refuses("/lines/2", new Order(1), "there is no element /2");
    refuses("/parts/1/id", new Order(1), "there is no element /1");
    refuses("/tags/lane", new Order(1), "a map has no entry /lane");
    refuses("/a", new OwnMap(), "is read by methods of the application");
    refuses("/id", new Order$$Proxy(), "is not read by its fields");
    refuses("/value", new Thread(), "is not read by its fields");
    refuses("", new AtomicInteger(1), "is a number of a class that is not known");
    refuses("", new String(new char[1_001]), "is a text of more than 1000 characters");
    refuses("", BigInteger.ONE.shiftLeft(4_001), "is a number of more than 4000 bits");
  }

  @Test
  void callThatIsLostWithoutStackBreaksTheKeysOfTheWholeGroup() {
    OrderTable table = new OrderTable(3);
    OrderedPool pool = new OrderedPool(table, OrderLimits.STANDARD, 1, 1);
    OrderGroup group = table.group("g");
    OrderConfig config = OrderConfig.of("thread", "g");
    PointOrder one = new PointOrder(config, group, table, pool, 1);
    group.add(one);
    group.add(new PointOrder(config, group, table, pool, 1));
    assertThat(table.broken().causeOf(new OrderKey(group, 1L))).isNull();

    one.hasLost = true;
    assertThat(table.broken().causeOf(new OrderKey(group, 1L))).isEqualTo(Fate.UNCAPTURED);
    assertThat(table.broken().causeOf(new OrderKey(table.group("h"), 1L))).isNull();
  }

  @Test
  void brokenKeysAreNeverForgotten() {
    OrderGroup group = new OrderGroup("g");
    BrokenKeys broken = new BrokenKeys(3);
    for (long i = 0; i < 3; i++) {
      OrderKey key = new OrderKey(group, i);
      assertThat(broken.causeOf(key)).isNull();
      broken.add(key, Fate.SHED);
      broken.add(key, Fate.DROPPED);
      assertThat(broken.causeOf(key)).isEqualTo(Fate.SHED);
    }
    assertThat(broken.causeOf(new OrderKey(group, 9L))).isNull();

    broken.add(new OrderKey(group, 9L), Fate.TIMED_OUT);
    assertThat(broken.causeOf(new OrderKey(group, 10L)))
        .as("beyond the bound every key counts as broken")
        .isEqualTo(Fate.TIMED_OUT);
    assertThat(broken.causeOf(new OrderKey(group, 1L))).isEqualTo(Fate.SHED);
  }
}
