package io.understudy.value.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.view.FrozenText;
import io.understudy.value.view.StandardShapes;
import java.io.StringReader;
import java.util.Collections;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class DomShapesTest {
  private static Document parse(String text, boolean withNamespaces) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(withNamespaces);
    factory.setExpandEntityReferences(false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static void checkSameAsText(String text) throws Exception {
    assertThat(FrozenText.frozen(parse(text, true)))
        .isEqualTo(FrozenText.frozen(Documents.xml(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a/>",
        "<a>x</a>",
        "<a> </a>",
        "<a id='1'>x</a>",
        "<a>x<!-- c -->y<![CDATA[<z>]]></a>",
        "<a> <b>1</b> <c/> </a>",
        "<a><b>1</b><c/><b>2</b></a>",
        "<a>one <b>two</b> three</a>",
        "<a xml:space='preserve'> <b/></a>",
        "<a xml:space='preserve'><c xml:space='default'> <b/></c></a>",
        "<p:a xmlns:p='urn:x'><b p:c='1'>1</b></p:a>",
        "<a xmlns='urn:x'><b xmlns=''/></a>",
        "<a xml:lang='de' z='1' b='2'/>",
        "<a>&lt;&#65;</a>",
        "<?p x?><a><?q y?></a><!-- end -->",
      })
  void documentIsReadLikeItsText(String text) throws Exception {
    checkSameAsText(text);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void generatedDocumentIsReadLikeItsText(@ForAll("elements") String text) throws Exception {
    checkSameAsText("<r xmlns:p='urn:p'>" + text + "</r>");
  }

  @Provide
  Arbitrary<String> elements() {
    return elements(5);
  }

  /** Returns the content of an element, with at most so many levels. */
  private static Arbitrary<String> elements(int depth) {
    Arbitrary<String> leaf = Arbitraries.of("", " ", "x", "<!-- c -->", "<![CDATA[ ]]>", "&amp;");
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<String> inside = elements(depth - 1);
    Arbitrary<String> tag =
        Arbitraries.of(
            "<a>%</a>",
            "<b k='1'>%</b>",
            "<p:a>%</p:a>",
            "<a xmlns='urn:a'>%</a>",
            "<b xml:space='preserve'>%</b>",
            "<b p:k='2' xml:space='default'>%</b>");
    return Arbitraries.oneOf(
        leaf,
        Combinators.combine(tag, inside).as((around, in) -> around.replace("%", in)),
        Combinators.combine(inside, inside).as((first, second) -> first + second));
  }

  @Test
  void singleNodes() throws Exception {
    Document document = parse("<a id='7'>text<!--note--><?p data?><![CDATA[c]]><b>1</b></a>", true);
    Element root = document.getDocumentElement();

    assertThat(FrozenText.frozen(root.getAttributeNode("id"))).isEqualTo("7");
    assertThat(FrozenText.frozen(root.getChildNodes().item(0))).isEqualTo("text");
    assertThat(FrozenText.frozen(root.getChildNodes().item(1))).isEqualTo("note");
    assertThat(FrozenText.frozen(root.getChildNodes().item(2))).isEqualTo("data");
    assertThat(FrozenText.frozen(root.getChildNodes().item(3))).isEqualTo("c");
    assertThat(FrozenText.frozen(root.getLastChild())).isEqualTo("{b = 1}");
    assertThat(FrozenText.frozen(document.createTextNode(""))).isEmpty();
  }

  @Test
  void fragmentIsReadLikeTheContentOfAnElement() throws Exception {
    Document document = parse("<a/>", true);
    DocumentFragment fragment = document.createDocumentFragment();

    assertThat(FrozenText.frozen(fragment)).isEmpty();
    fragment.appendChild(document.createElement("b")).setTextContent("1");
    fragment.appendChild(document.createElement("b")).setTextContent("2");
    assertThat(FrozenText.frozen(fragment)).isEqualTo("{b = [1, 2]}");
  }

  @Test
  void treeWithoutNamespacesKeepsItsNames() throws Exception {
    assertThat(
            FrozenText.frozen(
                parse("<p:a xmlns:p='urn:x' p:c='1' xml:lang='de'><p:b/></p:a>", false)))
        .isEqualTo("{p:a = {@p:c = 1, @xml:lang = de, @xmlns:p = urn:x, p:b = }}");
  }

  @Test
  void entityReferenceIsItsContent() throws Exception {
    Document document = parse("<!DOCTYPE a [<!ENTITY e 'x<b/>y'>]><a>&e;</a>", true);

    assertThat(FrozenText.frozen(document)).isEqualTo("{a = {#content = [x, {b = }, y]}}");
  }

  @Test
  void nodeWithoutContentIsOpaque() throws Exception {
    Document document = parse("<!DOCTYPE a [<!ENTITY e 'x'>]><a/>", true);

    assertThat(FrozenText.frozen(document.getDoctype()))
        .startsWith("uncapturable: reading ")
        .endsWith(" threw java.lang.IllegalArgumentException");
  }

  @Test
  void deepTreeIsReadWithoutRecursion() throws Exception {
    Document document = parse("<a/>", true);
    Element at = document.getDocumentElement();
    for (int i = 0; i < 5_000; i++) {
      at = (Element) at.appendChild(document.createElement("a"));
    }

    assertThat(FrozenText.freeze(document).size()).isEqualTo(1);
    assertThat(StandardShapes.of(document).size(document)).isEqualTo(1);
  }

  @Test
  void elementsOfDocumentsAreUnmodifiable() throws Documents.Malformed {
    XmlNode node = (XmlNode) Documents.xml("<a/>");

    assertThat(node.entries()).isEqualTo(Collections.singletonMap("a", ""));
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> node.entries().put("b", ""))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
