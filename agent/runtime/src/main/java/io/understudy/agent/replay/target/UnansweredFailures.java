package io.understudy.agent.replay.target;

import io.understudy.agent.config.CallConfig;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells exceptions of a candidate that could not answer from exceptions that are its answer. A
 * server that is down, a dead connection or a missing class says nothing about what the candidate
 * computes, so the call has no verdict.
 *
 * <p>The exception itself counts, and each of its recorded causes, since frameworks wrap such
 * failures. If the control threw the same class, or a rule maps the control's class to it, the
 * failure may be the expected answer and is compared. Stateless.
 */
public final class UnansweredFailures {
  /** The failures of connections; a subclass counts too. By name, since some are in libraries. */
  private static final Set<String> CONNECTION =
      names(
          "java.net.SocketException",
          "java.net.UnknownHostException",
          "java.net.http.HttpConnectTimeoutException",
          "java.nio.channels.ClosedChannelException",
          "java.nio.channels.UnresolvedAddressException",
          "javax.net.ssl.SSLHandshakeException",
          "java.rmi.ConnectException",
          "java.rmi.ConnectIOException",
          "java.rmi.UnknownHostException",
          "javax.naming.CommunicationException",
          "javax.naming.ServiceUnavailableException",
          "java.sql.SQLNonTransientConnectionException",
          "java.sql.SQLTransientConnectionException",
          "java.sql.SQLRecoverableException",
          "org.apache.http.conn.ConnectTimeoutException",
          "org.apache.http.NoHttpResponseException",
          "org.apache.hc.client5.http.ConnectTimeoutException",
          "org.apache.hc.core5.http.NoHttpResponseException");

  /** The failures of loading and linking classes. */
  private static final Set<String> LINKAGE =
      names("java.lang.LinkageError", "java.lang.ClassNotFoundException");

  private static final String SOCKET_TIMEOUT = "java.net.SocketTimeoutException";
  private static final String SQL_EXCEPTION = "java.sql.SQLException";

  /** The class of SQLStates for connections (ISO/IEC 9075-2, "connection exception"). */
  private static final Pattern CONNECTION_STATE = Pattern.compile("08[0-9A-Z]{3}");

  /** The JVM's messages that name a class; the class has a package, so no other text matches. */
  private static final Pattern NAMED_CLASS =
      Pattern.compile(
          "(?:Could not initialize class )?((?:[\\p{L}\\p{N}_$]+[/.])+[\\p{L}\\p{N}_$]+)"
              + "(?: has been compiled by a more recent version of the Java Runtime .*)?",
          Pattern.DOTALL);

  /** The pattern takes stack for each part of a name. */
  private static final int LONGEST_MESSAGE = 1_000;

  private UnansweredFailures() {}

  private static Set<String> names(String... names) {
    return new HashSet<>(Arrays.asList(names));
  }

  /**
   * Returns why an exception of the candidate is no answer.
   *
   * @param config the call point, whose classes under {@code unanswered} count too
   * @param control what the control did in this call
   * @param candidate what the candidate did
   * @return one clause without values; null if the candidate answered
   */
  public static @Nullable String reason(CallConfig config, Outcome control, Outcome candidate) {
    ThrownException thrown = candidate.thrown();
    if (thrown == null) {
      return null;
    }
    for (ThrownException each : chain(thrown)) {
      String obstacle = obstacle(each, config.unanswered());
      if (obstacle != null) {
        return isExpected(each, thrown, control, config)
            ? null
            : obstacle + description(each) + (each == thrown ? "" : ", in " + thrown.className());
      }
    }
    return null;
  }

  private static List<ThrownException> chain(ThrownException thrown) {
    List<ThrownException> chain = new ArrayList<>();
    chain.add(thrown);
    chain.addAll(thrown.causes());
    return chain;
  }

  private static @Nullable String obstacle(ThrownException each, Set<String> configured) {
    List<String> types = each.typeNames();
    if (contains(types, LINKAGE)) {
      return "the candidate could not be loaded: ";
    }
    if (contains(types, CONNECTION) || isConnectTimeout(each) || isDeadConnection(each)) {
      return "the candidate could not be reached: ";
    }
    return contains(types, configured) ? "the candidate gave no answer: " : null;
  }

  private static boolean contains(List<String> types, Set<String> names) {
    for (String type : types) {
      if (names.contains(type)) {
        return true;
      }
    }
    return false;
  }

  /** The JDK has one class for both timeouts. A server that answers too slowly was reached. */
  private static boolean isConnectTimeout(ThrownException each) {
    String message = each.message();
    return each.className().equals(SOCKET_TIMEOUT)
        && message != null
        && message.equalsIgnoreCase("connect timed out");
  }

  private static boolean isDeadConnection(ThrownException each) {
    String state = each.sqlState();
    return state != null
        && each.typeNames().contains(SQL_EXCEPTION)
        && CONNECTION_STATE.matcher(state).matches();
  }

  private static boolean isExpected(
      ThrownException failure, ThrownException thrown, Outcome control, CallConfig config) {
    ThrownException expected = control.thrown();
    if (expected == null) {
      return false;
    }
    for (ThrownException each : chain(expected)) {
      if (each.className().equals(failure.className())) {
        return true;
      }
    }
    return config.rules().exceptions().maps(expected, thrown);
  }

  private static String description(ThrownException each) {
    String state = each.sqlState();
    if (state != null && CONNECTION_STATE.matcher(state).matches()) {
      return each.className() + " (SQLState " + state + ")";
    }
    return description(each.className(), each.typeNames(), each.message());
  }

  /**
   * Describes a failure by its class, and a linkage error also by the class that it is about.
   *
   * @return class names only, no values
   */
  static String description(Throwable failure) {
    String message = failure instanceof LinkageError ? failure.getMessage() : null;
    return description(failure.getClass().getName(), names(LinkageError.class.getName()), message);
  }

  private static String description(
      String className, Iterable<String> types, @Nullable String message) {
    for (String type : types) {
      if (type.equals(LinkageError.class.getName()) && message != null) {
        Matcher named = NAMED_CLASS.matcher(message);
        boolean isNamed = message.length() <= LONGEST_MESSAGE && named.matches();
        return isNamed ? className + ": " + dotted(named) : className;
      }
    }
    return className;
  }

  private static String dotted(Matcher named) {
    return String.valueOf(named.group(1)).replace('/', '.');
  }
}
