package io.understudy.value.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.Mixin;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnknownFieldSet;
import io.understudy.value.Scalar;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.FrozenText;
import io.understudy.value.view.StandardShapes;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Types;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;
import kotlin.LazyKt;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Library types: cases beyond the rows of docs/comparing.md. */
class LibraryTypesTest {
  @Test
  void protobufFieldsHaveJsonNames() {
    String message = FrozenText.frozen(FieldDescriptorProto.newBuilder().setTypeName("a").build());

    assertThat(message).contains("typeName: a", "oneofIndex: null").doesNotContain("unknown");
  }

  @Test
  void unknownProtobufFieldsAreParts() {
    UnknownFieldSet unknown =
        UnknownFieldSet.newBuilder()
            .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
            .build();

    assertThat(FrozenText.frozen(Mixin.newBuilder().setUnknownFields(unknown).build()))
        .isEqualTo("{name: , root: , (unknown): [-104, 6, 1]}");
  }

  @Test
  void protobufMessagesAreSharable() {
    assertThat(StandardShapes.ofInstances(Mixin.class).sharable()).isTrue();
    assertThat(StandardShapes.ofInstances(Mixin.Builder.class).sharable()).isFalse();
    assertThat(StandardShapes.ofInstances(Mixin.Builder.class).isByMethods()).isTrue();
    assertThat(StandardShapes.ofInstances(Money.class).sharable()).isTrue();
  }

  @Test
  void exceptionOfMessageIsTheReason() throws Uncapturable {
    Timestamp outOfRange = Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build();
    String reason = "reading com.google.protobuf.Timestamp threw java.time.DateTimeException";

    assertThat(FrozenText.frozen(outOfRange)).isEqualTo("uncapturable: " + reason);
    assertThat(FrozenText.lenient(new Object[] {1, outOfRange}))
        .isEqualTo("[1, opaque: " + reason + "]");
  }

  @Test
  void moneyIsAmountAndCurrency() {
    Shape shape = StandardShapes.of(Money.parse("EUR 2.50"));

    assertThat(shape.names()).containsExactly("amount", "currency");
    assertThat(shape.part(Money.parse("EUR 2.50"), 0)).isEqualTo(new BigDecimal("2.50"));
  }

  @Test
  void lazyValueIsNotInitialised() {
    kotlin.Lazy<String> lazy =
        LazyKt.lazy(
            () -> {
              throw new IllegalStateException("made");
            });

    assertThat(FrozenText.frozen(lazy))
        .isEqualTo("uncapturable: kotlin.SynchronizedLazyImpl was not asked for its value yet");
  }

  @Test
  void jackson3TreeIsMap() throws Exception {
    assumeTrue(!System.getProperty("java.specification.version").startsWith("1."));
    assumeTrue(Integer.parseInt(System.getProperty("java.specification.version")) >= 17);
    Class<?> mappers = Class.forName("tools.jackson.databind.ObjectMapper");
    Object tree =
        mappers
            .getMethod("readTree", String.class)
            .invoke(
                mappers.getConstructor().newInstance(),
                "{\"b\": [1, 2.5, null, \"x\"], \"a\": {\"c\": true}}");

    assertThat(FrozenText.frozen(tree)).isEqualTo("{b = [1, 2.5, none, x], a = {c = true}}");
  }

  @Test
  void rowSetCursorDoesNotMove() throws SQLException {
    CachedRowSet rows = rows("id", "id", "name");
    rows.first();

    assertThat(FrozenText.frozen(rows)).isEqualTo("[{id = 1, id#2 = 2, name = n}]");
    assertThat(rows.getRow()).isEqualTo(1);
    assertThat(rows.isFirst()).isTrue();
  }

  @Test
  void rowSetThatCannotBeCopiedIsOpaque() throws SQLException {
    CachedRowSet rows = rows("id", "id", "name");
    rows.absolute(1);
    rows.updateObject(3, new Object());

    assertThat(FrozenText.frozen(rows)).startsWith("uncapturable: reading ");
  }

  private static CachedRowSet rows(String... labels) throws SQLException {
    CachedRowSet rows = RowSetProvider.newFactory().createCachedRowSet();
    RowSetMetaDataImpl columns = new RowSetMetaDataImpl();
    columns.setColumnCount(labels.length);
    for (int i = 1; i <= labels.length; i++) {
      columns.setColumnLabel(i, labels[i - 1]);
      columns.setColumnName(i, labels[i - 1]);
      columns.setColumnType(i, i == labels.length ? Types.JAVA_OBJECT : Types.INTEGER);
    }
    rows.setMetaData(columns);
    rows.moveToInsertRow();
    for (int i = 1; i < labels.length; i++) {
      rows.updateInt(i, i);
    }
    rows.updateObject(labels.length, "n");
    rows.insertRow();
    rows.moveToCurrentRow();
    return rows;
  }

  @Test
  void enumsOfDateLibrariesAreEnums() {
    Shape shape = StandardShapes.of(org.threeten.bp.DayOfWeek.MONDAY);

    assertThat(shape.scalar()).isEqualTo(Scalar.ENUM);
    assertThat(shape.plain(org.threeten.bp.DayOfWeek.MONDAY)).isEqualTo("MONDAY");
  }
}
