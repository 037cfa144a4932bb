package app;

import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Asserts its own answers at each call, while candidates change what the JVM shares. */
public class Main {
  static volatile String way = "";
  static volatile int inCall = -1;
  static final Properties KEPT = System.getProperties();
  static ExecutorService pool;

  public static void main(String[] arguments) throws Exception {
    way = arguments[0];
    boolean changes = arguments.length > 1;
    Locale.setDefault(Locale.US);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    System.setProperty("app.mode", "live");
    pool = Executors.newFixedThreadPool(1);
    pool.submit(() -> 1).get();
    int wrong = 0;
    int calls = 0;
    Legacy legacy = new Legacy();
    String expected = legacy.quote(7);
    calls++;
    for (int i = 0; i < 300; i++) {
      if (changes && i % 50 == 25) {
        Locale.setDefault(i % 100 == 25 ? Locale.GERMANY : Locale.US);
        TimeZone.setDefault(TimeZone.getTimeZone(i % 100 == 25 ? "Asia/Tokyo" : "UTC"));
        System.setProperty("app.mode", "mode" + i);
        expected = legacy.quote(7);
        calls++;
      }
      String answer = legacy.quote(7);
      calls++;
      if (!answer.equals(expected)) {
        wrong++;
        Legacy.OUT.println("wrong " + answer + " expected " + expected);
      }
      if (i < 20) {
        TimeUnit.MILLISECONDS.sleep(15);
      } else if (i % 10 == 0) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
    }
    TimeUnit.MILLISECONDS.sleep(300);
    System.out.println("wrong " + wrong);
    System.out.println("own " + calls);
    pool.shutdown();
  }
}
