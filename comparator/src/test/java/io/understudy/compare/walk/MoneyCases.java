package io.understudy.compare.walk;

import java.math.BigDecimal;
import java.util.Currency;
import org.javamoney.moneta.FastMoney;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Rows for amounts and currencies. */
@SuppressWarnings({"unused", "UnusedVariable"})
final class MoneyCases {
  private MoneyCases() {}

  static void put(ViewCases cases) {
    org.joda.money.Money joda = org.joda.money.Money.parse("EUR 2.50");
    org.javamoney.moneta.Money moneta = org.javamoney.moneta.Money.of(new BigDecimal("2.5"), "EUR");
    cases.put("Joda Money against Moneta Money of the same amount", joda, moneta);
    cases.put(
        "Joda Money against Joda BigMoney of the same amount", joda, BigMoney.parse("EUR 2.50"));
    cases.put("Joda Money against another amount", joda, org.joda.money.Money.parse("EUR 2.51"));
    cases.put("Joda Money against another currency", joda, org.joda.money.Money.parse("USD 2.50"));
    cases.put(
        "Moneta Money against Moneta FastMoney of the same amount",
        moneta,
        FastMoney.of(new BigDecimal("2.5"), "EUR"));
    cases.put(
        "Moneta Money against a bean of amount and currency code",
        moneta,
        new Amount(new BigDecimal("2.5"), "EUR"));
    cases.put(
        "Joda Money against a bean of amount and Currency",
        joda,
        new Amount(new BigDecimal("2.50"), Currency.getInstance("EUR")));
    cases.put("Joda Money against its amount", joda, new BigDecimal("2.50"));
    cases.put("Currency against its code", Currency.getInstance("EUR"), "EUR");
    cases.put("Joda CurrencyUnit against Currency", CurrencyUnit.EUR, Currency.getInstance("EUR"));
    cases.put(
        "Moneta currency against Currency", moneta.getCurrency(), Currency.getInstance("USD"));
  }

  private static final class Amount {
    final BigDecimal amount;
    final Object currency;

    Amount(BigDecimal amount, Object currency) {
      this.amount = amount;
      this.currency = currency;
    }
  }
}
