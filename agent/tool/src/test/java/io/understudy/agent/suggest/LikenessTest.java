package io.understudy.agent.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikenessTest {
  @Test
  void stems() {
    assertThat(Likeness.stem("InvoiceService")).isEqualTo("invoice");
    assertThat(Likeness.stem("DefaultInvoiceServiceImpl")).isEqualTo("invoice");
    assertThat(Likeness.stem("Invoices")).isEqualTo("invoice");
    assertThat(Likeness.stem("IInvoiceFacade")).isEqualTo("invoice");
    assertThat(Likeness.stem("InvoiceV2")).isEqualTo("invoice");
    assertThat(Likeness.stem("Policies")).isEqualTo("policy");
    assertThat(Likeness.stem("Address")).isEqualTo("address");
    assertThat(Likeness.stem("Item")).isEqualTo("item");
    assertThat(Likeness.stem("Service")).isEqualTo("service");
  }

  @Test
  void classNames() {
    assertThat(Likeness.of("Pricing", "Pricing")).isEqualTo(Likeness.NAME);
    assertThat(Likeness.of("PricingService", "Pricing")).isEqualTo(Likeness.STEM);
    assertThat(Likeness.of("PricingService", "Tariffs")).isEqualTo(Likeness.NONE);
  }
}
