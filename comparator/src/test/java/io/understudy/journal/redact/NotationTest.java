package io.understudy.journal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets in another notation than at their covered place. */
final class NotationTest {
  private static Secrets secrets(String... texts) {
    Secrets secrets = new Secrets();
    for (String text : texts) {
      secrets.add(text);
    }
    return secrets;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4929000000000000 | 4.929E15 | ***",
        "4929000000000000 | 4.929e+15 | ***",
        "4929000000000000 | 4929000000000000.00 | ***.00",
        "4929000000000000 | 4929E12 | ***",
        "4929000000000000 | limit 4.929E15 exceeded | limit *** exceeded",
        "4929000000000000 | -4.929E15 | -***",
        "4.929E15 | 4929000000000000 | ***",
        "4.929E15 | card 4929 0000 0000 0000. | card ***.",
        "4929123456781234567 | 4.9291234567812342E18 | ***",
        "4929123456781234 | 4929-1234-5678-1234 exp 12/27 | *** exp 12/27",
        "4929123456781234 | 4929.1234.5678.1234 | ***",
        "4929123456781234 | 4,929,123,456,781,234.00 | ***",
        "4929123456781234 | 0004929123456781234 | 000***",
        "4929123456781234 | 4.929.123.456.781.234,00 | ***",
        "078-05-1120 | 78051120 | ***",
        "078-05-1120 | 7.805112E7 | ***",
        "1234567.50 | 1234567.5 | ***",
        "1234567.50 | 1.2345675E6 | ***",
        "0.05 | 0.050 and 5E-2 | ***0 and 5E-2",
        "1.00 | 1 and 2026-01-01 | 1 and 2026-01-01",
        "123456 | 12.34 12/34 | 12.34 12/34",
        "4929123456781234 | 4929123456781235 | 4929123456781235",
        "1E+400 | 10 1E5 | 10 1E5",
      })
  void numbersAreFoundByTheirValue(String secret, String text, String masked) {
    assertThat(secrets(secret).mask(text)).isEqualTo(masked);
  }

  @Test
  void encodingsOfATextAreFound() {
    Secrets secrets = secrets("Müller & Söhne/7");
    String base64 =
        Base64.getEncoder().encodeToString("Müller & Söhne/7".getBytes(StandardCharsets.UTF_8));
    assertThat(secrets.mask("a=M%C3%BCller+%26+S%C3%B6hne%2F7&b")).isEqualTo("a=***&b");
    assertThat(secrets.mask("a=M%c3%bcller%20%26%20S%c3%b6hne%2f7")).isEqualTo("a=***");
    assertThat(secrets.mask("Müller &amp; Söhne/7")).isEqualTo("***");
    assertThat(secrets.mask("Basic " + base64)).startsWith("Basic ***").doesNotContain("TcO8");
    assertThat(secrets.mask("x 4dc3bc6c6c65722026205 x")).isEqualTo("x 4dc3bc6c6c65722026205 x");
    assertThat(secrets.mask("x 4DC3BC6C6C6572202620" + "53C3B6686E652F37")).isEqualTo("x ***");
    assertThat(secrets("say \"hello\"").mask("{\"a\":\"say \\\"hello\\\"\"}"))
        .isEqualTo("{\"a\":\"***\"}");
  }

  @Test
  void numberAsHexIsFound() {
    assertThat(secrets("4929123456781234").mask("id 0x" + Long.toHexString(4929123456781234L)))
        .isEqualTo("id 0x***");
  }

  @Test
  void numberAtTheEndOfACutTextIsSeenWhole() {
    assertThat(secrets("4929123456781234").mask("card 4929 1234 5678 1234", 14))
        .isEqualTo("card ***");
  }

  @Test
  void manyDigitsAreSearchedOnce() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 300_000; i++) {
      text.append(i % 10);
    }
    Secrets secrets = secrets("4929123456781234", "4929123456781235");
    assertThat(secrets.mask(text.toString())).isEqualTo(text.toString());
  }
}
