package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} prints about arguments that are built by their shape. */
final class MappingCheckTest {
  private static final String[] CLASSES = {
    "package old; import java.util.*; public class Order { Customer customer; List<Line> lines;"
        + " Status status; Date at; }",
    "package old; public class Customer { String name; String flags; }",
    "package old; public class Line { String sku; double price; int[] counts; Line parent; }",
    "package old; public enum Status { A, B }",
    "package old; import java.util.List; public class Shop { int rebate; public int quote(Order order, int count) { return"
        + " 1; } public static int total(List<Line> lines) { return 1; }"
        + " public int text(Order order, int count) { return 1; } }",
    "package next; import java.util.*; public class Order { private final Customer customer;"
        + " private List<Line> lines; private String status; private java.time.Instant at;"
        + " public Order(Customer customer) { this.customer = customer; }"
        + " public void setLines(List<Line> lines) { this.lines = lines; } }",
    "package next; public interface Customer {}",
    "package next; public final class Person implements Customer { final String name;"
        + " private Person(Builder b) { name = b.name; } public static Builder builder() { return new"
        + " Builder(); } public static class Builder { String name; public Builder name(String n) {"
        + " name = n; return this; } public Person build() { return new Person(this); } } }",
    "package next; import java.util.*; public class Line { String sku; double price;"
        + " List<Integer> counts; Line parent; }",
    "package next; public class Shop { public static int quote(Order order, long count) { return 1;"
        + " } public static int total(java.util.Collection<Line> lines) { return 1; } public static"
        + " int selected(java.util.List<Line> lines, String currency, String json, java.util.Map<String,"
        + " Object> shop) { return 1; } public static int wrong(boolean order, int count) { return 1; }"
        + " public static Object[] adapt(Order order) { return null; } }",
  };

  @TempDir Path directory;

  private List<String> page(String... keys) throws Exception {
    Path classes = Sources.compile(directory.resolve("classes"), CLASSES);
    List<String> page =
        new ArrayList<>(CheckFixture.callPoint(directory, classes.toString(), keys));
    page.removeIf(line -> line.matches("  (control|candidate) .*"));
    return page;
  }

  @Test
  void everyPlaceThatCannotFitIsAnError() throws Exception {
    assertThat(page("name: q", "control: old.Shop#quote", "candidate: next.Shop#quote"))
        .containsExactly(
            "DOES NOT FIT  q",
            "  mapping    parameter 1, next.Order, is /0, a old.Order",
            "             /0: old.Order to next.Order by its constructor(customer)",
            "             /0/lines/*: old.Line to next.Line by its constructor()",
            "  mapping    parameter 2, long, is /1, a int",
            "  error      /0/customer (old.Customer): next.Customer is an interface: name the class to"
                + " build under types: { old.Customer: … }");
  }

  @Test
  void configuredMappingFits() throws Exception {
    assertThat(
            page(
                "name: q",
                "control: old.Shop#quote",
                "candidate: next.Shop#quote",
                "types: { Customer: next.Person }",
                "drop: [ /0/customer/flags ]"))
        .containsExactly(
            "fits          q",
            "  mapping    parameter 1, next.Order, is /0, a old.Order",
            "             /0: old.Order to next.Order by its constructor(customer)",
            "             /0/customer: old.Customer to next.Person by its builder()",
            "             /0/lines/*: old.Line to next.Line by its constructor()",
            "  mapping    parameter 2, long, is /1, a int");
  }

  @Test
  void elementsAreConvertedByTheirDeclaredTypes() throws Exception {
    assertThat(
            page(
                "name: t",
                "control: old.Shop#total",
                "candidate: next.Shop#total",
                "drop: [ '/0/*/none' ]"))
        .containsExactly(
            "fits          t",
            "  mapping    parameter 1, java.util.Collection<next.Line>, is /0, a"
                + " java.util.List<old.Line>",
            "             /0/*: old.Line to next.Line by its constructor()",
            "  warning    drop: no argument has the part /0/*/none");
  }

  @Test
  void selectedPartsAreChecked() throws Exception {
    assertThat(
            page(
                "name: s",
                "control: old.Shop#quote",
                "candidate: next.Shop#selected",
                "arguments: [ /0/lines, { constant: EUR }, { json: /0 }, this ]"))
        .containsExactly(
            "fits          s",
            "  mapping    parameter 1, java.util.List<next.Line>, is /0/lines, a"
                + " java.util.List<old.Line>",
            "             /0/lines/*: old.Line to next.Line by its constructor()",
            "  mapping    parameter 2, java.lang.String, is constant \"EUR\"",
            "  mapping    parameter 3, java.lang.String, is JSON of /0, a old.Order",
            "  mapping    parameter 4, java.util.Map<java.lang.String, java.lang.Object>, is this, a"
                + " old.Shop");
    assertThat(
            page(
                "name: s",
                "control: old.Shop#quote",
                "candidate: next.Shop#quote",
                "arguments: [ /0/line, /2 ]"))
        .contains(
            "  error      /0/line: old.Order has no part line",
            "  error      /2: the control has no argument 2, counted from 0");
  }

  @Test
  void typesThatNeverFitAreRefused() throws Exception {
    assertThat(page("name: w", "control: old.Shop#quote", "candidate: next.Shop#wrong"))
        .contains(
            "  error      the candidate cannot take the control's arguments (old.Order, int); it has"
                + " wrong(boolean, int)");
  }

  @Test
  void adapterTakesTheArguments() throws Exception {
    assertThat(
            page(
                "name: a",
                "control: old.Shop#quote",
                "candidate: next.Shop#selected",
                "arguments: [ /0 ]",
                "types: { Customer: next.Person }",
                "drop: [ /0/customer/flags ]",
                "adapter: next.Shop#adapt"))
        .contains(
            "fits          a",
            "  adapter    next.Shop#adapt(next.Order): java.lang.Object[]",
            "             /0: old.Order to next.Order by its constructor(customer)");
    assertThat(
            page(
                "name: a",
                "control: old.Shop#quote",
                "candidate: next.Shop#selected",
                "adapter: next.Shop#none"))
        .contains("  error      there is no adapter next.Shop#none");
  }
}
