package io.understudy.agent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.HttpBody;
import io.understudy.agent.config.HttpConfig;
import io.understudy.agent.config.HttpOrigin;
import io.understudy.agent.config.HttpText;
import io.understudy.agent.config.MappingConfig;
import io.understudy.agent.convert.ArgumentParts;
import io.understudy.value.view.Views;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestTemplateTest {
  private static final HttpOrigin ORIGIN = HttpOrigin.parse("http://127.0.0.1:1");

  static final class Customer {
    final String id;
    final BigDecimal limit = new BigDecimal("10.50");
    final LocalDate since = LocalDate.of(2024, 2, 29);
    final List<Integer> codes = Arrays.asList(1, 2);
    final Optional<String> nick = Optional.of("Jo");
    final @Nullable String nothing = null;

    Customer(String id) {
      this.id = id;
    }
  }

  private static HttpConfig.Builder config(String target, String method) {
    return HttpConfig.builder(ORIGIN, HttpText.parse(target), method);
  }

  private static HttpCall request(HttpConfig config, Object... arguments) throws HttpException {
    ArgumentParts parts = new ArgumentParts(MappingConfig.NONE, Views.standard());
    return RequestTemplate.of(config, parts, arguments.length)
        .request(arguments, new Customer("receiver"));
  }

  private static String body(HttpCall call) {
    return new String(call.body, StandardCharsets.UTF_8);
  }

  @Test
  void placeholdersOfTheUrlAreEncoded() throws Exception {
    String target = "/c/{/0/id}/{this/id}?l={/0/limit}&s={/0/since}&n={/0/nick}&b={/1}";
    HttpCall call = request(config(target, "GET").build(), new Customer("a/b ü?&%"), true);
    assertThat(call.target)
        .isEqualTo("/c/a%2Fb%20%C3%BC%3F%26%25/receiver?l=10.50&s=2024-02-29&n=Jo&b=true");
    assertThat(call.body).isNull();
  }

  @Property(tries = 300)
  void everyTextComesBackFromTheUrlOrIsRefused(@ForAll String text) throws Exception {
    HttpConfig config = config("/q?x={/0}", "GET").build();
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      assertThatThrownBy(() -> request(config, text)).isInstanceOf(HttpException.class);
      return;
    }
    String target = request(config, text).target;
    assertThat(target).matches("/q\\?x=[A-Za-z0-9._~%-]*");
    assertThat(URLDecoder.decode(target.substring(5), "UTF-8")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", ""})
  void valueThatWouldChangeThePathIsRefused(String id) {
    HttpConfig config = config("/c/{/0}/quotes", "GET").build();
    assertThatThrownBy(() -> request(config, id))
        .isInstanceOf(HttpException.class)
        .hasMessageContaining("path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{/0/nothing}", "{/0/codes}", "{/0}", "{/0/other}", "{/7}"})
  void placeThatIsNotOneValueIsRefused(String place) {
    HttpConfig config = config("/c?x=" + place, "GET").build();
    assertThatThrownBy(() -> request(config, new Customer("1"))).isInstanceOf(HttpException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb", "a\nb", "a\0b", "ü"})
  void headerWithAnotherCharacterIsRefused(String value) throws Exception {
    Map<String, HttpText> headers = Collections.singletonMap("X-T", HttpText.parse("t {/0}"));
    HttpConfig config = config("/", "GET").headers(headers).build();
    assertThat(request(config, "x").headers).containsEntry("X-T", "t x");
    assertThatThrownBy(() -> request(config, value)).hasMessageContaining("header X-T");
  }

  @Test
  void onlyArgumentIsTheBody() throws Exception {
    assertThat(body(request(config("/", "POST").build(), new Customer("é\"\\\n"))))
        .isEqualTo(
            "{\"id\":\"é\\\"\\\\\\u000a\",\"limit\":10.50,\"since\":\"2024-02-29\","
                + "\"codes\":[1,2],\"nick\":\"Jo\",\"nothing\":null}");
    assertThat(request(config("/", "POST").build()).body).isNull();
    assertThatThrownBy(() -> request(config("/", "POST").build(), 1, 2))
        .hasMessageContaining("the control takes 2 arguments");
  }

  @Test
  void bodyIsWrittenAsConfigured() throws Exception {
    HttpBody tree =
        HttpBody.object(
            Arrays.asList("codes", "text", "brace", "list", "none"),
            Arrays.asList(
                HttpBody.text(HttpText.parse("{/0/codes}")),
                HttpBody.text(HttpText.parse("{/0/id} since {/0/since}")),
                HttpBody.text(HttpText.parse("{{x}")),
                HttpBody.list(
                    Arrays.asList(
                        HttpBody.constant(new BigDecimal("1.50")), HttpBody.constant(true))),
                HttpBody.constant(null)));
    HttpConfig config = config("/", "POST").body(tree).build();
    assertThat(body(request(config, new Customer("7"))))
        .isEqualTo(
            "{\"codes\":[1,2],\"text\":\"7 since 2024-02-29\",\"brace\":\"{x}\","
                + "\"list\":[1.50,true],\"none\":null}");
  }
}
