package io.understudy.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Types whose objects are no values, whatever class implements them. Such objects are opaque. The
 * agent uses this list when it reads objects, and the {@code check} command uses it before.
 */
public enum NonValueType {
  /** Reading such an object consumes its content. */
  ONCE(
      "can be read only once",
      "java.util.Iterator",
      "java.util.Enumeration",
      "java.util.Spliterator",
      "java.util.stream.BaseStream",
      "java.io.InputStream",
      "java.io.Reader",
      "java.sql.ResultSet",
      "java.sql.Blob",
      "java.sql.Clob",
      "javax.xml.stream.XMLStreamReader"),
  /** Reports its completion. The agent follows it only if a method returns it. */
  STAGE(
      "completes later, and is followed only where a method returns it",
      "java.util.concurrent.CompletionStage"),
  /**
   * Has its value later, but reports that only to waiting threads or by its own kind of callback.
   */
  FUTURE(
      "completes later, and is no CompletionStage",
      "java.util.concurrent.Future",
      "com.google.common.util.concurrent.ListenableFuture",
      "org.springframework.util.concurrent.ListenableFuture",
      "io.netty.util.concurrent.Future",
      "io.vertx.core.Future",
      "scala.concurrent.Future",
      "scala.concurrent.Promise",
      "com.twitter.util.Future",
      "kotlinx.coroutines.Job"),
  /** Does its work once for each subscriber. */
  PUBLISHER(
      "does its work when it is subscribed to",
      "java.util.concurrent.Flow$Publisher",
      "org.reactivestreams.Publisher",
      "reactor.core.publisher.Mono",
      "reactor.core.publisher.Flux",
      "rx.Observable",
      "rx.Single",
      "rx.Completable",
      "io.reactivex.ObservableSource",
      "io.reactivex.SingleSource",
      "io.reactivex.MaybeSource",
      "io.reactivex.CompletableSource",
      "io.reactivex.rxjava3.core.ObservableSource",
      "io.reactivex.rxjava3.core.SingleSource",
      "io.reactivex.rxjava3.core.MaybeSource",
      "io.reactivex.rxjava3.core.CompletableSource",
      "io.smallrye.mutiny.Uni",
      "io.smallrye.mutiny.Multi",
      "kotlinx.coroutines.flow.Flow",
      "akka.stream.Graph",
      "org.apache.pekko.stream.Graph"),
  /** Receives the result of a call later. */
  CALLBACK(
      "takes the answer of a call later",
      "kotlin.coroutines.Continuation",
      "kotlin.coroutines.experimental.Continuation",
      "java.nio.channels.CompletionHandler",
      "javax.servlet.AsyncContext",
      "jakarta.servlet.AsyncContext",
      "javax.ws.rs.container.AsyncResponse",
      "jakarta.ws.rs.container.AsyncResponse",
      "io.grpc.stub.StreamObserver",
      "org.springframework.web.context.request.async.DeferredResult",
      "org.springframework.web.context.request.async.WebAsyncTask",
      "org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter",
      "org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody"),
  /** Represents something outside the process, or infrastructure of the application. */
  RESOURCE(
      "is a resource, not a value",
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
      "java.lang.ProcessHandle",
      "java.lang.ClassLoader",
      "java.lang.ref.Reference",
      "java.util.Random",
      "java.nio.file.FileSystem",
      "java.nio.file.FileStore",
      "java.nio.file.WatchService",
      "java.net.URLConnection",
      "java.security.KeyStore",
      "java.util.prefs.Preferences",
      "java.util.logging.Handler",
      "java.lang.invoke.MethodHandles$Lookup",
      "javax.naming.Context",
      "javax.net.ssl.SSLContext",
      "java.rmi.server.RemoteObject",
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
      "org.jboss.logging.BasicLogger"),
  /** Runs threads, or makes them wait. */
  CONCURRENCY(
      "belongs to threads, not to a value",
      "java.lang.Thread",
      "java.lang.ThreadGroup",
      "java.lang.ThreadLocal",
      "java.util.Timer",
      "java.util.TimerTask",
      "java.util.concurrent.Executor",
      "java.util.concurrent.locks.Lock",
      "java.util.concurrent.locks.ReadWriteLock",
      "java.util.concurrent.locks.Condition",
      "java.util.concurrent.CountDownLatch",
      "java.util.concurrent.CyclicBarrier",
      "java.util.concurrent.Exchanger",
      "java.util.concurrent.Phaser",
      "java.util.concurrent.Semaphore");

  private final String reason;
  private final List<String> types;

  NonValueType(String reason, String... types) {
    this.reason = reason;
    this.types = Collections.unmodifiableList(Arrays.asList(types));
  }

  /** Why such objects are opaque: a clause that follows the name of a class. */
  public String reason() {
    return reason;
  }

  /** The names of the types, in the form of {@code Class.getName}. Unmodifiable. */
  public List<String> types() {
    return types;
  }

  /** The sort of the type with exactly this name; null for every other type. */
  public static @Nullable NonValueType named(String type) {
    for (NonValueType sort : values()) {
      if (sort.types.contains(type)) {
        return sort;
      }
    }
    return null;
  }

  /**
   * Why objects of a class are opaque; null if this list does not contain one of its types.
   *
   * @param names the names of the class and all its supertypes
   */
  public static @Nullable String reason(Class<?> type, Set<String> names) {
    // Sorted, so that a class with two such types always gives the same reason.
    for (String name : new TreeSet<>(names)) {
      NonValueType sort = named(name);
      if (sort != null) {
        return type.getName() + " " + sort.reason;
      }
    }
    return null;
  }
}
