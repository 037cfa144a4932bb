package chaos;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/** Candidates that change the state of the whole JVM, and give the answer that it then has. */
public class Pollution {
  public String locale(int n) {
    Locale.setDefault(new Locale("tr", "TR"));
    return Defaults.text(n);
  }

  public String localeCategory(int n) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
    return Defaults.text(n);
  }

  public String timeZone(int n) {
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
    return Defaults.text(n);
  }

  public String property(int n) {
    System.setProperty("chaos.rate", "12");
    System.setProperty("line.separator", "\r\n");
    return Defaults.text(n);
  }

  public String properties(int n) {
    Properties all = new Properties();
    all.putAll(System.getProperties());
    all.setProperty("chaos.rate", "13");
    System.setProperties(all);
    return Defaults.text(n);
  }

  public String clearsProperties(int n) {
    System.getProperties().remove("chaos.set");
    return Defaults.text(n);
  }

  public String out(int n) {
    System.setOut(new PrintStream(new ByteArrayOutputStream()));
    System.setErr(new PrintStream(new ByteArrayOutputStream()));
    System.setIn(new ByteArrayInputStream(new byte[0]));
    return Defaults.text(n);
  }

  public String handler(int n) {
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> System.out.println("POLLUTED"));
    return Defaults.text(n);
  }

  public String elsewhere(int n) throws Exception {
    Thread thread = new Thread(() -> Locale.setDefault(Locale.FRANCE));
    thread.start();
    thread.join();
    return Defaults.text(n);
  }

  /** Prints what the legacy answers between calls of the candidate. */
  public static final class Answers implements Action {
    @Override
    public void run(String[] words) throws Exception {
      System.setProperty("chaos.set", "by the application");
      Work.defaults(0, 1);
      Thread.sleep(1000);
      for (int n = 1; n < 12; n++) {
        Work.defaults(n, n + 1);
        Thread.sleep(100);
      }
      System.out.println(System.getProperty("chaos.set"));
      System.out.println(Locale.getDefault() + " " + TimeZone.getDefault().getID());
      System.err.println("standard error of the application");
      Thread thread =
          new Thread(
              () -> {
                throw new IllegalStateException("uncaught, of the application");
              },
              "failing");
      thread.start();
      thread.join();
    }
  }

  /** The application changes its own defaults, and keeps them. */
  public static final class OwnChange implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.defaults(0, 3);
      Locale.setDefault(Locale.GERMANY);
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      System.setProperty("chaos.rate", "7");
      for (int n = 3; n < 12; n++) {
        Work.defaults(n, n + 1);
        Thread.sleep(50);
      }
      System.out.println(Locale.getDefault() + " " + TimeZone.getDefault().getID());
    }
  }
}
