package io.understudy.agent.http;

import io.understudy.agent.config.HttpConfig;
import io.understudy.agent.config.HttpStatus;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.rule.Rules;
import io.understudy.value.document.Documents;
import io.understudy.value.named.NamedShapes;
import io.understudy.value.view.Views;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a candidate did from its answer. Thread-safe. */
public final class AnswerReader {
  private final HttpConfig config;
  private final Rules rules;
  private final Views views;
  private final JsonValues values;
  private final boolean isVoid;
  private final Function<String, List<String>> supertypes;

  /**
   * Creates a reader.
   *
   * @param isVoid whether the control returns nothing
   * @param supertypes the names of a class and its supertypes, by the name of the class
   */
  public AnswerReader(
      HttpConfig config,
      Rules rules,
      Views views,
      NamedShapes shapes,
      boolean isVoid,
      Function<String, List<String>> supertypes) {
    this.config = config;
    this.rules = rules;
    this.views = views;
    this.values = new JsonValues(shapes);
    this.isVoid = isVoid;
    this.supertypes = supertypes;
  }

  /**
   * Reads an answer.
   *
   * @param control the outcome of the control, which says what kinds of values texts stand for
   * @throws HttpException when the answer is no outcome
   */
  public Outcome read(HttpAnswer answer, Outcome control) throws HttpException {
    HttpStatus status = config.status(answer.status);
    switch (status.meaning()) {
      case RETURNS:
        return Outcome.returned(isVoid ? null : result(answer, control));
      case NULL:
        return Outcome.returned(null);
      case THROWS:
        return Outcome.threw(
            ThrownException.named(
                status.className(),
                supertypes.apply(status.className()),
                message(answer, status.message()),
                Collections.emptyList()));
      default:
        throw new HttpException("the server answered with status " + answer.status);
    }
  }

  private @Nullable Object result(HttpAnswer answer, Outcome control) throws HttpException {
    List<String> steps = config.result();
    if (steps == null) {
      return null;
    }
    if (answer.body.length == 0 && steps.isEmpty()) {
      return null;
    }
    Object json = part(document(answer), steps);
    return values.of(json, AnswerGuide.of(control.value(), views, rules.root()));
  }

  private static @Nullable String message(HttpAnswer answer, @Nullable List<String> steps)
      throws HttpException {
    if (steps == null) {
      return null;
    }
    Object message = part(document(answer), steps);
    if (message != null && !(message instanceof String)) {
      throw new HttpException("the message of an exception in the answer is no text");
    }
    return (String) message;
  }

  private static @Nullable Object document(HttpAnswer answer) throws HttpException {
    if (!answer.encoding.isEmpty() && !answer.encoding.equalsIgnoreCase("identity")) {
      throw new HttpException("the answer is compressed, which was not asked for");
    }
    try {
      CharSequence text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(answer.body));
      return Documents.json(text.toString());
    } catch (CharacterCodingException wrong) {
      throw new HttpException("the answer is not UTF-8");
    } catch (Documents.Malformed wrong) {
      throw new HttpException("the answer is " + withoutPlace(String.valueOf(wrong.getMessage())));
    }
  }

  /** Reasons are counted, so they have few texts. */
  private static String withoutPlace(String message) {
    int at = message.lastIndexOf(" at line ");
    return at < 0 ? message : message.substring(0, at);
  }

  private static @Nullable Object part(@Nullable Object json, List<String> steps)
      throws HttpException {
    Object at = json;
    for (String step : steps) {
      if (at instanceof Map && ((Map<?, ?>) at).containsKey(step)) {
        at = ((Map<?, ?>) at).get(step);
      } else if (at instanceof List
          && step.matches("0|[1-9][0-9]{0,8}")
          && Integer.parseInt(step) < ((List<?>) at).size()) {
        at = ((List<?>) at).get(Integer.parseInt(step));
      } else {
        throw new HttpException("the answer has no part " + String.join("/", steps));
      }
    }
    return at;
  }
}
