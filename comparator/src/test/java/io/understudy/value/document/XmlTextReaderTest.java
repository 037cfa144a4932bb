package io.understudy.value.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.Comparison;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.view.StandardShapes;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

class XmlTextReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a/>|{a=}",
        "<a>x</a>|{a=x}",
        "<a> </a>|{a= }",
        "<a>x<!-- c -->y<![CDATA[<z>]]></a>|{a=xy<z>}",
        "<a id='1'/>|{a={@id=1}}",
        "<a id='1'>x</a>|{a={@id=1, #text=x}}",
        "<a z='1' b='2'/>|{a={@b=2, @z=1}}",
        "<a> <b>1</b> <c/> </a>|{a={b=1, c=}}",
        "<a><b>1</b><b>2</b></a>|{a={b=[1, 2]}}",
        "<a><b>1</b><c/><b>2</b></a>|{a={#content=[{b=1}, {c=}, {b=2}]}}",
        "<a>one <b>two</b> three</a>|{a={#content=[one , {b=two},  three]}}",
        "<a xml:space='preserve'> <b/></a>|{a={@xml:space=preserve, #content=[ , {b=}]}}",
        "<a>&lt;&#65;&#x42;&amp;&apos;</a>|{a=<AB&'}",
        "<?xml version=\"1.0\" encoding='UTF-8'?><!-- c --><a/><?p x?>|{a=}",
      })
  void element(String text, String seen) throws Documents.Malformed {
    assertThat(Documents.xml(text)).hasToString(seen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p:a xmlns:p='urn:x'><p:b/></p:a>|{a={#namespace=urn:x, b=}}",
        "<a xmlns='urn:x'><b/></a>|{a={#namespace=urn:x, b=}}",
        "<p:a xmlns:p='urn:x'><b>1</b></p:a>|{a={#namespace=urn:x, b={#namespace=, #text=1}}}",
        "<a xmlns='urn:x'><b xmlns=''/></a>|{a={#namespace=urn:x, b={#namespace=}}}",
        "<a xmlns:p='urn:x' p:c='1'/>|{a={@{urn:x}c=1}}",
        "<a xml:lang='de'/>|{a={@xml:lang=de}}",
      })
  void namespaces(String text, String seen) throws Documents.Malformed {
    assertThat(Documents.xml(text)).hasToString(seen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a xmlns='urn:x'><b/></a>|<p:a xmlns:p='urn:x'><p:b/></p:a>|equal",
        "<a xmlns='urn:x'/>|<a xmlns='urn:y'/>|/a/#namespace",
        "<a x='1' y='2'/>|<a y='2' x='1'/>|equal",
        "<a><b/>\t  <c/></a>|<a><b/><c/></a>|equal",
        "<a><b/><c/></a>|<a><c/><b/></a>|/a ORDER",
        "<a><b/><c/></a>|<a><b/><c/><d/></a>|/a/d EXTRA",
        "<a><b/><c/></a>|<a><x/><b/><c/></a>|/a/x EXTRA",
        "<a><b>1</b><b>2</b></a>|<a><b>2</b><b>1</b></a>|/a/b ORDER",
        "<a> x</a>|<a>x</a>|/a VALUE",
        "<a>1.0</a>|<a>1</a>|/a VALUE",
        "<a>x</a>|<b>x</b>|/a MISSING",
      })
  void documentsAreComparedByContent(String control, String candidate, String verdict)
      throws Documents.Malformed {
    Comparison comparison =
        Differ.with(Rules.none()).compare(Documents.xml(control), Documents.xml(candidate));

    assertThat(comparison.isEqual() ? "equal" : comparison.differences().toString())
        .contains(verdict);
  }

  private static final String[] MALFORMED = {
    "",
    " ",
    "x",
    "<a>",
    "<a></b>",
    "<a/><b/>",
    "<a b=1/>",
    "<a b='1' b='2'/>",
    "<a b='1'c='2'/>",
    "<a b='<'/>",
    "<a>&nbsp;</a>",
    "<a>&#0;</a>",
    "<a>&#xFFFF;</a>",
    "<a>&lt</a>",
    "<a>]]></a>",
    "<a><!-- a -- b --></a>",
    "<a><?xml version='1.0'?></a>",
    " <?xml version='1.0'?><a/>",
    "<1a/>",
    "<a:/>",
    "<a:b/>",
    "<a:b:c/>",
    "<a xmlns:p=''/>",
    "<a xmlns:xml='urn:x'/>",
    "<a xmlns:xmlns='urn:x'/>",
    "<a x:b='1'/>",
    "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='1'/>",
    "<a\u0001/>",
    "<a>\u0001</a>",
    "<a/>x",
    "<a/ >",
    "< a/>",
    "<a><b></a></b>",
    "<a b/>",
    "<a b='1/>",
    "<![CDATA[x]]>",
    "<a><![CDATA[x]]</a>",
    "<a>&#12a;</a>",
    "<a xmlns:='u'/>",
    "<a>&amp</a>",
    "<a></a",
    "<a",
    "<?p",
    "<!--",
    "<a>\ud800</a>"
  };

  /** The name in journals does not follow the package of the class. */
  @Test
  void typeNameInJournalsIsStable() throws Documents.Malformed {
    assertThat(StandardShapes.of(Documents.xml("<a/>")).typeName())
        .isEqualTo("io.understudy.value." + "XmlNode");
  }

  @Test
  void whiteSpaceOfLinesAndAttributes() throws Documents.Malformed {
    assertThat(Documents.xml("<a b='x\ny'/>")).hasToString("{a={@b=x y}}");
    assertThat(Documents.xml("<a>x\r\ny\rz</a>")).hasToString("{a=x\ny\nz}");
  }

  // The parser of the JVM accepts these texts.
  @ParameterizedTest
  @ValueSource(
      strings = {"<?xml version='1.0' encoding='?'?><a/>", "<:a/>", "<?xml version='1.1'?><a/>"})
  void textsThatOnlyTheJvmParserAccepts(String text) {
    assertThatThrownBy(() -> Documents.xml(text)).isInstanceOf(Documents.Malformed.class);
  }

  static String[] malformed() {
    return MALFORMED;
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("malformed")
  void malformedTextIsRejected(String text) {
    assertThatThrownBy(() -> Documents.xml(text))
        .isInstanceOf(Documents.Malformed.class)
        .hasMessageMatching("not XML: .* at line \\d+, column \\d+");
    assertThat(isWellFormed(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY x 'xx'><!ENTITY y '&x;&x;'>]><a>&y;</a>",
      })
  void documentTypeIsRejected(String text) {
    assertThatThrownBy(() -> Documents.xml(text))
        .isInstanceOf(Documents.Malformed.class)
        .hasMessage(
            "not XML: a document type declaration, which is never read, at line 1, column 1");
  }

  @Test
  void depthIsBounded() {
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      deep.append("<a>");
    }

    assertThatThrownBy(() -> Documents.xml(deep.toString()))
        .hasMessageStartingWith("not XML: more than 1000 levels at line 1");
  }

  @Test
  void systemPropertiesHaveNoEffect() throws Documents.Malformed {
    String key = "javax.xml.parsers.SAXParserFactory";
    System.setProperty(key, "com.acme.Gone");
    try {
      assertThat(Documents.xml("<a/>")).hasToString("{a=}");
    } finally {
      System.clearProperty(key);
    }
  }

  /** The reader accepts exactly the texts that the JVM parser finds well-formed. */
  @Property
  void acceptsTheSameTextsAsTheJvmParser(@ForAll("almostXml") String text) {
    assertThat(isRead(text)).as(text).isEqualTo(isWellFormed(text));
  }

  @Provide
  Arbitrary<String> almostXml() {
    return Arbitraries.of(
            "<a>",
            "</a>",
            "<b x='1'>",
            "</b>",
            "<c/>",
            "t",
            " ",
            "&lt;",
            "&#65;",
            "<!--c-->",
            "<?p q?>",
            "<![CDATA[d]]>",
            "<p:a xmlns:p='u'>",
            "</p:a>",
            "<p:d/>",
            "xmlns='v'",
            "&",
            "<",
            ">",
            "'",
            "]]>",
            "<e f=\"g>h\"/>",
            "<e x='1' x='2'/>",
            "é",
            "\r\n")
        .list()
        .ofMaxSize(8)
        .map(parts -> "<r>" + String.join("", parts) + "</r>");
  }

  private static boolean isRead(String text) {
    try {
      Documents.xml(text);
      return true;
    } catch (Documents.Malformed malformed) {
      return false;
    }
  }

  private static boolean isWellFormed(String text) {
    try {
      DocumentBuilderFactory factory =
          DocumentBuilderFactory.newInstance(
              "com.sun.org.apache.xerces.internal.jaxp.DocumentBuilderFactoryImpl", null);
      factory.setNamespaceAware(true);
      javax.xml.parsers.DocumentBuilder parser = factory.newDocumentBuilder();
      parser.setErrorHandler(new Silent());
      parser.parse(new InputSource(new StringReader(text)));
      return true;
    } catch (SAXException malformed) {
      return false;
    } catch (ParserConfigurationException | IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static final class Silent implements ErrorHandler {
    @Override
    public void warning(SAXParseException warning) {}

    @Override
    public void error(SAXParseException error) throws SAXException {
      throw error;
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
      throw error;
    }
  }
}
