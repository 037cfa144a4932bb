package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.HttpConfig;
import io.understudy.agent.config.HttpStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpReaderTest {
  private static final String URL = "url: \"http://127.0.0.1:8081/quotes\"";

  private static String yaml(String http, String... others) {
    return "calls:\n  - control: a.Old#q\n    candidate: { http: { "
        + http
        + " } }\n    "
        + String.join("\n    ", others);
  }

  private static CallConfig call(String http) throws Exception {
    return ConfigLoader.parse("u.yaml", yaml(http)).calls().get(0);
  }

  private static HttpConfig http(String http) throws Exception {
    return Objects.requireNonNull(call(http).http());
  }

  private static List<String> refusals(String http, String... others) {
    return Refusals.of(() -> ConfigLoader.parse("u.yaml", yaml(http, others)));
  }

  @Test
  void urlAloneIsRequestedWithGetAndItsWholeAnswerIsTheResult() throws Exception {
    CallConfig call = call(URL);
    HttpConfig http = Objects.requireNonNull(call.http());
    assertThat(call.isHere()).isFalse();
    assertThat(call.candidateText()).isEqualTo("GET http://127.0.0.1:8081/quotes");
    assertThat(http.hasBody()).isFalse();
    assertThat(http.result()).isEmpty();
    assertThat(http.answerBytes()).isEqualTo(1 << 20);
    assertThat(http.origin().connections()).isEqualTo(64);
    assertThat(http.origin().connectTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(http.status(204)).isSameAs(HttpStatus.RETURNS);
    assertThat(http.status(301)).isSameAs(HttpStatus.UNANSWERED);
    assertThat(http.status(500)).isSameAs(HttpStatus.UNANSWERED);
  }

  @Test
  void everyKeyIsRead() throws Exception {
    HttpConfig http =
        http(
            "url: \"https://next.acme.test/c/{/0/id}?currency={this/currency}\", method: PUT,"
                + " headers: { X-Tenant: \"{/0/tenant}\" }, body: { lines: \"{/0/lines}\","
                + " note: \"for {/0/name}\", n: 1.50, list: [ true, null ] }, result:"
                + " /price/~1net, status: { 404: null, 422: { throws: a.Rejected, message:"
                + " /error }, 4xx: unanswered, 409: returns }, connect-timeout: 300ms,"
                + " connections: 8, answer: 2MB, trust: /etc/next.pem");
    assertThat(http.toString())
        .isEqualTo("PUT https://next.acme.test:443/c/{/0/id}?currency={this/currency}");
    assertThat(http.needsReceiver()).isTrue();
    assertThat(http.result()).isEqualTo(Arrays.asList("price", "/net"));
    assertThat(http.status(404)).isSameAs(HttpStatus.NULL);
    assertThat(http.status(409)).isSameAs(HttpStatus.RETURNS);
    assertThat(http.status(400)).isSameAs(HttpStatus.UNANSWERED);
    assertThat(http.status(422).className()).isEqualTo("a.Rejected");
    assertThat(http.status(422).message()).isEqualTo(Collections.singletonList("error"));
    assertThat(http.origin().trust()).isEqualTo("/etc/next.pem");
    assertThat(http.origin().connections()).isEqualTo(8);
    assertThat(http.answerBytes()).isEqualTo(2 << 20);
    assertThat(Objects.requireNonNull(http.body()).names())
        .containsExactly("lines", "note", "n", "list");
  }

  @Test
  void bodyMakesThePostTheDefaultMethodAndNoneMeansNone() throws Exception {
    assertThat(http(URL + ", body: \"{/0}\"").method()).isEqualTo("POST");
    assertThat(http(URL + ", method: POST").hasBody()).isTrue();
    assertThat(http(URL + ", method: POST, body: none").hasBody()).isFalse();
    assertThat(http(URL + ", result: none").result()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'method: GET'|is missing; write the URL of the service",
        "'url: \"ftp://x/y\"'|expected a server such as http://127.0.0.1:8081",
        "'url: \"http://user@x/y\"'|without a user",
        "'url: \"http://{/0/host}/y\"'|without placeholders",
        "'url: \"http://x:99999/y\"'|expected a server",
        "'url: \"http://x/{0}\"'|a path starts with a slash",
        "'url: \"http://x/{}\"'|expected a placeholder",
        "'url: \"http://x/{/0/*}\"'|has a wildcard",
        "'url: \"http://x/{/0\"'|has no end",
        "'url: \"http://x/a b\"'|has a character that a URL cannot have",
        "'url: \"http://x/a#b\"'|has a character that a URL cannot have",
        "'url: \"http://x/y\", trust: f'|applies to https:// alone",
        "'url: \"http://x/y\", method: TRACE'|expected GET, POST, PUT, PATCH or DELETE",
        "'url: \"http://x/y\", headers: { Host: a }'|is set by Understudy",
        "'url: \"http://x/y\", headers: { Understudy-Shadow: a }'|is set by Understudy",
        "'url: \"http://x/y\", headers: { \"a b\": a }'|is no name of a header",
        "'url: \"http://x/y\", headers: { A: \"x\\r\\nB: y\" }'|a header cannot have",
        "'url: \"http://x/y\", method: GET, body: \"{/0}\"'|a GET has no body",
        "'url: \"http://x/y\", result: price'|expected a JSON pointer",
        "'url: \"http://x/y\", status: { 600: null }'|expected a status code such as 404",
        "'url: \"http://x/y\", status: { 404: maybe }'|expected null, returns, unanswered",
        "'url: \"http://x/y\", connections: 0'|expected a whole number from 1 to 4096",
        "'url: \"http://x/y\", timeot: 1s'|there is no such key here"
      })
  void wrongValuesAreRefused(String http, String message) {
    assertThat(refusals(http).toString()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "factory: a.New#make|belongs to a candidate that is a class",
        "arguments: [ /0 ]|belongs to a candidate that is a class",
        "adapter: a.New#adapt|belongs to a candidate that is a class",
        "'compare: { arguments: true }'|has no meaning for a candidate behind HTTP"
      })
  void keysOfCandidatesThatAreClassesAreRefused(String key, String message) {
    assertThat(refusals(URL, key).toString()).contains(message);
  }
}
