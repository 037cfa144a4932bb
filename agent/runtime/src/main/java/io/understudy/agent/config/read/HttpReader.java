package io.understudy.agent.config.read;

import io.understudy.agent.config.HttpBody;
import io.understudy.agent.config.HttpConfig;
import io.understudy.agent.config.HttpOrigin;
import io.understudy.agent.config.HttpStatus;
import io.understudy.agent.config.HttpText;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.KeyPath;
import io.understudy.agent.config.yaml.YamlNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads <code>candidate: { http: { url: "http://127.0.0.1:8081/quotes" } }</code>: a candidate
 * behind HTTP. For one call point.
 */
final class HttpReader {
  private static final ValueKind<String> METHOD =
      ValueKinds.text("GET, POST, PUT, PATCH or DELETE", "GET|POST|PUT|PATCH|DELETE");
  private static final ValueKind<String> CLASS = RuleValueKinds.className();
  private static final String STATUS =
      "null, returns, unanswered or { throws: com.acme.RejectedException }";

  /** Headers that the agent or its HTTP library sets. */
  private static final Set<String> RESERVED =
      new HashSet<>(
          Arrays.asList(
              "host",
              "content-length",
              "transfer-encoding",
              "connection",
              "upgrade",
              "expect",
              "te",
              "trailer",
              "accept-encoding",
              "understudy-shadow",
              "understudy-call"));

  private static final int MOST_DEPTH = 64;

  private final Section http;
  private final ConfigProblems problems;

  HttpReader(Section candidate, ConfigProblems problems) {
    this.http = candidate.section("http");
    this.problems = problems;
  }

  /** Reads the candidate; null if an error was reported. */
  @Nullable HttpConfig read() {
    String url =
        http.optional(
            "url",
            ValueKinds.kind(
                "a URL such as \"http://127.0.0.1:8081/quotes\"", YamlNode.Scalar::text));
    String method = http.value("method", http.take("body") == null ? "GET" : "POST", METHOD);
    int connections = http.value("connections", 64, ValueKinds.whole(1, 4096));
    Duration connect =
        http.value("connect-timeout", Duration.ofSeconds(2), UnitValueKinds.duration("1ms", "1m"));
    long answer = http.value("answer", 1L << 20, UnitValueKinds.size("1KB", "64MB"));
    Path trust = http.optional("trust", ValueKinds.named("the name of a file"));
    Map<String, HttpText> headers = headers();
    YamlNode body = http.take("body");
    List<String> result = result();
    Map<Integer, HttpStatus> statuses = statuses();
    http.refuseUnknownKeys();
    if (url == null) {
      if (http.take("url") == null) {
        http.refuse(http.where(), "url", "is missing; write the URL of the service");
      }
      return null;
    }
    HttpConfig.Builder builder = start(url, method, connections, connect, trust);
    if (builder == null) {
      return null;
    }
    builder.headers(headers).result(result).statuses(statuses).answerBytes(answer);
    if (body != null) {
      boolean isNone = body instanceof YamlNode.Scalar && ((YamlNode.Scalar) body).isWord("none");
      HttpBody tree = isNone ? null : body(body, http.path("body"), 0);
      builder.body(tree);
      if (tree != null && method.equals("GET")) {
        http.refuse(body.where(), "body", "a GET has no body; set method: POST, or remove it");
      }
    }
    return builder.build();
  }

  private HttpConfig.@Nullable Builder start(
      String url, String method, int connections, Duration connect, @Nullable Path trust) {
    try {
      int path = pathStart(url);
      HttpOrigin origin = HttpOrigin.parse(url.substring(0, path));
      if (trust != null && !origin.isSecure()) {
        throw new IllegalArgumentException("trust: applies to https:// alone");
      }
      HttpText target = HttpText.parse(path == url.length() ? "/" : url.substring(path));
      requireCharacters(target);
      String file = trust == null ? null : trust.toString();
      return HttpConfig.builder(origin.with(connections, connect, file), target, method);
    } catch (IllegalArgumentException wrong) {
      YamlNode at = http.take("url");
      http.refuse(
          at == null ? http.where() : at.where(), "url", String.valueOf(wrong.getMessage()));
      return null;
    }
  }

  private static int pathStart(String url) {
    int from = url.indexOf("://");
    int slash = url.indexOf('/', from < 0 ? 0 : from + 3);
    return slash < 0 ? url.length() : slash;
  }

  private static void requireCharacters(HttpText target) {
    for (Object piece : target.pieces()) {
      if (piece instanceof String
          && !((String) piece).matches("([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*")) {
        throw new IllegalArgumentException(
            "\"" + piece + "\" has a character that a URL cannot have; write it as %XX");
      }
    }
    if (target.toString().contains("{{")) {
      throw new IllegalArgumentException("a brace in a URL is written as %7B");
    }
  }

