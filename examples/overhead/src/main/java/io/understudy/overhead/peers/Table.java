package io.understudy.overhead.peers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 1,000 rows of eight columns, each row a map, like the result of a query. */
public final class Table {
  private final List<Map<String, Object>> rows = new ArrayList<>();

  Table(boolean changed) {
    for (int i = 0; i < 1_000; i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("id", i);
      row.put("name", "name " + i);
      row.put("city", "city " + i % 50);
      row.put("amount", BigDecimal.valueOf(1_999L + i + (changed && i == 613 ? 1 : 0), 2));
      row.put("points", 5_000_000_000L + i);
      row.put("active", i % 2 == 0);
      row.put("code", "K" + i % 9);
      row.put("note", null);
      rows.add(row);
    }
  }

  @Override
  public String toString() {
    return rows.toString();
  }
}
