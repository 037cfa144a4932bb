package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} prints about a candidate whose classes have names of the application's. */
final class IsolationCheckTest {
  private static final String SHOP =
      "package shop; import java.util.List; public class Shop { public int quote(Cart cart,"
          + " List<Cart> all) { return 1; } public int raw(List all) { return 1; } }";

  @TempDir Path directory;
  private Path application;

  @BeforeEach
  void compile() throws Exception {
    application =
        Sources.compile(
            directory.resolve("application"),
            SHOP,
            "package shop; public class Cart { String sku; int count; String flags; }");
    Sources.compile(
        directory.resolve("next"),
        SHOP,
        "package shop; public class Cart { String sku; long count; }");
  }

  private List<String> page(String control, String candidate, String... keys) throws Exception {
    String[] all = new String[keys.length + 3];
    all[0] = "name: q";
    all[1] = "control: shop.Shop#" + control;
    all[2] = "candidate: { class: shop.Shop, method: " + candidate + ", classpath: [next] }";
    System.arraycopy(keys, 0, all, 3, keys.length);
    return CheckFixture.callPoint(directory, application.toString(), all);
  }

  @Test
  void partsOfBothClassesAreCompared() throws Exception {
    assertThat(page("quote", "quote"))
        .contains(
            "DOES NOT FIT  q",
            "             /0: shop.Cart to shop.Cart by its constructor()",
            "             /1/*: shop.Cart to shop.Cart by its constructor()",
            "  error      /0/flags has no place in shop.Cart; if it is not needed, write drop: ["
                + " \"/0/flags\" ]",
            "  error      /1/*/flags has no place in shop.Cart; if it is not needed, write drop: ["
                + " \"/1/*/flags\" ]",
            "  mapping    parameter 1, shop.Cart, is not the application's class of this name; to"
                + " pass it as it is, write shared: [shop]");
  }

  @Test
  void droppedPartsFit() throws Exception {
    assertThat(page("quote", "quote", "drop: [ /0/flags, /1/*/flags ]"))
        .contains("fits          q");
  }

  @Test
  void listWithoutATypeArgumentIsPassedAsItIs() throws Exception {
    assertThat(page("raw", "raw"))
        .contains("fits          q")
        .noneMatch(line -> line.contains("mapping"));
  }

  @Test
  void fewerArgumentsAreSelected() throws Exception {
    assertThat(page("quote", "raw", "arguments: [ /1 ]")).contains("fits          q");
  }
}
