package io.understudy.compare.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;
import javax.xml.bind.JAXBElement;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Rows for JSON trees, XML and row sets. */
final class DocumentCases {
  static final String XERCES = "org.apache.xerces.jaxp.DocumentBuilderFactoryImpl";
  private static final String JDK =
      "com.sun.org.apache.xerces.internal.jaxp.DocumentBuilderFactoryImpl";

  private DocumentCases() {}

  static void put(ViewCases cases) throws Exception {
    json(cases);
    xml(cases);
    cases.put("CachedRowSet against a list of maps", rows(), rowsAsMaps());
    cases.put("CachedRowSet against CachedRowSet of the same rows", rows(), rows());
    cases.put("CachedRowSet against fewer rows", rows(), rowsAsMaps().subList(0, 1));
  }

  private static void json(ViewCases cases) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode tree = mapper.readTree("{\"a\": [1, 2.5, \"x\", true, null]}");
    Map<String, Object> map = Collections.singletonMap("a", Arrays.asList(1, 2.5, "x", true, null));
    cases.put("Jackson tree against maps and lists", tree, map);
    cases.put("Jackson tree against another tree", tree, mapper.readTree("{\"a\": [1, 2.5]}"));
    cases.put("Jackson null against null", mapper.readTree("null"), null);
    cases.put(
        "Jackson number 1 against Jackson number 1.0",
        mapper.readTree("1"),
        mapper.readTree("1.0"));
    cases.put(
        "Jackson tree against a bean with the same names",
        mapper.readTree("{\"content\": 1}"),
        new SampleTypes.Box(1));
  }

  private static void xml(ViewCases cases) throws Exception {
    Document plain = dom(JDK, "<o xmlns='urn:x' a='1' b='2'><p>1</p><q/></o>");
    cases.put("DOM of the JVM against DOM of Xerces", plain, dom(XERCES, text()));
    cases.put(
        "DOM against the same with prefixes, other white space and order of attributes",
        plain,
        dom(
            JDK,
            "<x:o b='2' a='1' xmlns:x='urn:x'>\n <x:p>1</x:p>\n <x:q></x:q><!-- c -->\n</x:o>"));
    cases.put(
        "DOM against the same in another namespace",
        plain,
        dom(JDK, text().replace("urn:x", "urn:y")));
    cases.put(
        "DOM against the same elements in another order",
        plain,
        dom(JDK, "<o xmlns='urn:x' a='1' b='2'><q/><p>1</p></o>"));
    cases.put(
        "DOM element against the same in another document",
        plain.getDocumentElement().getFirstChild(),
        dom(JDK, "<p xmlns='urn:x'>1</p>").getDocumentElement());
    cases.put("DOM against its text", plain, text());
    QName name = new QName("urn:x", "a");
    JAXBElement<String> element = new JAXBElement<>(name, String.class, "1");
    cases.put(
        "JAXBElement against JAXBElement of the same name and value",
        element,
        new JAXBElement<>(new QName("urn:x", "a", "p"), String.class, "1"));
    cases.put(
        "JAXBElement against JAXBElement of another name",
        element,
        new JAXBElement<>(new QName("b"), String.class, "1"));
    cases.put("JAXBElement against its value", element, "1");
  }

  private static String text() {
    return "<o xmlns='urn:x' a='1' b='2'><p>1</p><q/></o>";
  }

  static Document dom(String factory, String text) throws Exception {
    DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance(factory, null);
    documents.setNamespaceAware(true);
    return documents.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  /** Two rows; the cursor is at the second. */
  static CachedRowSet rows() throws SQLException {
    CachedRowSet rows = RowSetProvider.newFactory().createCachedRowSet();
    RowSetMetaDataImpl columns = new RowSetMetaDataImpl();
    columns.setColumnCount(2);
    for (int i = 1; i <= 2; i++) {
      columns.setColumnName(i, i == 1 ? "id" : "name");
      columns.setColumnLabel(i, i == 1 ? "id" : "name");
      columns.setColumnType(i, i == 1 ? java.sql.Types.INTEGER : java.sql.Types.VARCHAR);
    }
    rows.setMetaData(columns);
    for (int i = 1; i <= 2; i++) {
      rows.moveToInsertRow();
      rows.updateInt(1, i);
      rows.updateString(2, "n" + i);
      rows.insertRow();
      rows.moveToCurrentRow();
    }
    rows.absolute(2);
    return rows;
  }

  private static List<Map<String, Object>> rowsAsMaps() throws SQLException {
    Map<String, Object> first = new LinkedHashMap<>();
    first.put("id", 1);
    first.put("name", "n1");
    Map<String, Object> second = new LinkedHashMap<>();
    second.put("id", 2);
    second.put("name", "n2");
    boolean backwards = "n2".equals(firstName());
    return backwards ? Arrays.asList(second, first) : Arrays.asList(first, second);
  }

  // The implementation defines where a row is inserted before the first row.
  private static String firstName() throws SQLException {
    CachedRowSet rows = rows();
    rows.first();
    return rows.getString(2);
  }
}
