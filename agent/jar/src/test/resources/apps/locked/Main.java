package app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Stack;
import java.util.TreeMap;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Passes objects to a control while another thread holds the monitors of all of them. */
public class Main {
  static final class Conf extends Properties {}

  private static Object[] guarded() {
    List<Object> list = Arrays.<Object>asList("a", "b", 3);
    Map<Object, Object> map = Collections.<Object, Object>singletonMap("k", "v");
    Stack<Object> stack = new Stack<Object>();
    stack.push("top");
    Properties properties = new Properties();
    properties.setProperty("k", "v");
    Conf conf = new Conf();
    conf.setProperty("k", "v");
    Exception thrown = new IllegalStateException("m", new RuntimeException("c"));
    thrown.addSuppressed(new Exception("s"));
    return new Object[] {
      new Vector<Object>(list),
      new Vector<Object>(list).subList(0, 2),
      stack,
      new Hashtable<Object, Object>(map),
      new Hashtable<Object, Object>(map).keySet(),
      properties,
      conf,
      new StringBuffer("text"),
      new StringBuffer("\u20ac"),
      Collections.synchronizedList(new ArrayList<Object>(list)),
      Collections.synchronizedMap(new HashMap<Object, Object>(map)),
      Collections.synchronizedMap(new WeakHashMap<Object, Object>(map)),
      Collections.synchronizedSortedMap(new TreeMap<Object, Object>(map)),
      Collections.checkedMap(new HashMap<Object, Object>(map), Object.class, Object.class),
      Collections.unmodifiableCollection(new Vector<Object>(list)),
      new ArrayBlockingQueue<Object>(4, true, list),
      new LinkedBlockingQueue<Object>(list),
      thrown
    };
  }

  private static void hold(Object[] all, int from, CountDownLatch held) {
    if (from < all.length) {
      synchronized (all[from]) {
        hold(all, from + 1, held);
      }
      return;
    }
    held.countDown();
    while (true) {
      LockSupport.park();
    }
  }

  public static void main(String[] args) throws Exception {
    final Object[] all = guarded();
    final CountDownLatch held = new CountDownLatch(1);
    Thread holder =
        new Thread(
            new Runnable() {
              @Override
              public void run() {
                hold(all, 0, held);
              }
            });
    holder.setDaemon(true);
    holder.start();
    held.await();
    Legacy legacy = new Legacy();
    for (Object each : all) {
      legacy.take(each);
    }
    System.out.println("passed " + all.length);
  }
}
