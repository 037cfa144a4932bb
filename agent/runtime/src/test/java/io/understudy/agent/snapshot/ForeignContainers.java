package io.understudy.agent.snapshot;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Collections and maps of an application that count each call of their methods. */
final class ForeignContainers {
  private ForeignContainers() {}

  /** A map whose methods must not run; each would do harm. */
  static final class CountedMap extends HashMap<Object, Object> {
    private static final long serialVersionUID = 1;
    final List<String> mails = new ArrayList<>();

    @Override
    public Object put(Object key, Object value) {
      ForeignTypes.count();
      mails.add("put");
      return super.put(key, value);
    }

    @Override
    public void clear() {
      ForeignTypes.count();
      mails.add("clear");
      super.clear();
    }

    @Override
    public int size() {
      ForeignTypes.count();
      return super.size();
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      ForeignTypes.count();
      return super.entrySet();
    }

    @Override
    public Object clone() {
      ForeignTypes.count();
      return super.clone();
    }

    @Override
    public int hashCode() {
      ForeignTypes.count();
      return 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      ForeignTypes.count();
      return this == other;
    }
  }

  static final class CountedTree extends TreeMap<Object, Object> {
    private static final long serialVersionUID = 1;

    CountedTree() {
      super(new ForeignTypes.CountedOrder());
      ForeignTypes.count();
    }

    @Override
    public Comparator<? super Object> comparator() {
      ForeignTypes.count();
      return super.comparator();
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      ForeignTypes.count();
      return super.entrySet();
    }

    @Override
    public int size() {
      ForeignTypes.count();
      return super.size();
    }
  }

  static final class CountedLinked extends LinkedHashMap<Object, Object> {
    private static final long serialVersionUID = 1;

    CountedLinked() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
      ForeignTypes.count();
      return size() > 5;
    }

    @Override
    public int size() {
      ForeignTypes.count();
      return super.size();
    }
  }

  static final class CountedProperties extends Properties {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Object put(Object key, Object value) {
      ForeignTypes.count();
      return super.put(key, value);
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      ForeignTypes.count();
      return super.entrySet();
    }

    @Override
    public int size() {
      ForeignTypes.count();
      return super.size();
    }
  }

  static final class CountedConcurrent extends ConcurrentHashMap<Object, Object> {
    private static final long serialVersionUID = 1;

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      ForeignTypes.count();
      return super.entrySet();
    }

    @Override
    public int size() {
      ForeignTypes.count();
      return super.size();
    }

    @Override
    public Object put(Object key, Object value) {
      ForeignTypes.count();
      return super.put(key, value);
    }
  }

  static final class CountedList extends ArrayList<Object> {
    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Object> iterator() {
      ForeignTypes.count();
      return super.iterator();
    }

    @Override
    public Object[] toArray() {
      ForeignTypes.count();
      return super.toArray();
    }

    @Override
    public int size() {
      ForeignTypes.count();
      return super.size();
    }

    @Override
    public Object get(int index) {
      ForeignTypes.count();
      return super.get(index);
    }

    @Override
    public boolean add(Object element) {
      ForeignTypes.count();
      return super.add(element);
    }
  }

  static final class CountedVector extends Vector<Object> {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized int size() {
      ForeignTypes.count();
      return super.size();
    }

    @Override
    public synchronized Object[] toArray() {
      ForeignTypes.count();
      return super.toArray();
    }
  }

  static final class CountedLinkedList extends LinkedList<Object> {
    private static final long serialVersionUID = 1;

    @Override
    public int size() {
      ForeignTypes.count();
      return super.size();
    }

    @Override
    public java.util.ListIterator<Object> listIterator(int index) {
      ForeignTypes.count();
      return super.listIterator(index);
    }
  }

  static final class CountedSet extends HashSet<Object> {
    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Object> iterator() {
      ForeignTypes.count();
      return super.iterator();
    }

    @Override
    public boolean add(Object element) {
      ForeignTypes.count();
      return super.add(element);
    }
  }

  static final class CountedSkipList extends ConcurrentSkipListMap<Object, Object> {
    private static final long serialVersionUID = 1;

    CountedSkipList() {
      super(new ForeignTypes.CountedOrder());
    }

    @Override
    public Comparator<? super Object> comparator() {
      ForeignTypes.count();
      return super.comparator();
    }

    @Override
    public java.util.Set<Map.Entry<Object, Object>> entrySet() {
      ForeignTypes.count();
      return super.entrySet();
    }
  }

  static final class CountedQueue extends PriorityQueue<Object> {
    private static final long serialVersionUID = 1;

    CountedQueue() {
      super(new ForeignTypes.CountedOrder());
    }

    @Override
    public Iterator<Object> iterator() {
      ForeignTypes.count();
      return super.iterator();
    }

    @Override
    public Comparator<? super Object> comparator() {
      ForeignTypes.count();
      return super.comparator();
    }
  }

  static final class CountedBlocking extends LinkedBlockingQueue<Object> {
    private static final long serialVersionUID = 1;

    @Override
    public int remainingCapacity() {
      ForeignTypes.count();
      return super.remainingCapacity();
    }

    @Override
    public int size() {
      ForeignTypes.count();
      return super.size();
    }
  }

  /** A list that is nothing but methods. */
  static final class Computed extends AbstractList<Object> {
    @Override
    public Object get(int index) {
      ForeignTypes.count();
      return index;
    }

    @Override
    public int size() {
      ForeignTypes.count();
      return 3;
    }
  }

  static final class ComputedMap extends AbstractMap<Object, Object> {
    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      ForeignTypes.count();
      return Collections.emptySet();
    }
  }

  static final class CountedConcurrentOfBooleans extends HashMap<Object, Boolean> {
    private static final long serialVersionUID = 1;

    @Override
    public int size() {
      ForeignTypes.count();
      return super.size();
    }

    @Override
    public Set<Object> keySet() {
      ForeignTypes.count();
      return super.keySet();
    }
  }
}
