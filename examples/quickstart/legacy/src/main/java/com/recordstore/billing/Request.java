package com.recordstore.billing;

import java.util.Date;

/** A request for the back office. The kind determines which fields count. */
public final class Request {
  /** What is asked for. */
  public enum Kind {
    /** Show the invoice {@link Request#number}. */
    INVOICE,
    /** Book {@link Request#amount}, received at {@link Request#date}, on invoice {@code number}. */
    PAYMENT,
    /** Print the address label of customer {@code number}. */
    LABEL,
    /** List the genres of customer {@code number}. */
    GENRES,
    /** Find customers by {@link Request#text}, in the country {@link Request#place} if any. */
    SEARCH,
    /** Print the account of customer {@code number} from {@code date} to {@link Request#until}. */
    STATEMENT,
    /** Compute the tax on {@code amount} in the country {@code text}, state {@code place}. */
    TAX,
    /** Compute how overdue an invoice due on {@code date} is at {@code until}. */
    OVERDUE,
    /** List the {@code number} top tracks from {@code date} to {@code until}. */
    TOP_TRACKS,
    /** List the sales of {@link Request#month} in the year {@code number}, by country. */
    SALES,
    /** Compute agent {@code number}'s commission for the month of {@code date}. */
    COMMISSION
  }

  /** What is asked for. */
  public final Kind kind;

  /** An invoice, a customer, an agent, a length or a year. */
  public int number;

  /** 1 to 12. */
  public int month;

  /** In dollars. */
  public double amount;

  /** The first day, or the time; null if there is none. */
  public Date date;

  /** The last day. */
  public Date until;

  /** A search text, or a country. */
  public String text;

  /** A country or a state; null if there is none. */
  public String place;

  /** An empty request of a kind. */
  public Request(Kind kind) {
    this.kind = kind;
  }
}
