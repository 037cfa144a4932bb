package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.snapshot.plan.BeanPlan;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.compiled.ConstantLoader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The copier of a frequent class makes the same copies as the initial one. */
class FrequentClassTest {
  private final ClassPlans plans = new ClassPlans(Collections.emptySet(), 3);
  private final Copier copier = new Copier(plans);

  private static class Line {
    final String sku;
    private int quantity;
    final @Nullable BigDecimal price;

    Line(String sku, @Nullable BigDecimal price) {
      this.sku = sku;
      this.quantity = sku.length();
      this.price = price;
    }

    @Override
    public String toString() {
      return sku + " " + quantity + " " + price;
    }
  }

  private static final class Gift extends Line {
    final Date until = new Date(7);

    Gift(String sku) {
      super(sku, null);
    }
  }

  /** The field's type does not show whether the value is immutable. */
  private static final class Odd extends BigDecimal {
    private static final long serialVersionUID = 1;

    Odd() {
      super(1);
    }
  }

  private static final class Changing extends BigDecimal {
    private static final long serialVersionUID = 1;

    int digits = 1;

    Changing() {
      super(1);
    }

    @Override
    public String toString() {
      return "1." + digits;
    }
  }

  private Object copy(Object live) throws Uncapturable {
    Object copy = copier.copy(new Object[] {live}, new Meter(Bounds.DEFAULT))[0];
    assertThat(copy).isNotNull().isNotSameAs(live);
    return copy;
  }

  private boolean isHastened(Object live) {
    return ((BeanPlan) plans.of(live)).copier().getClass().getClassLoader()
        instanceof ConstantLoader;
  }

  private void hasten() throws Uncapturable {
    for (int i = 0; i < 3; i++) {
      copy(new Line("A", BigDecimal.ONE));
      copy(new Gift("G"));
    }
    copier.compile();
  }

  private static List<Line> lines(int count) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(new Line("sku" + i, BigDecimal.valueOf(i)));
    }
    return lines;
  }

  @Test
  void frequentClassGetsItsCopierAtTheNextCompilation() throws Exception {
    Line line = new Line("A", null);
    copy(line);
    copy(line);
    copier.compile();
    assertThat(isHastened(line)).isFalse();
    copy(line);
    assertThat(isHastened(line)).isFalse();
    copier.compile();
    assertThat(isHastened(line)).isTrue();
  }

  @Test
  void eachClassGetsItsOwnCopier() throws Exception {
    hasten();
    Line line = new Line("A", null);
    Gift gift = new Gift("G");
    assertThat(isHastened(line)).isTrue();
    assertThat(isHastened(gift)).isTrue();
    Twins.check(Arrays.asList(line, gift, line), copy(Arrays.asList(line, gift, line)));
  }

  @Test
  void finalAndPrivateFields() throws Exception {
    hasten();
    Line line = new Line("A7", new BigDecimal("2.50"));
    assertThat(copy(line)).hasToString("A7 2 2.50");
  }

  @Test
  void rowOfNullsTextsOtherClassesAndRepetitions() throws Exception {
    hasten();
    Line line = new Line("A", BigDecimal.TEN);
    Gift gift = new Gift("G");
    Date date = new Date(1);
    List<Object> row =
        new ArrayList<>(Arrays.asList(line, null, "text", line, gift, gift, date, 1, date, line));
    row.add(new ArrayList<>(row));
    row.add(row.toArray());
    Twins.check(row, copy(row));
  }

  @Test
  void longRowsWithRepeatedObjects() throws Exception {
    hasten();
    for (int count : new int[] {0, 1, 2, 31, 32, 33, 127, 128, 129, 1000}) {
      List<Line> row = lines(count);
      row.addAll(new ArrayList<>(row));
      Twins.check(row, copy(row));
    }
  }

  @Test
  void leafOfASubclass() throws Exception {
    hasten();
    List<Line> row = lines(3);
    row.add(new Line("odd", new Odd()));
    row.add(new Line("even", BigDecimal.ONE));
    row.add(row.get(3));
    Twins.check(row, copy(row));
  }

  @Test
  void leafThatCannotBeCopied() throws Exception {
    hasten();
    List<Line> row = lines(3);
    row.add(new Line("changing", new Changing()));
    assertThatThrownBy(() -> copy(row))
        .isInstanceOf(Uncapturable.class)
        .hasMessageContaining(Changing.class.getName() + " extends java.math.BigDecimal");
  }

  @Test
  void boundsOfRows() throws Exception {
    hasten();
    List<Line> row = lines(100);
    Bounds few = new Bounds(150, 1_000_000, 1_000_000_000);
    assertThatThrownBy(() -> copier.copy(new Object[] {row}, new Meter(few)))
        .hasMessageContaining("more than 150 nodes");
    Bounds small = new Bounds(1_000_000, 4_000, 1_000_000_000);
    assertThatThrownBy(() -> copier.copy(new Object[] {row}, new Meter(small)))
        .hasMessageContaining("more than 4000 bytes");
  }

  @Test
  void compiledCopierMetersTheSameCost() throws Exception {
    List<Line> row = lines(100);
    row.add(row.get(0));
    Meter before = new Meter(Bounds.DEFAULT);
    new Copier().copy(new Object[] {row}, before);
    hasten();
    Meter after = new Meter(Bounds.DEFAULT);
    copier.copy(new Object[] {row}, after);
    assertThat(after.nodes()).isEqualTo(before.nodes());
    assertThat(after.bytes()).isEqualTo(before.bytes());
  }

  /** Reading it changes another list. */
  private static final class Sly extends ArrayList<Object> {
    private static final long serialVersionUID = 1;

    final transient List<Object> other;

    Sly(List<Object> other) {
      this.other = other;
    }

    @Override
    public Iterator<Object> iterator() {
      other.add("changed");
      return super.iterator();
    }
  }

  @Test
  void listIsReadWithoutItsMethods() {
    List<Object> list = new ArrayList<>();
    list.add(new Sly(list));
    assertThat(Copies.refusal(list)).isEqualTo("copied: class java.util.ArrayList");
    assertThat(list).hasSize(1);
  }
}
