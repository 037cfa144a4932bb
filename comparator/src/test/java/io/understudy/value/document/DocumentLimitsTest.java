package io.understudy.value.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits and messages of the readers of JSON and XML texts. */
class DocumentLimitsTest {
  private static String repeat(String text, int count) {
    return String.join("", Collections.nCopies(count, text));
  }

  @Test
  void jsonOfThousandLevelsIsRead() throws Documents.Malformed {
    Object at = Documents.json(repeat("[", 1000) + repeat("]", 1000));
    int levels = 1;
    for (; !((List<?>) java.util.Objects.requireNonNull(at)).isEmpty(); levels++) {
      at = ((List<?>) at).get(0);
    }

    assertThat(levels).isEqualTo(1000);
  }

  @Test
  void jsonOfMoreLevelsIsRejected() {
    assertThatThrownBy(() -> Documents.json(repeat("[", 1001) + repeat("]", 1001)))
        .hasMessage("not JSON: more than 1000 levels at line 1, column 1002");
    assertThatThrownBy(() -> Documents.json(repeat("{\"a\":", 1001)))
        .hasMessageStartingWith("not JSON: more than 1000 levels at line 1, column ");
  }

  @Test
  void levelsThatAreClosedDoNotCount() throws Documents.Malformed {
    assertThat((List<?>) Documents.json("[" + repeat("[[]],", 2000) + "[]]")).hasSize(2001);
  }

  @Test
  void numberOfTenThousandDigitsIsRead() throws Documents.Malformed {
    assertThat(Documents.json(repeat("7", 10_000))).isEqualTo(new BigDecimal(repeat("7", 10_000)));
    assertThatThrownBy(() -> Documents.json(repeat("7", 10_001)))
        .hasMessage("not JSON: a number out of range at line 1, column 10002");
  }

  @Test
  void scaleOfTenThousandIsRead() throws Documents.Malformed {
    assertThat(Documents.json("1e10000")).isEqualTo(new BigDecimal("1e10000"));
    assertThat(Documents.json("1E-10000")).isEqualTo(new BigDecimal("1e-10000"));
    assertThat(Documents.json("-1.5e+9999")).isEqualTo(new BigDecimal("-1.5e9999"));
    assertThatThrownBy(() -> Documents.json("1e10001")).hasMessageContaining("out of range");
    assertThatThrownBy(() -> Documents.json("1e-10001")).hasMessageContaining("out of range");
    assertThatThrownBy(() -> Documents.json("0.1e-10000")).hasMessageContaining("out of range");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[|not JSON: the text ends early at line 1, column 2",
        "{|not JSON: the text ends early at line 1, column 2",
        "{1}|not JSON: \" expected at line 1, column 2",
        "{\"a\" 1}|not JSON: : expected at line 1, column 6",
        "[1 2]|not JSON: , expected at line 1, column 4",
        "[1,|not JSON: the text ends early at line 1, column 4",
        "[x]|not JSON: a value expected at line 1, column 2",
        "-|not JSON: the text ends early at line 1, column 2",
        "-x|not JSON: a value expected at line 1, column 2",
        "1.x|not JSON: a value expected at line 1, column 3",
        "1e|not JSON: the text ends early at line 1, column 3",
        "1e+x|not JSON: a value expected at line 1, column 4",
        "\"a|not JSON: the text ends early at line 1, column 3",
        "\"\\|not JSON: an escape that JSON does not have at line 1, column 3",
        "\"\\x\"|not JSON: an escape that JSON does not have at line 1, column 3",
        "\"\\u12\"|not JSON: an escape that JSON does not have at line 1, column 4",
        "\"\\u12G4\"|not JSON: an escape that JSON does not have at line 1, column 6",
        "true false|not JSON: more text after its end at line 1, column 6",
        "trux|not JSON: a value expected at line 1, column 1",
      })
  void messageOfMalformedJson(String text, String message) {
    assertThatThrownBy(() -> Documents.json(text))
        .isInstanceOf(Documents.Malformed.class)
        .hasMessage(message);
  }

  @Test
  void positionCountsLinesAndColumns() {
    assertThatThrownBy(() -> Documents.json("[1,\n 2,\n\n  x]"))
        .hasMessage("not JSON: a value expected at line 4, column 3");
    assertThatThrownBy(() -> Documents.json("[\"a\nb\"]"))
        .hasMessage("not JSON: a control character within a text at line 1, column 4");
    assertThatThrownBy(() -> Documents.xml("<a>\r\n  <b/>\r\n</c>"))
        .hasMessage("not XML: the end of another element than the last at line 3, column 4");
  }

