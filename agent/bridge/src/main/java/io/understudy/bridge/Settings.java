package io.understudy.bridge;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps code in the {@link Shadow} scope from changing what the whole JVM shares: default locale,
 * time zone, streams, system properties and the like. Woven setters of the JDK call this class; see
 * {@code agent.guard}. What the JDK itself sets on behalf of a candidate, such as the property
 * {@code user.timezone} when a time zone is first needed, is not refused.
 *
 * <p>Thread-safe.
 */
public final class Settings {
  /** The number of changes by the application, before and after each. */
  private static final AtomicInteger CHANGES = new AtomicInteger();

  private static volatile String[] allowed = {};

  /** The system properties; null while the scope is not guarded. */
  private static volatile @Nullable Properties properties;

  /** Whether the setter that this thread of a candidate has entered was not refused to it. */
  private static final ThreadLocal<Boolean> PASSING = new ThreadLocal<>();

  /** The thread that restores a setting at this moment; null if none does. */
  private static volatile @Nullable Thread restoring;

  private Settings() {}

  /**
   * Sets the system properties that candidates may set.
   *
   * @param key the key of the bridge; without it, nothing is changed
   * @param names names, or prefixes that end with {@code *}
   */
  public static void allow(@Nullable Object key, String... names) {
    if (Bridge.isHeldBy(key)) {
      allowed = names.clone();
    }
  }

  static void guard(boolean on) {
    properties = on ? System.getProperties() : null;
  }

  /** Returns a number that grows whenever the application changes a setting by a woven setter. */
  public static int changes() {
    return CHANGES.get();
  }

  /**
   * Lets the current thread restore settings until {@link #restored}. For one thread at a time.
   *
   * @param key the key of the bridge; without it, nothing is changed
   */
  public static void restore(@Nullable Object key) {
    if (Bridge.isHeldBy(key)) {
      restoring = Thread.currentThread();
    }
  }

  /** Ends {@link #restore}. */
  public static void restored() {
    restoring = null;
    properties = Shadow.isGuarded() ? System.getProperties() : null;
  }

  /**
   * Called at the entry of a setter. If the check fails on a thread of a candidate, such as at the
   * end of its stack, the setter is refused.
   *
   * @param setter the method, such as {@code java.util.Locale.setDefault}
   * @return whether the setter must have no effect
   */
  public static boolean refuses(String setter) {
    if (!Shadow.isGuarded()) {
      return false;
    }
    boolean isCandidate = false;
    try {
      isCandidate = isOfCandidate();
      return isRefused(isCandidate, setter, null);
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
      return isCandidate;
    }
  }

  /** Called at the exits of a setter. */
  public static void applied() {
    if (Shadow.isGuarded()) {
      count();
      try {
        properties = System.getProperties();
      } catch (Throwable failure) { // such as a security manager that forbids it to this code
        Bridge.escaped += failure instanceof SecurityException ? 0 : 1;
        Bridge.rethrowDeath(failure);
      }
    }
  }

  /**
   * Counts a change, unless a setter has had an effect for a candidate because its guard failed at
   * the entry: the agent then finds the change and restores the setting.
   */
  private static void count() {
    boolean isCandidate = false;
    try {
      if (isOfCandidate()) {
        isCandidate = PASSING.get() == null;
        PASSING.remove();
      }
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
    }
    if (!isCandidate) {
      CHANGES.incrementAndGet();
    }
  }

  /** Called at the entry of a setter that inserts at a position; 0 appends, and is not refused. */
  public static boolean refuses(int position, String setter) {
    return position != 0 && refuses(setter);
  }

  /** Called at the entry of a method that closes a stream. */
  public static boolean refusesClose(Object stream, String method) {
    return (stream == System.out || stream == System.err) && refuses(method);
  }

  /** Called at the entry of a method that changes all threads of a group. */
  public static boolean refusesGroup(ThreadGroup group, String method) {
    return Shadow.isGuarded()
        && Shadow.isCurrentIn()
        && !Shadow.group().parentOf(group)
        && refuses(method);
  }

  /**
   * Called at the entry of a method that changes a table.
   *
   * @param key the key; null if the method changes more than one
   */
  public static boolean refuses(Object table, @Nullable Object key, String method) {
    if (table != properties || !Shadow.isGuarded()) {
      return false;
    }
    boolean isCandidate = false;
    try {
      isCandidate = isOfCandidate();
      return isRefused(isCandidate, method, key == null ? "" : key);
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
      return isCandidate;
    }
  }

  /** Called at the exits of a method that changes a table. */
  public static void applied(Object table) {
    if (table == properties && Shadow.isGuarded()) {
      count();
    }
  }

  /** Returns what a method of a table returns in place of a view of its keys. */
  public static Set<Object> keys(Set<Object> view, Object table) {
    return isKept(table) ? Collections.unmodifiableSet(view) : view;
  }

  /** Returns what a method of a table returns in place of a view of its values. */
  public static Collection<Object> values(Collection<Object> view, Object table) {
    return isKept(table) ? Collections.unmodifiableCollection(view) : view;
  }

  /** Returns what a method of a table returns in place of a view of its entries. */
  public static Set<Map.Entry<Object, Object>> entries(
      Set<Map.Entry<Object, Object>> view, Object table) {
    // Only the entries of an unmodifiable map are unmodifiable, too.
    return isKept(table) ? Collections.unmodifiableMap(new ViewedMap(view)).entrySet() : view;
  }

  private static boolean isKept(Object table) {
    return table == properties && Shadow.isGuarded() && isOfCandidate();
  }

  private static boolean isOfCandidate() {
    return Shadow.isCurrentIn() && restoring != Thread.currentThread();
  }

  /** A map that has the entries of a view. */
  private static final class ViewedMap extends AbstractMap<Object, Object> {
    private final Set<Map.Entry<Object, Object>> view;

    ViewedMap(Set<Map.Entry<Object, Object>> view) {
      this.view = view;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      return view;
    }
  }

  private static boolean isRefused(boolean isCandidate, String setter, @Nullable Object key) {
    if (!isCandidate) {
      CHANGES.incrementAndGet();
      return false;
    }
    PASSING.remove();
    String name = key instanceof String ? (String) key : "";
    if (isAllowed(name) || isOfJdk(setter)) {
      PASSING.set(Boolean.TRUE);
      CHANGES.incrementAndGet();
      return false;
    }
    try {
      AtomicIntegerArray call = Shadow.currentCall();
      Shadow.changed(call, name.isEmpty() ? setter : setter + "(" + name + ")");
    } catch (OutOfMemoryError noMemory) { // refused all the same
      Bridge.escaped++;
    }
    return true;
  }

  /**
   * Whether the JDK calls the setter for its own purpose; false if there is no memory to see it.
   */
  private static boolean isOfJdk(String setter) {
    try {
      return Callers.ofSetterIsJdk(setter.substring(0, setter.lastIndexOf('.')));
    } catch (OutOfMemoryError noMemory) {
      Bridge.escaped++;
      return false;
    }
  }

  private static boolean isAllowed(String name) {
    if (!name.isEmpty()) {
      for (String each : allowed) {
        boolean isPrefix = each.endsWith("*");
        if (isPrefix ? name.startsWith(each.substring(0, each.length() - 1)) : name.equals(each)) {
          return true;
        }
      }
    }
    return false;
  }
}
