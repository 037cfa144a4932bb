package io.understudy.agent.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request as it is sent. Immutable. */
public final class HttpCall {
  final String method;
  final String target;
  final Map<String, String> headers;
  final byte @Nullable [] body;

  HttpCall(String method, String target, Map<String, String> headers, byte @Nullable [] body) {
    this.method = method;
    this.target = target;
    this.headers = new LinkedHashMap<>(headers);
    this.body = body;
  }

  @Override
  public String toString() {
    return method + " " + target;
  }
}
