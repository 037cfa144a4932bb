package io.understudy.tool.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameSimilarityTest {
  @Test
  void stems() {
    assertThat(NameSimilarity.stem("InvoiceService")).isEqualTo("invoice");
    assertThat(NameSimilarity.stem("DefaultInvoiceServiceImpl")).isEqualTo("invoice");
    assertThat(NameSimilarity.stem("Invoices")).isEqualTo("invoice");
    assertThat(NameSimilarity.stem("IInvoiceFacade")).isEqualTo("invoice");
    assertThat(NameSimilarity.stem("InvoiceV2")).isEqualTo("invoice");
    assertThat(NameSimilarity.stem("Policies")).isEqualTo("policy");
    assertThat(NameSimilarity.stem("Address")).isEqualTo("address");
    assertThat(NameSimilarity.stem("Item")).isEqualTo("item");
    assertThat(NameSimilarity.stem("Service")).isEqualTo("service");
  }

  @Test
  void classNames() {
    assertThat(NameSimilarity.of("Pricing", "Pricing")).isEqualTo(NameSimilarity.NAME);
    assertThat(NameSimilarity.of("PricingService", "Pricing")).isEqualTo(NameSimilarity.STEM);
    assertThat(NameSimilarity.of("PricingService", "Tariffs")).isEqualTo(NameSimilarity.NONE);
  }
}
