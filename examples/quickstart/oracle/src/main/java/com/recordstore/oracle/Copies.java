package com.recordstore.oracle;

import com.recordstore.billing.Invoice;
import com.recordstore.billing.InvoiceLine;
import com.recordstore.billing.Payment;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Copies of the beans that a call may change. */
final class Copies {
  private Copies() {}

  static Invoice of(Invoice from) {
    Invoice to = new Invoice();
    to.setInvoiceId(from.getInvoiceId());
    to.setCustomerId(from.getCustomerId());
    to.setCustomerName(from.getCustomerName());
    to.setInvoiceDate(new java.sql.Date(from.getInvoiceDate().getTime()));
    to.setBillingCity(from.getBillingCity());
    to.setBillingState(from.getBillingState());
    to.setBillingCountry(from.getBillingCountry());
    to.setPostalCode(from.getPostalCode());
    to.setTotal(from.getTotal());
    to.setBalance(from.getBalance());
    to.setStatus(from.getStatus());
    to.setLastPaymentDate(of(from.getLastPaymentDate()));
    to.setLate(from.isLate());
    for (InvoiceLine line : from.getLines()) {
      to.getLines().add(of(line));
    }
    return to;
  }

  static Payment of(Payment from) {
    Payment to = new Payment();
    to.setAmount(from.getAmount());
    to.setReceivedAt(new Date(from.getReceivedAt().getTime()));
    to.setReference(from.getReference());
    return to;
  }

  private static InvoiceLine of(InvoiceLine from) {
    InvoiceLine to = new InvoiceLine();
    to.setLineId(from.getLineId());
    to.setTrackId(from.getTrackId());
    to.setTitle(from.getTitle());
    to.setUnitPrice(from.getUnitPrice());
    to.setQuantity(from.getQuantity());
    return to;
  }

  private static @Nullable Date of(@Nullable Date from) {
    return from == null ? null : new Date(from.getTime());
  }
}
