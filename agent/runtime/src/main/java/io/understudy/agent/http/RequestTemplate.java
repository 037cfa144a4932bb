package io.understudy.agent.http;

import io.understudy.agent.config.ArgumentSource;
import io.understudy.agent.config.HttpBody;
import io.understudy.agent.config.HttpConfig;
import io.understudy.agent.config.HttpText;
import io.understudy.agent.convert.ArgumentParts;
import io.understudy.agent.convert.ConversionException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the request of a call from the configured URL, headers and body. Thread-safe. */
public final class RequestTemplate {
  private static final String UNRESERVED = "-._~";

  private final HttpConfig config;
  private final ArgumentParts parts;
  private final @Nullable HttpBody body;

  private RequestTemplate(HttpConfig config, ArgumentParts parts, @Nullable HttpBody body) {
    this.config = config;
    this.parts = parts;
    this.body = body;
  }

  /**
   * Prepares the requests of a call point.
   *
   * @param parts reads the control's arguments
   * @param count how many arguments the control has
   * @throws HttpException if it is not said which of several arguments is the body
   */
  public static RequestTemplate of(HttpConfig config, ArgumentParts parts, int count)
      throws HttpException {
    HttpBody body = config.body();
    if (config.hasBody() && body == null && count > 1) {
      throw new HttpException(
          "the control takes "
              + count
              + " arguments; say under http: which are the body, such as body: { customer: \"{/0}\""
              + " }, or body: none");
    }
    boolean isWhole = config.hasBody() && body == null && count == 1;
    return new RequestTemplate(
        config, parts, isWhole ? HttpBody.text(HttpText.parse("{/0}")) : body);
  }

  /**
   * Makes the request of one call.
   *
   * @param arguments copies of the control's; not changed
   * @param receiver a copy of the receiver; null if it is not needed
   * @throws HttpException when a value cannot stand where the configuration puts it
   */
  public HttpCall request(@Nullable Object[] arguments, @Nullable Object receiver)
      throws HttpException {
    ArgumentParts.OfCall call = parts.of(arguments, receiver);
    try {
      String target = target(call);
      Map<String, String> headers = headers(call);
      return new HttpCall(config.method(), target, headers, bytes(call));
    } catch (ConversionException unfit) {
      throw new HttpException("the request cannot be made: " + unfit.reason());
    } catch (StackOverflowError deep) {
      throw new HttpException("the request cannot be made: the arguments are nested too deeply");
    }
  }

  private String target(ArgumentParts.OfCall call) throws ConversionException, HttpException {
    StringBuilder out = new StringBuilder();
    for (Object piece : config.target().pieces()) {
      if (piece instanceof String) {
        out.append((String) piece);
        continue;
      }
      String text = call.text((ArgumentSource) piece);
      if (text.isEmpty() && out.indexOf("?") < 0) {
        throw new HttpException(
            "the request cannot be made: " + piece + " is empty, which a path cannot say");
      }
      encode(text, out);
    }
    requireNoDotSegments(out);
    return out.toString();
  }

  /** A value must not lead to another path than the configured one. */
  private static void requireNoDotSegments(StringBuilder target) throws HttpException {
    int query = target.indexOf("?");
    String path = query < 0 ? target.toString() : target.substring(0, query);
    for (String segment : path.split("/")) {
      if (segment.equals(".") || segment.equals("..")) {
        throw new HttpException(
            "the request cannot be made: a part of its path is . or .., which names another path");
      }
    }
  }

  private static void encode(String text, StringBuilder out) throws HttpException {
    requireUnicode(text);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean isPlain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      if (isPlain) {
        out.append(c);
      } else {
        out.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
  }

  private static void requireUnicode(String text) throws HttpException {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new HttpException(
          "the request cannot be made: a text has half a surrogate pair, which UTF-8 cannot say");
    }
  }

  private Map<String, String> headers(ArgumentParts.OfCall call)
      throws ConversionException, HttpException {
    if (config.headers().isEmpty()) {
      return Collections.emptyMap();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, HttpText> each : config.headers().entrySet()) {
      String text = text(each.getValue(), call);
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        // A line break would begin a header, or a request, that nobody has configured.
        if ((c < ' ' && c != '\t') || c > '~') {
          throw new HttpException(
              "the request cannot be made: the header "
                  + each.getKey()
                  + " would get a character that a header cannot have");
        }
      }
      headers.put(each.getKey(), text);
    }
    return headers;
  }

  private static String text(HttpText template, ArgumentParts.OfCall call)
      throws ConversionException {
    StringBuilder out = new StringBuilder();
    for (Object piece : template.pieces()) {
      out.append(piece instanceof String ? piece : call.text((ArgumentSource) piece));
    }
    return out.toString();
  }

  private byte @Nullable [] bytes(ArgumentParts.OfCall call) throws ConversionException {
    if (body == null) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    write(body, call, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(HttpBody node, ArgumentParts.OfCall call, StringBuilder out)
      throws ConversionException {
    switch (node.kind()) {
      case OBJECT:
        for (int i = 0; i < node.names().size(); i++) {
          out.append(i == 0 ? '{' : ',');
          call.quote(node.names().get(i), out);
          out.append(':');
          write(node.children().get(i), call, out);
        }
        out.append(node.names().isEmpty() ? "{}" : "}");
        return;
      case LIST:
        out.append('[');
        for (int i = 0; i < node.children().size(); i++) {
          out.append(i == 0 ? "" : ",");
          write(node.children().get(i), call, out);
        }
        out.append(']');
        return;
      case TEXT:
        if (node.text().isPlaceholder()) {
          out.append(call.json((ArgumentSource) node.text().pieces().get(0)));
        } else {
          call.quote(text(node.text(), call), out);
        }
        return;
      default:
        Object constant = node.constant();
        out.append(constant == null ? "null" : constant.toString().toLowerCase(Locale.ROOT));
    }
  }
}