  private Map<String, HttpText> headers() {
    Map<String, HttpText> headers = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (YamlNode.Entry entry : http.entries("headers", "a mapping of headers")) {
      String name = entry.key().text();
      String at = KeyPath.child(http.path("headers"), name);
      String lower = name.toLowerCase(Locale.ROOT);
      if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
        problems.add(entry.key().where(), at, "is no name of a header");
      } else if (RESERVED.contains(lower)) {
        problems.add(entry.key().where(), at, "is set by Understudy; remove it");
      } else if (!seen.add(lower)) {
        problems.add(entry.key().where(), at, "is given twice");
      } else {
        HttpText text = http.read(entry.value(), at, text("a text"));
        if (text != null && text.pieces().stream().anyMatch(HttpReader::isNoHeader)) {
          problems.add(entry.value().where(), at, "has a character that a header cannot have");
        } else if (text != null) {
          headers.put(name, text);
        }
      }
    }
    return headers;
  }

  private static boolean isNoHeader(Object piece) {
    return piece instanceof String && !((String) piece).matches("[ -~\t]*");
  }

  private static ValueKind<HttpText> text(String expected) {
    return ValueKinds.kind(expected, scalar -> HttpText.parse(scalar.text()));
  }

  private @Nullable HttpBody body(YamlNode node, String at, int depth) {
    if (depth > MOST_DEPTH) {
      problems.add(node.where(), at, "has more than " + MOST_DEPTH + " levels");
      return null;
    }
    List<HttpBody> children = new ArrayList<>();
    if (node instanceof YamlNode.Sequence) {
      List<YamlNode> items = ((YamlNode.Sequence) node).items();
      for (int i = 0; i < items.size(); i++) {
        HttpBody child = body(items.get(i), KeyPath.item(at, i), depth + 1);
        if (child != null) {
          children.add(child);
        }
      }
      return HttpBody.list(children);
    }
    if (node instanceof YamlNode.Mapping) {
      List<String> names = new ArrayList<>();
      for (YamlNode.Entry entry : ((YamlNode.Mapping) node).entries()) {
        String name = entry.key().text();
        HttpBody child = body(entry.value(), KeyPath.child(at, name), depth + 1);
        if (child != null) {
          names.add(name);
          children.add(child);
        }
      }
      return HttpBody.object(names, children);
    }
    return leaf((YamlNode.Scalar) node, at);
  }

  private @Nullable HttpBody leaf(YamlNode.Scalar scalar, String at) {
    if (scalar.isNothing()) {
      return HttpBody.constant(null);
    }
    if (scalar.isWord("true") || scalar.isWord("false")) {
      return HttpBody.constant(Boolean.valueOf(scalar.text()));
    }
    if (!scalar.isQuoted() && scalar.text().matches("-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?")) {
      return HttpBody.constant(new BigDecimal(scalar.text()));
    }
    HttpText text = http.read(scalar, at, text("a value"));
    return text == null ? null : HttpBody.text(text);
  }

  private @Nullable List<String> result() {
    YamlNode node = http.take("result");
    if (node == null) {
      return Collections.emptyList();
    }
    if (node instanceof YamlNode.Scalar && ((YamlNode.Scalar) node).isWord("none")) {
      return null;
    }
    List<String> steps = http.read(node, http.path("result"), pointer());
    return steps == null ? Collections.emptyList() : steps;
  }

  /** A JSON pointer (RFC 6901). */
  private static ValueKind<List<String>> pointer() {
    String expected = "a JSON pointer such as /price, \"\" for the whole answer, or none";
    return ValueKinds.kind(
        expected,
        scalar -> {
          String text = scalar.text();
          if (!text.isEmpty() && !text.startsWith("/")) {
            throw ValueKinds.unexpected(expected, scalar, "");
          }
          List<String> steps = new ArrayList<>();
          for (String step : text.isEmpty() ? new String[0] : text.substring(1).split("/", -1)) {
            if (step.matches("(?s).*~([^01].*|$)")) {
              throw ValueKinds.unexpected(expected, scalar, "; write ~0 for ~ and ~1 for /");
            }
            steps.add(step.replace("~1", "/").replace("~0", "~"));
          }
          return steps;
        });
  }

  private Map<Integer, HttpStatus> statuses() {
    Map<Integer, HttpStatus> statuses = new HashMap<>();
    String expected = "a mapping of status codes, such as { 404: null, 5xx: unanswered }";
    for (YamlNode.Entry entry : http.entries("status", expected)) {
      String code = entry.key().text().toLowerCase(Locale.ROOT);
      String at = KeyPath.child(http.path("status"), entry.key().text());
      if (!code.matches("[1-5]([0-9]{2}|xx)")) {
        problems.add(
            entry.key().where(), at, "expected a status code such as 404, or a class such as 5xx");
        continue;
      }
      HttpStatus status = status(entry.value(), at);
      int number =
          code.endsWith("xx") ? Integer.parseInt(code.substring(0, 1)) : Integer.parseInt(code);
      if (status != null && statuses.put(number, status) != null) {
        problems.add(entry.key().where(), at, "is given twice");
      }
    }
    return statuses;
  }

  private @Nullable HttpStatus status(YamlNode node, String at) {
    if (node instanceof YamlNode.Mapping) {
      Section section = new Section((YamlNode.Mapping) node, at, problems);
      String className = section.optional("throws", CLASS);
      List<String> message = section.optional("message", pointer());
      if (section.take("throws") == null) {
        section.refuse("expected " + STATUS);
      }
      section.refuseUnknownKeys();
      return className == null ? null : HttpStatus.thrown(className, message);
    }
    YamlNode.Scalar scalar = node instanceof YamlNode.Scalar ? (YamlNode.Scalar) node : null;
    if (scalar != null && scalar.isNothing()) {
      return HttpStatus.NULL;
    }
    if (scalar != null && scalar.isWord("unanswered")) {
      return HttpStatus.UNANSWERED;
    }
    if (scalar != null && scalar.isWord("returns")) {
      return HttpStatus.RETURNS;
    }
    problems.add(node.where(), at, "expected " + STATUS + ", found " + node.describe());
    return null;
  }
}
