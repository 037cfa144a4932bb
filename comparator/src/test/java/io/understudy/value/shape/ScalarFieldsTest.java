package io.understudy.value.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.InstanceFields;
import io.understudy.value.Tally;
import io.understudy.value.Uncapturable;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScalarFieldsTest {
  static class Line {
    @Nullable String sku;
    @Nullable String text;
    int quantity;
    @Nullable BigDecimal price;
    @Nullable LocalDate due;
    @Nullable TimeUnit unit;
    @Nullable Date changed;
    @Nullable List<String> notes;
  }

  static class Base<I extends Serializable> {
    @Nullable I id;
  }

  static class Entity extends Base<Long> {
    boolean active;
  }

  static class Counter {
    volatile int hits;
    boolean open;
  }

  static class Point {
    int x;
    long y;
  }

  static class Price extends BigDecimal {
    private static final long serialVersionUID = 1;

    Price(String text) {
      super(text);
    }
  }

  private static long tally(Object live) throws Throwable {
    List<Field> fields = InstanceFields.opened(live.getClass());
    return (long) ScalarFields.tally(live.getClass(), fields).invoke(live);
  }

  private static int fingerprint(Object live) throws Throwable {
    return Tally.fingerprint(tally(live));
  }

  @Test
  void leavesAreTheFieldsOfImmutableTypes() throws Uncapturable {
    assertThat(ScalarFields.among(InstanceFields.opened(Line.class)))
        .extracting(Field::getName)
        .containsExactly("sku", "text", "quantity", "price", "due", "unit");
  }

  @Test
  void onlyLeavesOfOpenClassesMayExcept() throws Uncapturable {
    assertThat(ScalarFields.among(InstanceFields.opened(Line.class)))
        .filteredOn(ScalarFields::mayExcept)
        .extracting(Field::getName)
        .containsExactly("price");
  }

  @Test
  void charactersOfAllTexts() throws Throwable {
    Line line = new Line();
    assertThat(Tally.characters(tally(line))).isZero();
    line.sku = "SKU-1";
    line.text = "screws";
    line.quantity = -1;
    line.due = LocalDate.of(2009, 2, 3);
    assertThat(Tally.characters(tally(line))).isEqualTo(11);
  }

  @Test
  void objectOfSubclassIsAnException() throws Throwable {
    Line line = new Line();
    line.price = new BigDecimal("1.50");
    assertThat(Tally.hasExceptions(tally(line))).isFalse();
    line.price = new Price("1.50");
    assertThat(Tally.hasExceptions(tally(line))).isTrue();
  }

  @Test
  void fingerprintStaysWhileTheObjectDoes() throws Throwable {
    Line line = new Line();
    line.sku = "SKU-17";
    line.due = LocalDate.of(2009, 2, 3);
    assertThat(fingerprint(line)).isEqualTo(fingerprint(line));
  }

  @Test
  void fingerprintDiffersByTheEndOfTheKey() throws Throwable {
    Line one = new Line();
    one.sku = "SKU-17";
    Line other = new Line();
    other.sku = "SKU-18";
    assertThat(fingerprint(one)).isNotEqualTo(fingerprint(other));
  }

  @Test
  void keyDeclaredByTypeVariableTells() throws Throwable {
    Entity one = new Entity();
    one.id = 1L;
    Entity other = new Entity();
    other.id = 2L;
    assertThat(fingerprint(one)).isNotEqualTo(fingerprint(other));
  }

  @Test
  void numbersTellWhereNothingElseDoes() throws Throwable {
    Point one = new Point();
    Point other = new Point();
    other.y = 1;
    assertThat(fingerprint(one)).isNotEqualTo(fingerprint(other));
    Line line = new Line();
    int before = fingerprint(line);
    line.quantity++;
    assertThat(fingerprint(line)).isEqualTo(before);
  }

  @Test
  void volatileFieldsTellNothing() throws Throwable {
    Counter counter = new Counter();
    int before = fingerprint(counter);
    counter.hits++;
    assertThat(fingerprint(counter)).isEqualTo(before);
  }
}
