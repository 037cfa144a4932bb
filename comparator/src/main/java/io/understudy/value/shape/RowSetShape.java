package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.rowset.CachedRowSet;
import org.jspecify.annotations.Nullable;

/**
 * A row set that keeps its rows in memory: a LIST of maps by column label. A row set has one
 * cursor, which the application uses, so a private copy is read. A row set that cannot be copied is
 * opaque.
 *
 * <p>This class is loaded only when a row set occurs, because not every JVM has the module.
 */
final class RowSetShape extends Shape {
  private RowSetShape(String typeName) {
    super(Kind.LIST, typeName);
  }

  static @Nullable Shape of(Class<?> type) {
    return CachedRowSet.class.isAssignableFrom(type) ? new RowSetShape(type.getName()) : null;
  }

  @Override
  public boolean isByMethods() {
    return true;
  }

  @Override
  public int size(Object object) {
    return object instanceof Frozen ? ((Frozen) object).size() : rows((CachedRowSet) object).size();
  }

  @Override
  public Elements elements(Object object) {
    return object instanceof Frozen
        ? Elements.of((Frozen) object)
        : Elements.over(rows((CachedRowSet) object).iterator());
  }

  @Override
  void freeze(Object live, Frozen frozen, FreezeWalk walk) throws Uncapturable {
    try {
      CachedRowSet rows = (CachedRowSet) live;
      walk.reserve(Math.multiplyExact(rows.size(), 1 + rows.getMetaData().getColumnCount()));
      List<Object> read = rows(rows);
      @Nullable Object[] parts = new @Nullable Object[read.size()];
      frozen.fill(parts);
      for (int i = 0; i < parts.length; i++) {
        parts[i] = walk.freezePart(read.get(i));
      }
    } catch (SQLException | RuntimeException | Error thrown) {
      walk.reportUnreadable(frozen, FreezeWalk.failure(typeName(), thrown));
    }
  }

  private static List<Object> rows(CachedRowSet live) {
    try (CachedRowSet copy = live.createCopy()) {
      List<String> labels = labels(copy.getMetaData());
      List<Object> rows = new ArrayList<>(copy.size());
      copy.beforeFirst();
      while (copy.next()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
          row.put(labels.get(i), copy.getObject(i + 1));
        }
        rows.add(Collections.unmodifiableMap(row));
      }
      return rows;
    } catch (SQLException checked) {
      throw new Accessors.UnreadableException(checked);
    }
  }

  /** The labels of the columns; repeated labels get a number: {@code id}, {@code id#2}. */
  private static List<String> labels(ResultSetMetaData columns) throws SQLException {
    List<String> labels = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String label = columns.getColumnLabel(i);
      int count = counts.merge(label, 1, Integer::sum);
      labels.add(count == 1 ? label : label + "#" + count);
    }
    return labels;
  }
}
