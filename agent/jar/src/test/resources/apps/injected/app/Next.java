package app;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;

/** The candidates. */
public class Next {
  private static final Ids IDS = new Ids();

  public String quote(String sku, int n) {
    return sku + n * 3;
  }

  public Order order(Order order) {
    order.lines.get(0).quantity += 10;
    return order;
  }

  public void fill(List<String> into) {
    into.add("filled");
  }

  public String fails(String text) {
    throw new IllegalStateException("refused " + text);
  }

  public Map<String, Object> differs(Order order) {
    Map<String, Object> result = new TreeMap<String, Object>();
    result.put("total", order.total + 1);
    result.put("secret", "x" + order.secret);
    result.put("lines", order.lines.subList(1, order.lines.size()));
    return result;
  }

  public CompletionStage<String> stage(String text) {
    return Completer.later(text);
  }

  public CompletableFuture<String> done(String text) {
    return CompletableFuture.completedFuture(text);
  }

  public int recurse(int n) {
    return n;
  }

  public int noisy(int n) {
    return n + 2;
  }

  public List<Integer> custom(int n) {
    return new Legacy.Numbers(n);
  }

  public String uncopied(Thread thread) {
    return thread.getName();
  }

  public int sampled(int n) {
    return n;
  }

  public long create(String text) {
    return 1000 + IDS.next(text);
  }

  public String read(long id) {
    return id > 1000 ? "read" : "unknown id";
  }

  public CompletionStage<String> later(String text) {
    return Completer.later(text);
  }

  public double accepted(double n) {
    return n + 0.001;
  }

  /** Cannot be created. */
  public static class Absent {
    public Absent() {
      throw new IllegalStateException("no database");
    }

    public int absent(int n) {
      return n;
    }
  }

  public int slow(int n) {
    LockSupport.parkNanos(40000000L);
    return n;
  }

  public CompletableFuture<String> never(String text) {
    return new CompletableFuture<String>();
  }

  public int pooled(int n) {
    return n;
  }

  public String works(int n) {
    Work.candidate();
    return "worked";
  }

  public Object values(int kind, Object in) {
    return Values.of(kind, 1);
  }

  public Map<String, Object> ruled(int kind) {
    return Ruled.of(kind, 1);
  }

  public int refused(int n) {
    throw new IllegalStateException("no " + n + " either", new RuntimeException("cause"));
  }
}
