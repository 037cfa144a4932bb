package io.understudy.value;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types that are never looked into, whoever implements them, and why. */
final class OneShot {
  private static final String ONCE = "can be read only once";
  private static final String RESOURCE = "is a resource, not a value";
  private static final String CONCURRENCY = "belongs to threads, not to a value";
  private static final Map<String, String> REASONS = new HashMap<>();

  static {
    put(
        ONCE,
        "java.util.Iterator",
        "java.util.Enumeration",
        "java.util.Spliterator",
        "java.util.stream.BaseStream",
        "java.io.InputStream",
        "java.io.Reader",
        "java.sql.ResultSet",
        "java.sql.Blob",
        "java.sql.Clob",
        "javax.xml.stream.XMLStreamReader",
        "org.reactivestreams.Publisher",
        "java.util.concurrent.Flow$Publisher");
    put(
        RESOURCE,
        "java.io.OutputStream",
        "java.io.Writer",
        "java.nio.channels.Channel",
        "java.net.Socket",
        "java.net.ServerSocket",
        "java.net.DatagramSocket",
        "java.sql.Connection",
        "java.sql.Statement",
        "javax.sql.DataSource",
        "java.lang.Process",
        "java.lang.ClassLoader",
        "java.lang.ref.Reference",
        "java.util.Random",
        "javax.servlet.ServletRequest",
        "javax.servlet.ServletResponse",
        "javax.servlet.http.HttpSession",
        "jakarta.servlet.ServletRequest",
        "jakarta.servlet.ServletResponse",
        "jakarta.servlet.http.HttpSession",
        "javax.persistence.EntityManager",
        "jakarta.persistence.EntityManager",
        "org.hibernate.Session",
        "org.springframework.context.ApplicationContext",
        "org.slf4j.Logger",
        "org.apache.logging.log4j.Logger",
        "org.apache.commons.logging.Log",
        "org.apache.log4j.Category",
        "org.jboss.logging.BasicLogger");
    put(
        CONCURRENCY,
        "java.lang.Thread",
        "java.lang.ThreadGroup",
        "java.lang.ThreadLocal",
        "java.util.Timer",
        "java.util.concurrent.Executor",
        "java.util.concurrent.Future",
        "java.util.concurrent.CompletionStage",
        "java.util.concurrent.locks.Lock",
        "java.util.concurrent.locks.ReadWriteLock",
        "java.util.concurrent.locks.Condition");
  }

  private OneShot() {}

  private static void put(String reason, String... names) {
    for (String name : names) {
      REASONS.put(name, reason);
    }
  }

  /**
   * Why objects of a class are never looked into; null when they may be.
   *
   * @param names the names of the class and all its supertypes
   */
  static @Nullable String reason(Class<?> type, Set<String> names) {
    // The least name, so that a class that is two of these gives the same reason each time.
    String least = null;
    for (String name : names) {
      if (REASONS.containsKey(name) && (least == null || name.compareTo(least) < 0)) {
        least = name;
      }
    }
    return least == null ? null : type.getName() + " " + REASONS.get(least);
  }
}
