package io.understudy.tool.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.read.ConfigLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionTest {
  private static final String SERVICE =
      "package com.acme; import java.util.*; public class PricingService {"
          + " public long quote(String sku, int count) { return sku.length() * count; }"
          + " public long quote(String sku) { return quote(sku, 1); }"
          + " public List<String> tags(long id) { return new ArrayList<>(); }"
          + " public void discount(Map<String, Long> prices) { prices.clear(); }"
          + " public void ping(int times) { hashCode(); }"
          + " public Iterator<String> all(int page) { return tags(page).iterator(); }"
          + " public boolean saveQuote(long id) { return id > hashCode(); }"
          + " public void warmUp() { hashCode(); }"
          + " private int scale; public int getScale() { return scale; }"
          + " public void setScale(int scale) { this.scale = scale; }"
          + " static long internal(long a) { return a + 1; }"
          + " public static void main(String[] args) { new PricingService().warmUp(); }"
          + " @Override public String toString() { return \"\" + scale; } }";
  private static final String SHOP =
      "package com.acme; public class Shop { private final PricingService pricing ="
          + " new PricingService(); public long total(int n) { return n *"
          + " pricing.quote(\"a\", n); } }";
  private static final String NEXT =
      "package com.acme.next; import java.util.*; public class Pricing {"
          + " public java.math.BigDecimal quote(String sku, int count) { return null; }"
          + " public Set<String> tags(Long id) { return null; } }";

  @TempDir Path directory;

  @Test
  void page() throws Exception {
    Suggestion suggestion =
        SuggestFixture.from(directory, SERVICE, SHOP, NEXT)
            .candidates("com.acme.next")
            .suggestion();

    assertThat(suggestion.text())
        .isEqualTo(
            String.join(
                "\n",
                "# Proposed by understudy suggest for com.acme, the most promising first.",
                "# Names do not tell everything. Remove methods that write, send or pay,"
                    + " because the",
                "# candidate would do it again. Replace each TODO with the new method; the"
                    + " others were",
                "# found by name only. Then: java -jar understudy-agent.jar check FILE --classpath"
                    + " PATH",
                "#",
                "# 2 classes: 2 with logic.",
                "",
                "application: application  # the name in the journal",
                "",
                "calls:",
                "",
                "  # com.acme.PricingService: named like a service, called from 1 class",
                "  - name: PricingService#quote-String-int",
                "    control: com.acme.PricingService#quote(java.lang.String, int)  # called"
                    + " from 1 class",
                "    candidate: com.acme.next.Pricing#quote  # of a class with a similar name",
                "  - name: PricingService#quote-String",
                "    control: com.acme.PricingService#quote(java.lang.String)",
                "    candidate: TODO#quote",
                "  - control: com.acme.PricingService#tags",
                "    candidate: com.acme.next.Pricing#tags  # of a class with a similar name",
                "  # Not capturable: com.acme.PricingService#all(int): the result:"
                    + " java.util.Iterator can be read only once, so the candidate or the caller"
                    + " would find it empty",
                "  - control: com.acme.PricingService#discount  # void: its arguments are"
                    + " compared after the call",
                "    candidate: TODO#discount",
                "    compare: { arguments: true }",
                "  # Its name or an annotation says that it writes, so the candidate would"
                    + " write too:",
                "  # - control: com.acme.PricingService#saveQuote",
                "  #   candidate: TODO#saveQuote",
                "  - control: com.acme.PricingService#ping  # void, without mutable"
                    + " arguments: only exceptions are compared",
                "    candidate: TODO#ping",
                "",
                "  # com.acme.Shop: no hint of a service",
                "  - control: com.acme.Shop#total",
                "    candidate: TODO#total",
                ""));
    assertThat(suggestion.callPoints()).isEqualTo(6);
    assertThat(ConfigLoader.parse("u.yaml", suggestion.text()).calls()).hasSize(6);
  }

  @Test
  void writingMethodsOnRequest() {
    SuggestFixture suggesting = SuggestFixture.from(directory, SERVICE).writes();

    assertThat(suggesting.lines())
        .contains(
            "  - control: com.acme.PricingService#saveQuote", "    candidate: TODO#saveQuote");
  }

  @Test
  void maximumOfCallPoints() {
    SuggestFixture suggesting = SuggestFixture.from(directory, SERVICE, SHOP).most(2);

    assertThat(suggesting.controls())
        .containsExactly(
            "com.acme.PricingService#quote(java.lang.String, int)",
            "com.acme.PricingService#quote(java.lang.String)");
    assertThat(suggesting.lines())
        .endsWith("  # 6 less promising methods were left out; --most 8 shows all.");
  }

  @Test
  void noClassBelowThePackages() {
    assertThat(SuggestFixture.from(directory, SERVICE).packages("com.acm").suggestion().classes())
        .isZero();
  }

  @Test
  void onlyMethodsThatCannotBeCaptured() {
    Suggestion suggestion =
        SuggestFixture.from(
                directory,
                "package com.acme; public class RowService {"
                    + " public java.util.stream.Stream<String> rows(int n) {"
                    + " return java.util.stream.Stream.of(\"\" + n); } }")
            .suggestion();

    assertThat(suggestion.callPoints()).isZero();
    assertThat(suggestion.text()).contains("  # Not capturable: com.acme.RowService#rows(int): ");
  }

  @Test
  void sameClassNameInOtherPackages() {
    String control =
        "package com.acme.old; public class Tax { public long of(long net) { return net / 5; } }";
    String same = control.replace("com.acme.old", "org.new_");
    String other = same.replace("class Tax", "class Taxes");

    assertThat(SuggestFixture.from(directory, control, same, other).packages("com.acme").lines())
        .contains("    candidate: org.new_.Tax#of  # of a class with the same name");
  }

  @Test
  void damagedAndMisplacedFiles() throws Exception {
    SuggestFixture suggesting = SuggestFixture.from(directory, SERVICE);
    Path acme = directory.resolve("com/acme");
    Files.write(acme.resolve("Broken.class"), new byte[] {1, 2, 3});
    Files.copy(acme.resolve("PricingService.class"), acme.resolve("Other.class"));

    assertThat(suggesting.suggestion().text())
        .contains("\n# 1 class: 1 with logic.\n# 2 class files could not be read.\n");
  }
}
