package io.understudy.bridge;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects of the application that lead to candidates: those that it has registered, and its Spring
 * contexts, which woven code reports. An object is stored in a ClassValue of a class of its own
 * class loader, so that an undeployed application is collected. Thread-safe.
 */
public final class ApplicationObjects {
  private static final String LAMBDA = "$$Lambda";

  /** The registered objects of the class loader of a class, by name. */
  private static final ClassValue<Map<String, Object>> REGISTERED =
      new ClassValue<Map<String, Object>>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> anchor) {
          return new HashMap<>();
        }
      };

  /** The classes that have a value; guarded by {@link #REGISTERED}. */
  private static final List<WeakReference<Class<?>>> ANCHORS = new ArrayList<>();

  /** The contexts that were refreshed and not closed; guarded by {@link #CONTEXTS}. */
  private static final List<WeakReference<Object>> CONTEXTS = new ArrayList<>();

  private ApplicationObjects() {}

  static void register(String name, Object candidate) {
    Class<?> anchor = anchor(candidate.getClass());
    synchronized (REGISTERED) {
      REGISTERED.get(anchor).put(name, candidate);
      boolean isKnown = false;
      for (WeakReference<Class<?>> each : ANCHORS) {
        Class<?> other = each.get();
        isKnown |= other == anchor;
        if (other != null && other != anchor && other.getClassLoader() == anchor.getClassLoader()) {
          REGISTERED.get(other).remove(name);
        }
      }
      if (!isKnown) {
        ANCHORS.removeIf(each -> each.get() == null);
        ANCHORS.add(new WeakReference<>(anchor));
      }
    }
  }

  /** The class of a lambda may be collected before its class loader. */
  private static Class<?> anchor(Class<?> type) {
    int lambda = type.getName().indexOf(LAMBDA);
    if (lambda < 0) {
      return type;
    }
    try {
      return Class.forName(type.getName().substring(0, lambda), false, type.getClassLoader());
    } catch (ClassNotFoundException | LinkageError hidden) {
      return type;
    }
  }

  static List<Object> registered(String name) {
    List<Object> found = new ArrayList<>();
    synchronized (REGISTERED) {
      for (WeakReference<Class<?>> each : ANCHORS) {
        Class<?> anchor = each.get();
        Object object = anchor == null ? null : REGISTERED.get(anchor).get(name);
        if (object != null) {
          found.add(object);
        }
      }
    }
    return found;
  }

  /** Called by woven code of Spring when a context has been refreshed. Never throws. */
  public static void refreshed(Object context) {
    try {
      synchronized (CONTEXTS) {
        remove(context);
        CONTEXTS.add(new WeakReference<>(context));
      }
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
    }
  }

  /** Called by woven code of Spring when a context closes. Never throws. */
  public static void closed(Object context) {
    try {
      synchronized (CONTEXTS) {
        remove(context);
      }
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
    }
  }

  // Without a lambda: it runs on threads of the application.
  private static void remove(Object context) {
    for (int i = CONTEXTS.size() - 1; i >= 0; i--) {
      Object known = CONTEXTS.get(i).get();
      if (known == null || known == context) {
        CONTEXTS.remove(i);
      }
    }
  }

  /** Returns the contexts that were refreshed and not closed since the agent is attached. */
  public static List<Object> contexts() {
    List<Object> found = new ArrayList<>();
    synchronized (CONTEXTS) {
      for (WeakReference<Object> each : CONTEXTS) {
        Object context = each.get();
        if (context != null) {
          found.add(context);
        }
      }
    }
    return found;
  }
}
