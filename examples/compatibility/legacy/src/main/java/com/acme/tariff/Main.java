package com.acme.tariff;

/** Runs the desk without a server: one request for each argument, such as {@code C-1:20,30}. */
public final class Main {
  private Main() {}

  public static void main(String[] requests) {
    Desk desk = new Desk();
    for (String request : requests) {
      int colon = request.indexOf(':');
      System.out.println(desk.answer(request.substring(0, colon), request.substring(colon + 1)));
    }
  }
}