  @Test
  void escapesOfJson() throws Documents.Malformed {
    assertThat(Documents.json("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\uD83D\\uDE00\""))
        .isEqualTo("\"\\/\b\f\n\r\tA\ud83d\ude00");
    assertThat(Documents.json("\"\\ud800\"")).isEqualTo("\ud800");
  }

  @Test
  void namesOfJsonKeepTheirOrder() throws Documents.Malformed {
    assertThat((Map<?, ?>) Documents.json("{\"b\":1,\"\":2,\"a\":3}"))
        .hasToString("{b=1, =2, a=3}");
  }

  @Test
  void exceptionHasNoStackTrace() {
    assertThatThrownBy(() -> Documents.json("x"))
        .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
  }

  @Test
  void xmlOfThousandLevelsIsRead() throws Documents.Malformed {
    String text = repeat("<a>", 1000) + "x" + repeat("</a>", 1000);

    assertThat(Documents.xml(text).toString()).endsWith("x" + repeat("}", 1000));
    assertThatThrownBy(() -> Documents.xml("<a>" + text + "</a>"))
        .hasMessage("not XML: more than 1000 levels at line 1, column 3002");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|not XML: the text ends early at line 1, column 1",
        "<a>|not XML: the text ends early at line 1, column 4",
        "x|not XML: < expected at line 1, column 1",
        "<a/><b/>|not XML: a second root at line 1, column 6",
        "<1/>|not XML: a name expected at line 1, column 2",
        "<a b/>|not XML: = expected at line 1, column 5",
        "<a b=1/>|not XML: ' expected at line 1, column 6",
        "<a b='1|not XML: an attribute's value does not end at line 1, column 8",
        "<a b='<'/>|not XML: an attribute's value does not end at line 1, column 7",
        "<a b='1' b='2'/>|not XML: an attribute that stands there twice at line 1, column 15",
        "<a></b>|not XML: the end of another element than the last at line 1, column 7",
        "<a>&x;</a>|not XML: a reference to an entity that is not one of XML's own at line 1, column 5",
        "<a>&#;</a>|not XML: a reference to no character at line 1, column 6",
        "<a>&#xD800;</a>|not XML: a reference to no character at line 1, column 11",
        "<a>&#99999999;</a>|not XML: a reference to no character at line 1, column 13",
        "<a>&#65</a>|not XML: ; expected at line 1, column 8",
        "<a>]]></a>|not XML: ]]> within text at line 1, column 4",
        "<a><!-- x</a>|not XML: -- is missing at line 1, column 8",
        "<a><!-- -- --></a>|not XML: > expected at line 1, column 11",
        "<a><![CDATA[x</a>|not XML: ]]> is missing at line 1, column 13",
        "<a><?xml?></a>|not XML: a processing instruction expected at line 1, column 9",
        "<p:a/>|not XML: a prefix that no namespace is declared for at line 1, column 5",
        "<a:b:c/>|not XML: a name with a colon in the wrong place at line 1, column 7",
        "<a xmlns:p=''/>|not XML: a namespace that cannot be declared so at line 1, column 14",
        "<?xml version='2.0'?><a/>|not XML: an XML declaration of version 1.0 expected at line 1, column 22",
      })
  void messageOfMalformedXml(String text, String message) {
    assertThatThrownBy(() -> Documents.xml(text))
        .isInstanceOf(Documents.Malformed.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version='1.0'?><a/>",
        "<?xml version = \"1.0\" standalone='yes' ?><a/>",
        "<?xml\tversion='1.0' encoding='iso-8859-1' standalone='no'?>\n<a></a >",
        "<a/>\n<!-- after -->\n<?p?>",
        "<!----><a></a>",
        "<?p a ? b?><a/>",
      })
  void textAroundTheRootIsSkipped(String text) throws Documents.Malformed {
    assertThat(Documents.xml(text)).hasToString("{a=}");
  }

  @Test
  void charactersOutsideTheBasicPlane() throws Documents.Malformed {
    assertThat(Documents.xml("<a>&#x1F600;\ud83d\ude00</a>"))
        .hasToString("{a=\ud83d\ude00\ud83d\ude00}");
    assertThat(Documents.xml("<\ud800\udc00/>")).hasToString("{\ud800\udc00=}");
  }
}
