package io.understudy.agent.check;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Types whose objects are no values: they can be read only once, stand for a resource or belong to
 * threads. A call that takes or gives one cannot be captured.
 */
final class Unusable {
  private static final Map<String, String> REASONS = new LinkedHashMap<>();

  static {
    put(
        "completes later; this version compares only what is there when the method returns",
        "java.util.concurrent.CompletionStage",
        "java.util.concurrent.Future",
        "java.util.concurrent.Flow$Publisher",
        "org.reactivestreams.Publisher",
        "io.reactivex.ObservableSource",
        "io.reactivex.SingleSource",
        "io.reactivex.MaybeSource",
        "io.reactivex.CompletableSource",
        "io.reactivex.rxjava3.core.ObservableSource",
        "io.reactivex.rxjava3.core.SingleSource",
        "io.reactivex.rxjava3.core.MaybeSource",
        "io.reactivex.rxjava3.core.CompletableSource",
        "rx.Observable",
        "rx.Single",
        "kotlin.coroutines.Continuation",
        "kotlinx.coroutines.flow.Flow");
    put(
        "can be read only once, so that the candidate or the caller would find it empty",
        "java.util.Iterator",
        "java.util.Enumeration",
        "java.util.Spliterator",
        "java.util.stream.BaseStream",
        "java.io.InputStream",
        "java.io.Reader",
        "java.sql.ResultSet",
        "java.sql.Blob",
        "java.sql.Clob");
    put(
        "stands for a resource and is no value; shadow a method that takes and gives values",
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
        "javax.servlet.ServletRequest",
        "javax.servlet.ServletResponse",
        "javax.servlet.http.HttpSession",
        "jakarta.servlet.ServletRequest",
        "jakarta.servlet.ServletResponse",
        "jakarta.servlet.http.HttpSession",
        "javax.persistence.EntityManager",
        "jakarta.persistence.EntityManager");
    put(
        "belongs to threads and is no value",
        "java.lang.Thread",
        "java.lang.ThreadGroup",
        "java.lang.ThreadLocal",
        "java.util.Timer",
        "java.util.concurrent.Executor",
        "java.util.concurrent.locks.Lock",
        "java.util.concurrent.locks.ReadWriteLock",
        "java.util.concurrent.locks.Condition");
  }

  private Unusable() {}

  private static void put(String reason, String... names) {
    for (String name : names) {
      REASONS.put(name, reason);
    }
  }

  /** The names of the types, for the documentation and for tests. */
  static Iterable<String> names() {
    return REASONS.keySet();
  }

  /** Why objects of this type, or of this type of array, cannot be captured; null if they can. */
  static @Nullable String reason(String type, Types types) {
    for (String name : types.closure(type.replace("[]", ""))) {
      String reason = REASONS.get(name);
      if (reason != null) {
        return (name.equals(type) ? type : type + " is a " + name + ", which") + " " + reason;
      }
    }
    return null;
  }
}
