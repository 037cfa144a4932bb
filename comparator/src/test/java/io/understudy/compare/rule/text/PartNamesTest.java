package io.understudy.compare.rule.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartNamesTest {
  @ParameterizedTest
  @CsvSource({
    "orderId, orderid",
    "order_id, orderid",
    "ORDER-ID, orderid",
    "_orderId, orderid",
    "order__id, orderid",
    "order id, order id",
    "_, _",
    "__, __",
    "id2, id2",
    "STRASSE, strasse",
  })
  void stylesShareAForm(String name, String form) {
    assertThat(PartNames.canonical(name)).isEqualTo(form);
  }
}
