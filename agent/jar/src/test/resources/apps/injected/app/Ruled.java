package app;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Results whose places have rules of comparison: equal by their rules for even kinds, else different. */
final class Ruled {
  private Ruled() {}

  /** Makes a result. */
  static Map<String, Object> of(int kind, int v) {
    int off = v * (kind % 2);
    Map<String, Object> result = new HashMap<String, Object>();
    result.put("total", new BigDecimal(v == 0 ? "10.004" : "10.001").add(new BigDecimal(off)));
    result.put("rate", 1.0 + v * 1e-10 + off);
    result.put("tags", v == 0 ? Arrays.asList("a", "b", "c" + off) : Arrays.asList("c" + off, "a", "b"));
    result.put("roles", v == 0 ? Arrays.asList("a", "a", "b") : Arrays.asList("b", "a"));
    result.put("lines", lines(v, off));
    result.put(v == 0 ? "customerName" : "customer_name", "Anna");
    result.put(v == 0 ? "old" : "young", "renamed" + off);
    result.put("text", v == 0 ? " Anna  M" : "anna m" + off);
    result.put("number", v == 0 ? (Object) "450" : (Object) (450 + off));
    result.put("message", "quote 12" + v + " of" + off);
    result.put("status", v == 0 ? "A" : "ACTIVE");
    result.put("tax", new BigDecimal(v == 0 ? "2.35" : "2.34"));
    result.put("body", v == 0 ? "{\"a\": 1, \"b\": [1, 2]}" : "{\"b\": [1,2], \"a\": " + (1 + off) + "}");
    result.put("page", v == 0 ? "<a x='1' y='2'><b>t</b></a>" : "<a y=\"2\" x=\"1\"><b>t" + off + "</b></a>");
    result.put("stamp", "id " + v * 7);
    result.put("when", v == 0 ? "2024-02-28T10:15:30Z" : "2024-02-28T10:15:31Z");
    result.put("quoteId", "1234567" + v);
    if (v == 0) {
      result.put("extra", null);
    }
    result.put("notes", v == 0 ? null : "");
    return result;
  }

  private static List<Object> lines(int v, int off) {
    Order.Line first = new Order.Line("a", 1, "1.0");
    Order.Line second = new Order.Line("b", 2 + off, "2.00");
    return v == 0 ? Arrays.<Object>asList(first, second) : Arrays.<Object>asList(second, first);
  }
}
