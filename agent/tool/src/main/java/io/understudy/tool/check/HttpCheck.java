package io.understudy.tool.check;

import io.understudy.agent.config.ArgumentSource;
import io.understudy.agent.config.HttpBody;
import io.understudy.agent.config.HttpConfig;
import io.understudy.agent.config.HttpText;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.PathWalk;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypeParts;
import io.understudy.tool.type.TypePartsFinder;
import io.understudy.value.CountText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the placeholders of a request against the parameters of the control. */
final class HttpCheck {
  private final TypePartsFinder parts;
  private final Findings findings;

  HttpCheck(TypePartsFinder parts, Findings findings) {
    this.parts = parts;
    this.findings = findings;
  }

  /** Reports every placeholder that certainly leads to no value. */
  void check(HttpConfig http, MethodSignature control) {
    List<StaticType> parameters = control.parameterTypes();
    text("url", http.target(), true, parameters);
    http.headers().forEach((name, text) -> text("headers: " + name, text, true, parameters));
    HttpBody body = http.body();
    if (body != null) {
      body(body, parameters);
    } else if (http.hasBody() && parameters.size() > 1) {
      findings.error(
          "the control takes "
              + parameters.size()
              + " arguments, and only one alone is the body by itself; write under http: which are"
              + " sent, such as body: { first: \"{/0}\", second: \"{/1}\" }, or body: none");
    }
  }

  private void body(HttpBody node, List<StaticType> parameters) {
    if (node.kind() == HttpBody.Kind.TEXT) {
      text("body", node.text(), !node.text().isPlaceholder(), parameters);
    }
    node.children().forEach(child -> body(child, parameters));
  }

  private void text(String key, HttpText text, boolean isOneValue, List<StaticType> parameters) {
    for (Object piece : text.pieces()) {
      if (piece instanceof ArgumentSource && !((ArgumentSource) piece).isOfReceiver()) {
        String wrong = wrong((ArgumentSource) piece, isOneValue, parameters);
        if (wrong != null) {
          findings.error("http: " + key + ": {" + piece + "}: " + wrong);
        }
      }
    }
  }

  private @Nullable String wrong(
      ArgumentSource source, boolean isOneValue, List<StaticType> parameters) {
    if (source.argument() >= parameters.size()) {
      return "the control takes "
          + CountText.of(parameters.size(), "argument")
          + ", and the first is {/0}";
    }
    PathWalk walk = new PathWalk(parameters.get(source.argument()), source.steps(), parts);
    if (walk.isDead()) {
      return walk.deadEnd();
    }
    boolean isAllParts = isOneValue && !walk.ends().isEmpty();
    for (StaticType end : walk.ends()) {
      TypeParts inside = parts.of(end);
      isAllParts &=
          inside != TypeParts.UNKNOWN
              && (inside.element() != null || !inside.byName().isEmpty())
              && !end.name().equals("java.util.Optional");
    }
    return isAllParts
        ? walk.ends().iterator().next()
            + " has parts, and one value is needed here; write the place of one"
        : null;
  }
}
