package io.understudy.agent.convert;

import static io.understudy.agent.convert.Conversions.all;
import static io.understudy.agent.convert.Conversions.convert;
import static io.understudy.agent.convert.Conversions.drop;
import static io.understudy.agent.convert.Conversions.refuses;
import static io.understudy.agent.convert.Conversions.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.ArgumentSource;
import io.understudy.agent.config.MappingConfig;
import io.understudy.agent.config.ShapeConfig;
import io.understudy.agent.convert.Conversions.Amount;
import io.understudy.agent.convert.Conversions.Box;
import io.understudy.agent.convert.Conversions.Circle;
import io.understudy.agent.convert.Conversions.Extra;
import io.understudy.agent.convert.Conversions.Line;
import io.understudy.agent.convert.Conversions.Nameless;
import io.understudy.agent.convert.Conversions.Node;
import io.understudy.agent.convert.Conversions.OldA;
import io.understudy.agent.convert.Conversions.OldAmount;
import io.understudy.agent.convert.Conversions.OldBox;
import io.understudy.agent.convert.Conversions.OldCircle;
import io.understudy.agent.convert.Conversions.OldGift;
import io.understudy.agent.convert.Conversions.OldLine;
import io.understudy.agent.convert.Conversions.OldNode;
import io.understudy.agent.convert.Conversions.OldOrder;
import io.understudy.agent.convert.Conversions.OldStatus;
import io.understudy.agent.convert.Conversions.Order;
import io.understudy.agent.convert.Conversions.Status;
import io.understudy.agent.convert.Conversions.Turned;
import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ArgumentConverterTest {
  @Test
  void constructorTakesPartsByTheNamesOfItsParameters() throws Exception {
    Line line = (Line) convert("line", new OldLine("a", 0.5, 3));
    assertThat(line.sku).isEqualTo("a");
    assertThat(line.price).isEqualTo(0.5);
    assertThat(line.quantity).isEqualTo(3);
  }

  @Test
  void exceptionOfAConstructorIsNamedWithItsPlaceAndNoValue() {
    refuses(
        "line",
        new OldLine("a", 0.5, -3),
        "cannot build §Line: java.lang.IllegalArgumentException at /0");
    refuses(
        "lines",
        Arrays.asList(new OldLine("a", 0.5, -3)),
        "cannot build §Line: java.lang.IllegalArgumentException at /0/*");
  }

  @Test
  void partWithoutAPlaceIsRefusedUnlessItIsDropped() throws Exception {
    MappingConfig codes =
        types(
            "OldStatus", new ShapeConfig.Builder().codes(Collections.singletonMap("A", "ACTIVE")));
    refuses(
        "order",
        codes,
        new OldOrder(),
        "/0/flags has no place in §Order; if it is not needed, name it under drop:");
    MappingConfig dropped =
        new MappingConfig(
            null, codes.types(), Collections.singletonList(PathPattern.parse("/0/flags")), null);
    OldOrder old = new OldOrder();
    old.lines.add(new OldLine("a", 1, 2));
    Order order = (Order) convert("order", dropped, old);
    assertThat(order.status).isEqualTo(Status.ACTIVE);
    assertThat(order.at).isEqualTo(Instant.ofEpochMilli(5));
    assertThat(order.lines).hasSize(1);
    assertThat(order.lines.get(0).sku).isEqualTo("a");
  }

  @Test
  void subclassIsConvertedOnlyIfAllItsPartsFit() {
    refuses(
        "lines",
        Arrays.asList(new OldGift()),
        "/0/*/note has no place in §Line; if it is not needed, name it under drop:");
  }

  @Test
  void droppedPartOfAConstructorIsRefused() {
    refuses(
        "line",
        drop("/0/sku"),
        new OldLine("a", 1, 1),
        "/0/sku is dropped, and the constructor of §Line needs it");
  }

  @Test
  void constantOfAnEnumIsFoundByItsName() throws Exception {
    assertThat(convert("status", OldStatus.B)).isEqualTo(Status.B);
    assertThat(convert("status", "B")).isEqualTo(Status.B);
    refuses("status", OldStatus.A, "/0 is a §OldStatus and has no exact counterpart in §Status");
  }

  @Test
  void numberIsConvertedOnlyWhereItsValueStays() throws Exception {
    assertThat(convert("number", 7L)).isEqualTo(7);
    assertThat(convert("number", new BigDecimal("7.00"))).isEqualTo(7);
    assertThat(convert("decimal", 0.5)).isEqualTo(new BigDecimal("0.5"));
    assertThat(convert("decimal", 0.1)).isEqualTo(new BigDecimal(0.1));
    assertThat(convert("binary", new BigDecimal("0.25"))).isEqualTo(0.25);
    assertThat(convert("small", Double.NaN)).isEqualTo(Float.NaN);
    assertThat(convert("small", -0.0)).isEqualTo(-0.0f);
    String inexact = "/0 is a java.lang.%s and has no exact counterpart in %s";
    refuses("number", 1L << 40, String.format(inexact, "Long", "int"));
    refuses("number", 7.5, String.format(inexact, "Double", "int"));
    refuses("decimal", -0.0, String.format(inexact, "Double", "java.math.BigDecimal"));
    refuses("binary", (1L << 53) + 1, String.format(inexact, "Long", "double"));
    refuses("small", 0.1, String.format(inexact, "Double", "float"));
    refuses(
        "binary",
        new BigDecimal("0.1"),
        "/0 is a java.math.BigDecimal and has no exact counterpart in double");
    refuses("number", "7", "/0 is a java.lang.String and has no exact counterpart in int");
    refuses("number", null, "/0 is null and the candidate takes a int");
  }

  @Test
  void objectsThatFitAreUsedAsTheyAre() throws Exception {
    List<Line> fitting = Arrays.asList(new Line("a", 1, 1), null);
    assertThat(convert("lines", fitting)).isSameAs(fitting);
    assertThat(convert("line", fitting.get(0))).isSameAs(fitting.get(0));
    List<Object> mixed = Arrays.asList(fitting.get(0), new OldLine("b", 1, 1));
    List<?> converted = (List<?>) convert("lines", mixed);
    assertThat(converted.get(0)).isSameAs(fitting.get(0));
    assertThat(converted.get(1)).isInstanceOf(Line.class);
  }

  @Test
  void optionalHoldsWhatNullStandsFor() throws Exception {
    assertThat(convert("optional", null)).isEqualTo(Optional.empty());
    assertThat(((Optional<?>) convert("optional", new OldLine("a", 1, 1))).get())
        .isInstanceOf(Line.class);
    assertThat(all("line", MappingConfig.NONE, Optional.empty())[0]).isNull();
  }

  @Test
  void documentHasNamesAsKeys() throws Exception {
    OldOrder order = new OldOrder();
    order.lines.add(new OldLine("a", 1, 2));
    Map<?, ?> document = (Map<?, ?>) convert("document", order);
    assertThat(document.get("status")).isEqualTo("A");
    assertThat(document.get("at")).isEqualTo(new Date(5));
    Map<String, Object> line = new HashMap<>();
    line.put("sku", "a");
    line.put("price", 1.0);
    line.put("quantity", 2);
    assertThat(document.get("lines")).isEqualTo(Collections.singletonList(line));
  }

  @Test
  void jsonHasAllDigitsAndNames() throws Exception {
    OldOrder order = new OldOrder();
    order.lines.add(new OldLine("a\"\n", 1.5, 2));
    MappingConfig json =
        new MappingConfig(
            Collections.singletonList(ArgumentSource.json(0, Collections.emptyList())),
            Collections.emptyMap(),
            Collections.singletonList(PathPattern.parse("/0/flags")),
            null);
    assertThat(convert("text", json, order))
        .isEqualTo(
            "{\"lines\":[{\"sku\":\"a\\\"\\u000a\",\"price\":1.5,\"quantity\":2}],"
                + "\"status\":\"A\",\"at\":\"1970-01-01T00:00:00.005Z\"}");
    assertThatThrownBy(() -> convert("text", json, cycle()))
        .hasMessage("/0/next leads back to itself, which JSON cannot say");
  }

  private static OldNode cycle() {
    OldNode node = new OldNode();
    node.next = node;
    return node;
  }

  @Test
  void cycleIsKept() throws Exception {
    OldNode one = cycle();
    OldNode other = new OldNode();
    other.name = "other";
    other.next = one;
    one.friends.add(other);
    one.friends.add(one);
    Node node = (Node) convert("node", one);
    assertThat(node.next).isSameAs(node);
    assertThat(node.friends).hasSize(2).contains(node);
    refuses(
        "fixed",
        cycle(),
        "/0/next leads back to an object that needs it to be built; use a class with setters");
  }

  @Test
  void setOfACycleThatItsOwnerCopiesIsRefused() {
    OldNode one = cycle();
    one.friends.add(one);
    refuses(
        "copying",
        one,
        "/0/friends belongs to a cycle, and §CopyingNode copies it before it is complete");
  }

  @Test
  void interfaceNeedsAConfiguredClass() throws Exception {
    refuses(
        "shape",
        new OldCircle(),
        "/0 (§OldCircle): §Shape is an interface: name the class to build under types: {"
            + " §OldCircle: … }");
    MappingConfig types =
        types("OldCircle", new ShapeConfig.Builder().className(Circle.class.getName()));
    assertThat(((Circle) convert("shape", types, new OldCircle())).radius).isEqualTo(3);
  }

  @Test
  void configuredClassHasTheTypeArgumentsOfTheDeclaration() throws Exception {
    MappingConfig box = types("OldBox", new ShapeConfig.Builder().className(Box.class.getName()));
    assertThat(((Box<?>) convert("holder", box, new OldBox())).value).isInstanceOf(Line.class);
    refuses(
        "holder",
        types("OldBox", new ShapeConfig.Builder().className(Turned.class.getName())),
        new OldBox(),
        "/0 (§OldBox): the type arguments of §Turned cannot be told from §Holder<§Line>");
  }

  @Test
  void builderTakesPartsByName() throws Exception {
    assertThat(((Nameless) convert("nameless", new OldA())).a).isEqualTo("text");
  }

  @Test
  void partOfTheNewClassWithoutASourceIsRefusedUnlessItsValueIsConfigured() throws Exception {
    refuses(
        "extra",
        new OldA(),
        "/0 (§OldA): §Extra has a part currency, which the control's object does not have; name it"
            + " under types: defaults, constants or parts");
    ShapeConfig.Builder defaults =
        new ShapeConfig.Builder().defaults(Collections.singleton("currency"));
    assertThat(((Extra) convert("extra", types("Extra", defaults), new OldA())).currency)
        .isEqualTo("USD");
    ShapeConfig.Builder constant =
        new ShapeConfig.Builder().constants(Collections.singletonMap("currency", "EUR"));
    assertThat(((Extra) convert("extra", types("Extra", constant), new OldA())).currency)
        .isEqualTo("EUR");
    ShapeConfig.Builder renamed =
        new ShapeConfig.Builder()
            .parts(Collections.singletonMap("a", "currency"))
            .defaults(Collections.singleton("a"));
    assertThat(((Extra) convert("extra", types("OldA", renamed), new OldA())).currency)
        .isEqualTo("text");
  }

  @Test
  void partThatAnotherConstructorTakesIsNotLeftToTheChosenOne() throws Exception {
    refuses(
        "amount",
        new OldAmount(),
        "/0 (§OldAmount): §Amount has a part currency, which the control's object does not have;"
            + " name it under types: defaults, constants or parts");
    ShapeConfig.Builder defaults =
        new ShapeConfig.Builder().defaults(Collections.singleton("currency"));
    assertThat(((Amount) convert("amount", types("Amount", defaults), new OldAmount())).currency)
        .isEqualTo("USD");
    ShapeConfig.Builder constant =
        new ShapeConfig.Builder().constants(Collections.singletonMap("currency", "EUR"));
    assertThat(((Amount) convert("amount", types("Amount", constant), new OldAmount())).currency)
        .isEqualTo("EUR");
  }

  @Test
  void configuredNamesOfAConstructorReplaceItsOwn() throws Exception {
    ShapeConfig.Builder names =
        new ShapeConfig.Builder().constructor(Arrays.asList("sku", "price", "quantity"));
    assertThat(((Line) convert("line", types("Line", names), new OldLine("a", 1, 2))).sku)
        .isEqualTo("a");
    refuses(
        "line",
        types("Line", new ShapeConfig.Builder().constructor(Arrays.asList("sku", "price"))),
        new OldLine("a", 1, 2),
        "/0 (§OldLine): cannot build §Line: it has no constructor with parameters [sku, price]");
  }

  @Test
  void partsAndConstantsAreSelected() throws Exception {
    OldOrder order = new OldOrder();
    order.lines.add(new OldLine("a", 1, 2));
    MappingConfig mapping =
        new MappingConfig(
            Arrays.asList(
                ArgumentSource.part(1, Arrays.asList("lines", "0")),
                ArgumentSource.constant("EUR")),
            Collections.emptyMap(),
            Collections.emptyList(),
            null);
    Object[] made = all("two", mapping, "ignored", order);
    assertThat(((Line) made[0]).sku).isEqualTo("a");
    assertThat(made[1]).isEqualTo("EUR");
    order.lines.clear();
    assertThatThrownBy(() -> all("two", mapping, "ignored", order))
        .hasMessage("/1/lines (java.util.ArrayList) has no part 0");
  }

  @Test
  void decimalConstantIsTheDoubleThatPrintsAsIt() throws Exception {
    assertThat(convert("binary", constant("0.1"), "ignored")).isEqualTo(0.1);
    assertThat(convert("small", constant("0.1"), "ignored")).isEqualTo(0.1f);
    refuses(
        "binary",
        constant("0.1000000000000000055"),
        "ignored",
        "/constant is a java.math.BigDecimal and has no exact counterpart in double");
  }

  private static MappingConfig constant(String decimal) {
    return new MappingConfig(
        Collections.singletonList(ArgumentSource.constant(new BigDecimal(decimal))),
        Collections.emptyMap(),
        Collections.emptyList(),
        null);
  }

  @Test
  void keysOfOneNameAreNoJson() {
    Map<Object, Object> source = new HashMap<>();
    source.put("A", 1);
    source.put(OldStatus.A, 2);
    MappingConfig json =
        new MappingConfig(
            Collections.singletonList(ArgumentSource.json(0, Collections.emptyList())),
            Collections.emptyMap(),
            Collections.emptyList(),
            null);
    refuses("text", json, source, "/0 has two keys of one name, which JSON cannot say");
  }

  @Test
  void deepObjectsAreRefusedWithAReason() {
    OldNode first = new OldNode();
    OldNode last = first;
    for (int i = 0; i < 200_000; i++) {
      last.next = new OldNode();
      last = last.next;
    }
    refuses("node", first, "the arguments are nested too deeply to be converted");
  }
}
