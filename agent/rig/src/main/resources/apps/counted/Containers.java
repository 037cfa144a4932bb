package counted;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractQueue;
import java.util.AbstractSequentialList;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Set;

/** Containers of the application's own that extend no collection of the JDK with contents. */
public final class Containers {
  private Containers() {}

  public static final class OwnList extends AbstractList<Object> {
    private final List<Object> inside = new ArrayList<Object>();

    public OwnList(Collection<?> all) {
      inside.addAll(all);
    }

    @Override
    public Object get(int index) {
      Counter.hit("OwnList.get");
      return inside.get(index);
    }

    @Override
    public int size() {
      Counter.hit("OwnList.size");
      return inside.size();
    }

    @Override
    public int hashCode() {
      Counter.hit("OwnList.hashCode");
      return 7;
    }
  }

  public static final class OwnSequence extends AbstractSequentialList<Object> {
    private final List<Object> inside = new ArrayList<Object>();

    public OwnSequence(Collection<?> all) {
      inside.addAll(all);
    }

    @Override
    public ListIterator<Object> listIterator(int index) {
      Counter.hit("OwnSequence.listIterator");
      return inside.listIterator(index);
    }

    @Override
    public int size() {
      Counter.hit("OwnSequence.size");
      return inside.size();
    }
  }

  public static final class OwnSet extends AbstractSet<Object> {
    private final Object[] inside;

    public OwnSet(Collection<?> all) {
      inside = all.toArray();
    }

    @Override
    public Iterator<Object> iterator() {
      Counter.hit("OwnSet.iterator");
      return java.util.Arrays.asList(inside).iterator();
    }

    @Override
    public int size() {
      Counter.hit("OwnSet.size");
      return inside.length;
    }
  }

  public static final class OwnQueue extends AbstractQueue<Object> {
    private final ArrayList<Object> inside = new ArrayList<Object>();

    public OwnQueue(Collection<?> all) {
      inside.addAll(all);
    }

    @Override
    public Iterator<Object> iterator() {
      Counter.hit("OwnQueue.iterator");
      return inside.iterator();
    }

    @Override
    public int size() {
      Counter.hit("OwnQueue.size");
      return inside.size();
    }

    @Override
    public boolean offer(Object e) {
      Counter.hit("OwnQueue.offer");
      return inside.add(e);
    }

    @Override
    public Object poll() {
      Counter.hit("OwnQueue.poll");
      return null;
    }

    @Override
    public Object peek() {
      Counter.hit("OwnQueue.peek");
      return null;
    }
  }

  public static final class OwnCollection extends AbstractCollection<Object> {
    private final Object[] inside;

    public OwnCollection(Collection<?> all) {
      inside = all.toArray();
    }

    @Override
    public Iterator<Object> iterator() {
      Counter.hit("OwnCollection.iterator");
      return java.util.Arrays.asList(inside).iterator();
    }

    @Override
    public int size() {
      Counter.hit("OwnCollection.size");
      return inside.length;
    }
  }

  public static final class OwnMap extends AbstractMap<Object, Object> {
    private final Object[] keys;
    private final Object value;

    public OwnMap(Collection<?> all, Object value) {
      this.keys = all.toArray();
      this.value = value;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      Counter.hit("OwnMap.entrySet");
      Set<Map.Entry<Object, Object>> entries = new LinkedHashSet<Map.Entry<Object, Object>>();
      for (Object key : keys) {
        entries.add(new OwnEntry(key, value));
      }
      return entries;
    }
  }

  public static final class OwnEntry implements Map.Entry<Object, Object> {
    private final Object key;
    private final Object value;

    public OwnEntry(Object key, Object value) {
      this.key = key;
      this.value = value;
    }

    @Override
    public Object getKey() {
      Counter.hit("OwnEntry.getKey");
      return key;
    }

    @Override
    public Object getValue() {
      Counter.hit("OwnEntry.getValue");
      return value;
    }

    @Override
    public Object setValue(Object other) {
      Counter.hit("OwnEntry.setValue");
      return value;
    }

    @Override
    public int hashCode() {
      Counter.hit("OwnEntry.hashCode");
      return 3;
    }
  }

  /** Exceptions that compute their texts. */
  public static class Loud extends RuntimeException {
    private static final long serialVersionUID = 1;
    final Counted detail;

    public Loud(Counted detail, Throwable cause) {
      super("quiet", cause);
      this.detail = detail;
    }

    @Override
    public String getMessage() {
      Counter.hit("Loud.getMessage");
      return "loud " + detail;
    }

    @Override
    public String getLocalizedMessage() {
      Counter.hit("Loud.getLocalizedMessage");
      return getMessage();
    }

    @Override
    public synchronized Throwable getCause() {
      Counter.hit("Loud.getCause");
      return super.getCause();
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      Counter.hit("Loud.getStackTrace");
      return super.getStackTrace();
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      Counter.hit("Loud.fillInStackTrace");
      return super.fillInStackTrace();
    }

    @Override
    public String toString() {
      Counter.hit("Loud.toString");
      return "loud";
    }
  }

  /** An ordinary exception with a field. */
  public static class Plain extends Exception {
    private static final long serialVersionUID = 1;
    final Counted detail;

    public Plain(Counted detail, Throwable cause) {
      super("plain", cause);
      this.detail = detail;
    }

    public Counted getDetail() {
      Counter.hit("Plain.getDetail");
      return detail;
    }

    @Override
    public String toString() {
      Counter.hit("Plain.toString");
      return "plain";
    }
  }

  /** A map of a class of the application, as a field of a JDK wrapper. */
  public static Map<Object, Object> mapOf(Object key, Object value) {
    Map<Object, Object> map = new HashMap<Object, Object>();
    map.put(key, value);
    return map;
  }
}
