package app;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The controls. Each body counts itself on the application's threads. */
public class Legacy {
  static final Ids IDS = new Ids();

  public String quote(String sku, int n) {
    Counter.ran("quote");
    return sku + n * 3;
  }

  public Order order(Order order) {
    Counter.ran("order");
    Order.Line first = order.lines.get(0);
    first.quantity += 10;
    return order;
  }

  public void fill(List<String> into) {
    Counter.ran("fill");
    into.add("filled");
  }

  public String fails(String text) {
    Counter.ran("fails");
    throw new IllegalStateException("refused " + text);
  }

  public Map<String, Object> differs(Order order) {
    Counter.ran("differs");
    Map<String, Object> result = new TreeMap<String, Object>();
    result.put("total", order.total);
    result.put("secret", order.secret);
    result.put("lines", order.lines);
    return result;
  }

  public CompletionStage<String> stage(String text) {
    Counter.ran("stage");
    return Completer.later(text);
  }

  public CompletableFuture<String> done(String text) {
    Counter.ran("done");
    return CompletableFuture.completedFuture(text);
  }

  public int recurse(int n) {
    if (n == 3) {
      Counter.ran("recurse");
    }
    return n == 0 ? 0 : 1 + recurse(n - 1);
  }

  public int noisy(int n) {
    Counter.ran("noisy");
    return n + 1;
  }

  public List<Integer> custom(final int n) {
    Counter.ran("custom");
    return new Numbers(n);
  }

  public String uncopied(Thread thread) {
    Counter.ran("uncopied");
    return thread.getName();
  }

  public int sampled(int n) {
    Counter.ran("sampled");
    return n;
  }

  public long create(String text) {
    Counter.ran("create");
    return IDS.next(text);
  }

  public String read(long id) {
    Counter.ran("read");
    return "read";
  }

  public CompletableFuture<String> later(String text) {
    Counter.ran("later");
    return CompletableFuture.completedFuture(text);
  }

  public double accepted(double n) {
    Counter.ran("accepted");
    return n;
  }

  public int absent(int n) {
    Counter.ran("absent");
    return n;
  }

  public int slow(int n) {
    Counter.ran("slow");
    return n;
  }

  public CompletableFuture<String> never(String text) {
    Counter.ran("never");
    return new CompletableFuture<String>();
  }

  public int pooled(int n) {
    Counter.ran("pooled");
    return n;
  }

  public String works(int n) {
    Counter.ran("works");
    return "worked";
  }

  public Object values(int kind, Object in) {
    Counter.ran("values");
    return in;
  }

  public Map<String, Object> ruled(int kind) {
    Counter.ran("ruled");
    return Ruled.of(kind, 0);
  }

  public int refused(int n) {
    Counter.ran("refused");
    throw new IllegalArgumentException("no " + n);
  }

  /** A list that only its methods can read. */
  static final class Numbers extends AbstractList<Integer> {
    private final int size;

    Numbers(int size) {
      this.size = size;
    }

    @Override
    public Integer get(int index) {
      return index;
    }

    @Override
    public int size() {
      return size;
    }
  }
}
