package io.understudy.agent.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A candidate behind HTTP: the request that asks it, and how its answer is read. Immutable. */
public final class HttpConfig {
  private final HttpOrigin origin;
  private final HttpText target;
  private final String method;
  private final Map<String, HttpText> headers;
  private final @Nullable HttpBody body;
  private final boolean hasBody;
  private final @Nullable List<String> result;
  private final Map<Integer, HttpStatus> statuses;
  private final long answerBytes;

  /** Collects the settings; each has its default. Not thread-safe. */
  public static final class Builder {
    private final HttpOrigin origin;
    private final HttpText target;
    private final String method;
    private Map<String, HttpText> headers = Collections.emptyMap();
    private @Nullable HttpBody body;
    private boolean hasBody;
    private @Nullable List<String> result = Collections.emptyList();
    private Map<Integer, HttpStatus> statuses = Collections.emptyMap();
    private long answerBytes = 1 << 20;

    private Builder(HttpOrigin origin, HttpText target, String method) {
      this.origin = origin;
      this.target = target;
      this.method = method;
      this.hasBody = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    /** Sets the headers by name. */
    public Builder headers(Map<String, HttpText> byName) {
      headers = byName;
      return this;
    }

    /** Sets the body; null for none. */
    public Builder body(@Nullable HttpBody tree) {
      body = tree;
      hasBody = tree != null;
      return this;
    }

    /** Sets the steps to the result in the answer; null if the answer has no result. */
    public Builder result(@Nullable List<String> steps) {
      result = steps;
      return this;
    }

    /** Sets the meanings of codes; a number from 1 to 5 is a class of codes. */
    public Builder statuses(Map<Integer, HttpStatus> byCode) {
      statuses = byCode;
      return this;
    }

    /** Sets the size of the largest answer. */
    public Builder answerBytes(long most) {
      answerBytes = most;
      return this;
    }

    /** Creates the configuration. */
    public HttpConfig build() {
      return new HttpConfig(this);
    }
  }

  private HttpConfig(Builder from) {
    this.origin = from.origin;
    this.target = from.target;
    this.method = from.method;
    this.headers = Collections.unmodifiableMap(new TreeMap<>(from.headers));
    this.body = from.body;
    this.hasBody = from.hasBody;
    this.result = from.result;
    this.statuses = Collections.unmodifiableMap(new TreeMap<>(from.statuses));
    this.answerBytes = from.answerBytes;
  }

  /**
   * Starts a configuration.
   *
   * @param target the path and the query
   * @param method in upper case
   */
  public static Builder builder(HttpOrigin origin, HttpText target, String method) {
    return new Builder(origin, target, method);
  }

  /** The server, and the connections to it. */
  public HttpOrigin origin() {
    return origin;
  }

  /** The path and the query. */
  public HttpText target() {
    return target;
  }

  /** The method of the request, in upper case. */
  public String method() {
    return method;
  }

  /** The headers by name. Unmodifiable. */
  public Map<String, HttpText> headers() {
    return headers;
  }

  /** The body; null if there is none, or if it is the only argument. */
  public @Nullable HttpBody body() {
    return body;
  }

  /** Whether requests have a body. */
  public boolean hasBody() {
    return hasBody;
  }

  /** The steps to the result in the answer; null if the answer has no result. */
  public @Nullable List<String> result() {
    return result;
  }

  /** The size of the largest answer, in bytes. */
  public long answerBytes() {
    return answerBytes;
  }

  /** What a status code means: as configured for the code, else for its class. */
  public HttpStatus status(int code) {
    HttpStatus known = statuses.get(code);
    if (known == null) {
      known = statuses.get(code / 100);
    }
    if (known == null) {
      known = code / 100 == 2 ? HttpStatus.RETURNS : HttpStatus.UNANSWERED;
    }
    return known;
  }

  /** Whether the receiver of the control is needed. */
  public boolean needsReceiver() {
    return target.needsReceiver()
        || headers.values().stream().anyMatch(HttpText::needsReceiver)
        || (body != null && body.needsReceiver());
  }

  /** All settings, for the hash of the configuration. */
  public String settings() {
    return this
        + " "
        + origin.connection()
        + " "
        + headers
        + " "
        + hasBody
        + " "
        + body
        + " "
        + result
        + " "
        + statuses
        + " "
        + answerBytes;
  }

  /** {@code POST http://127.0.0.1:8081/quotes}. */
  @Override
  public String toString() {
    return method + " " + origin + target;
  }
}
