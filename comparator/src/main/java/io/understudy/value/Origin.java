package io.understudy.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says whether a class belongs to the JDK, and lists its supertypes. Thread-safe. */
public final class Origin {
  private static final @Nullable ClassLoader PLATFORM =
      ClassLoader.getSystemClassLoader().getParent();

  private static final RemovableClassValue<List<String>> TYPE_NAMES =
      new RemovableClassValue<List<String>>() {
        @Override
        protected List<String> compute(Class<?> type) {
          return closestFirst(type);
        }
      };

  private static final Set<String> STATELESS =
      new HashSet<>(
          Arrays.asList(
              "java.lang.Object",
              "java.lang.Record",
              "java.lang.Number",
              "java.util.AbstractCollection",
              "java.util.AbstractSet",
              "java.util.AbstractQueue",
              "java.util.AbstractSequentialList",
              "java.util.Dictionary",
              "javax.xml.bind.annotation.adapters.XmlAdapter"));

  private Origin() {}

  /** Whether the class loader of the JDK loaded the class. */
  public static boolean isJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == PLATFORM;
  }

  /** Whether a JDK class is known to have no state in its instances. */
  public static boolean isStateless(Class<?> jdkType) {
    return STATELESS.contains(jdkType.getName());
  }

  /**
   * The names of the class, of its superclasses and then of its interfaces, closest first. {@code
   * java.lang.Object} is the last. Found once for each class. Unmodifiable.
   */
  public static List<String> typeNames(Class<?> type) {
    return TYPE_NAMES.get(type);
  }

  private static List<String> closestFirst(Class<?> type) {
    Set<String> names = new LinkedHashSet<>();
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      names.add(at.getName());
    }
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      interfaces(at, names);
    }
    names.add(Object.class.getName());
    return Collections.unmodifiableList(new ArrayList<>(names));
  }

  private static void interfaces(Class<?> type, Set<String> names) {
    for (Class<?> each : type.getInterfaces()) {
      names.add(each.getName());
    }
    for (Class<?> each : type.getInterfaces()) {
      interfaces(each, names);
    }
  }

  /** A new set of the names of the class and of all its superclasses and interfaces, unordered. */
  public static Set<String> names(Class<?> type) {
    Set<String> names = new HashSet<>();
    collect(type, names);
    return names;
  }

  private static void collect(@Nullable Class<?> type, Set<String> names) {
    if (type != null && names.add(type.getName())) {
      collect(type.getSuperclass(), names);
      for (Class<?> each : type.getInterfaces()) {
        collect(each, names);
      }
    }
  }
}
