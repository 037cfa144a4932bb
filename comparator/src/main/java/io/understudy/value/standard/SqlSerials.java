package io.understudy.value.standard;

import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.rowset.serial.SerialArray;
import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;
import javax.sql.rowset.serial.SerialDatalink;
import javax.sql.rowset.serial.SerialRef;
import javax.sql.rowset.serial.SerialStruct;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of SQL values that are held in memory: a {@code SerialBlob} is its bytes, a {@code
 * SerialClob} its text.
 *
 * <p>This class is loaded only when one of them occurs, because not every JVM has the module.
 */
final class SqlSerials {
  private SqlSerials() {}

  /**
   * The shape of a class of {@code javax.sql.rowset.serial}; null if the class is none of these.
   */
  static @Nullable Shape of(Class<?> type) {
    if (type == SerialBlob.class) {
      return ShapeFactory.content(
          type,
          live -> read(() -> ((SerialBlob) live).length()),
          live -> read(() -> bytes((SerialBlob) live)));
    }
    if (type == SerialClob.class) {
      return ShapeFactory.standIn(type.getName(), live -> read(() -> text((SerialClob) live)));
    }
    Parts parts = new Parts(type);
    if (type == SerialArray.class) {
      return parts
          .with("baseType", live -> read(() -> ((SerialArray) live).getBaseType()))
          .with("baseTypeName", live -> read(() -> ((SerialArray) live).getBaseTypeName()))
          .with("array", live -> read(() -> ((SerialArray) live).getArray()))
          .changing(type);
    }
    if (type == SerialStruct.class) {
      return parts
          .with("typeName", live -> read(() -> ((SerialStruct) live).getSQLTypeName()))
          .with(
              "attributes",
              live -> read(() -> Arrays.asList(((SerialStruct) live).getAttributes())))
          .changing(type);
    }
    if (type == SerialDatalink.class) {
      return ShapeFactory.standIn(
          type.getName(), live -> read(() -> ((SerialDatalink) live).getDatalink()));
    }
    return type == SerialRef.class
        ? parts
            .with("baseTypeName", live -> read(() -> ((SerialRef) live).getBaseTypeName()))
            .with("object", live -> read(() -> ((SerialRef) live).getObject()))
            .changing(type)
        : null;
  }

  private static byte[] bytes(SerialBlob blob) throws SQLException {
    int length = Math.toIntExact(blob.length());
    return length == 0 ? new byte[0] : blob.getBytes(1, length);
  }

  private static String text(SerialClob clob) throws SQLException {
    int length = Math.toIntExact(clob.length());
    return length == 0 ? "" : clob.getSubString(1, length);
  }

  private static <T extends @Nullable Object> T read(SqlRead<T> read) {
    try {
      return read.get();
    } catch (SQLException checked) {
      throw new Accessors.UnreadableException(checked);
    }
  }

  private interface SqlRead<T extends @Nullable Object> {
    T get() throws SQLException;
  }
}
