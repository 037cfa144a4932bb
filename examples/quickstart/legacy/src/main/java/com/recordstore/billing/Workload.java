package com.recordstore.billing;

import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.NoSuchElementException;
import java.util.Random;

/**
 * The requests of some years of business, day by day, from clerks, customers and the management,
 * including wrong ones. The same seed produces the same requests on every JVM. Not thread-safe.
 */
public final class Workload implements Iterator<Request> {
  private static final String[] NAMES = {
    "mar", "an", "son", "er", "hel", "lu", "br", "ro", "ka", "ov", "tin", "ia", "ll", "jo", "st",
    "fra", "mi", "ez", "o'", "al", "den", "har", "x"
  };
  private static final String[] PLACES = {
    "Argentina",
    "Australia/NSW",
    "Austria",
    "Belgium",
    "Brazil/SP",
    "Canada/AB",
    "Canada/BC",
    "Canada/ON",
    "Canada/QC",
    "Chile",
    "Czech Republic",
    "Denmark",
    "Finland",
    "France",
    "Germany",
    "Hungary",
    "India",
    "Ireland/Dublin",
    "Italy/RM",
    "Netherlands/VV",
    "Norway",
    "Poland",
    "Portugal",
    "Spain",
    "Sweden",
    "USA/CA",
    "USA/FL",
    "USA/IL",
    "USA/MA",
    "USA/NV",
    "USA/NY",
    "USA/TX",
    "USA/UT",
    "USA/WA",
    "USA/WI",
    "USA/AZ",
    "United Kingdom",
    "Atlantis"
  };

  private final Random random;
  private final Calendar day = new GregorianCalendar(2009, Calendar.JANUARY, 2);
  private final LinkedList<Request> tray = new LinkedList<Request>();
  private int daysLeft;

  /** The requests of so many days from 2 January 2009 on. */
  public Workload(long seed, int days) {
    random = new Random(seed);
    daysLeft = days;
  }

  public boolean hasNext() {
    while (tray.isEmpty() && daysLeft > 0) {
      daysLeft--;
      fillTray();
      day.add(Calendar.DATE, 1);
    }
    return !tray.isEmpty();
  }

  public Request next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return tray.removeFirst();
  }

  public void remove() {
    throw new UnsupportedOperationException();
  }

  private void fillTray() {
    int requests = 7 + random.nextInt(8);
    for (int i = 0; i < requests; i++) {
      tray.addLast(counterRequest(random.nextInt(100)));
    }
    if (day.get(Calendar.DAY_OF_WEEK) == Calendar.MONDAY) {
      tray.addLast(topTracks(-7, 3 + random.nextInt(8)));
    }
    if (day.get(Calendar.DATE) == 1) {
      closeMonth();
    }
  }

  private Request counterRequest(int dice) {
    if (dice < 22) {
      Request request = new Request(Request.Kind.INVOICE);
      request.number = invoiceNumber();
      return request;
    } else if (dice < 47) {
      return payment();
    } else if (dice < 56) {
      Request request = new Request(Request.Kind.LABEL);
      request.number = customerNumber();
      return request;
    } else if (dice < 62) {
      Request request = new Request(Request.Kind.GENRES);
      request.number = customerNumber();
      return request;
    } else if (dice < 71) {
      return search();
    } else if (dice < 80) {
      return statement();
    } else if (dice < 93) {
      return tax();
    }
    return overdue();
  }

  private Request payment() {
    Request request = new Request(Request.Kind.PAYMENT);
    request.number = 1 + random.nextInt(412);
    int dice = random.nextInt(100);
    if (dice < 55) {
      request.amount = 0.99 * (1 + random.nextInt(2)); // an instalment
    } else if (dice < 98) {
      request.amount = (10 + random.nextInt(400)) / 100.0;
    } else {
      request.amount = -0.01 * random.nextInt(100); // a typing error
    }
    // the counter is open from 9 to 4; a few pay through the web at night
    boolean night = random.nextInt(25) == 0;
    Calendar moment = (Calendar) day.clone();
    moment.set(Calendar.HOUR_OF_DAY, night ? 19 + random.nextInt(5) : 9 + random.nextInt(7));
    moment.set(Calendar.MINUTE, random.nextInt(60));
    moment.set(Calendar.SECOND, random.nextInt(60));
    request.date = moment.getTime();
    request.text = "REF " + random.nextInt(100000);
    return request;
  }

  private Request search() {
    Request request = new Request(Request.Kind.SEARCH);
    request.text = NAMES[random.nextInt(NAMES.length)];
    if (random.nextInt(3) == 0) {
      String place = PLACES[random.nextInt(PLACES.length)];
      request.place = place.indexOf('/') < 0 ? place : place.substring(0, place.indexOf('/'));
    }
    return request;
  }

  private Request statement() {
    Request request = new Request(Request.Kind.STATEMENT);
    request.number = customerNumber();
    Calendar until = (Calendar) day.clone();
    if (random.nextInt(3) == 0) {
      until.set(Calendar.DATE, until.getActualMaximum(Calendar.DATE));
    }
    Calendar from = (Calendar) until.clone();
    from.add(Calendar.DATE, random.nextInt(60) == 0 ? 1 : -random.nextInt(700));
    request.date = from.getTime();
    request.until = until.getTime();
    return request;
  }

  private Request tax() {
    Request request = new Request(Request.Kind.TAX);
    String place = PLACES[random.nextInt(PLACES.length)];
    int slash = place.indexOf('/');
    request.text = slash < 0 ? place : place.substring(0, slash);
    request.place = slash < 0 ? null : place.substring(slash + 1);
    request.amount = (1 + random.nextInt(26)) * 99 / 100.0;
    return request;
  }

  private Request overdue() {
    Request request = new Request(Request.Kind.OVERDUE);
    if (random.nextInt(20) > 0) {
      Calendar due = (Calendar) day.clone();
      due.add(Calendar.DATE, 10 - random.nextInt(60));
      request.date = due.getTime();
    }
    request.until = day.getTime();
    return request;
  }

  private void closeMonth() {
    tray.addLast(topTracks(-30, 20));
    Calendar month = (Calendar) day.clone();
    month.add(Calendar.MONTH, -1);
    for (int i = 0; i < 4; i++) {
      Request sales = new Request(Request.Kind.SALES);
      sales.number = month.get(Calendar.YEAR);
      sales.month = month.get(Calendar.MONTH) + 1;
      tray.addLast(sales);
      for (int agent = 3; agent <= 5; agent++) {
        Request commission = new Request(Request.Kind.COMMISSION);
        commission.number = agent;
        commission.date = month.getTime();
        tray.addLast(commission);
      }
      month.add(Calendar.MONTH, -1);
    }
  }

  private Request topTracks(int days, int howMany) {
    Request request = new Request(Request.Kind.TOP_TRACKS);
    Calendar from = (Calendar) day.clone();
    from.add(Calendar.DATE, days);
    request.date = from.getTime();
    request.until = day.getTime();
    request.number = howMany;
    return request;
  }

  private int invoiceNumber() {
    int dice = random.nextInt(200);
    if (dice == 0) {
      return 0;
    }
    return dice < 4 ? 413 + random.nextInt(100) : 1 + random.nextInt(412);
  }

  private int customerNumber() {
    return random.nextInt(100) == 0 ? 60 + random.nextInt(10) : 1 + random.nextInt(59);
  }
}
