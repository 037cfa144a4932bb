package app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;

/** A candidate that changes what the whole JVM shares, in the way that its name says. */
public class Next {
  public String quote(int n) throws Exception {
    try {
      change();
    } catch (UnsupportedOperationException | SecurityException refused) {
      return "refused";
    }
    // Time for calls of the control that would see the change.
    Thread.sleep(3);
    return new Legacy().quote(n);
  }

  private static void change() throws Exception {
    switch (Main.way) {
      case "none":
        break;
      case "locale":
        Locale.setDefault(Locale.GERMANY);
        break;
      case "locale-category":
        Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
        Locale.setDefault(Locale.Category.DISPLAY, new Locale("ar", "EG"));
        break;
      case "zone":
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        break;
      case "zone-null":
        System.setProperty("user.timezone", "Asia/Tokyo");
        TimeZone.setDefault(null);
        break;
      case "set-property":
        System.setProperty("app.mode", "next");
        break;
      case "clear-property":
        System.clearProperty("app.mode");
        break;
      case "new-property":
        System.setProperty("app.none", "next");
        break;
      case "set-properties":
        System.setProperties(new Properties());
        break;
      case "null-properties":
        System.setProperties(null);
        break;
      case "put":
        System.getProperties().put("app.mode", "next");
        break;
      case "remove":
        System.getProperties().remove("app.mode");
        break;
      case "clear":
        System.getProperties().clear();
        break;
      case "load":
        System.getProperties().load(new StringReader("app.mode=next\napp.none=a"));
        break;
      case "put-all":
        System.getProperties().putAll(Collections.singletonMap("app.mode", "next"));
        break;
      case "merge":
        System.getProperties().merge("app.mode", "x", (a, b) -> a + "" + b);
        System.getProperties().compute("app.mode", (a, b) -> "next");
        System.getProperties().computeIfAbsent("app.none", a -> "next");
        System.getProperties().replaceAll((a, b) -> "next");
        break;
      case "kept":
        Main.KEPT.setProperty("app.mode", "next");
        break;
      case "key-set":
        System.getProperties().keySet().remove("app.mode");
        break;
      case "values":
        System.getProperties().values().clear();
        break;
      case "iterator":
        System.getProperties().keySet().iterator().remove();
        break;
      case "entry":
        for (Map.Entry<Object, Object> each : System.getProperties().entrySet()) {
          if (each.getKey().equals("app.mode")) {
            each.setValue("next");
          }
        }
        break;
      case "method-reference":
        Arrays.asList("app.mode", "app.none").forEach(System::clearProperty);
        Collections.singletonMap("app.none", "next").forEach(System::setProperty);
        break;
      case "reflection":
        System.class
            .getMethod("setProperty", String.class, String.class)
            .invoke(null, "app.mode", "next");
        Locale.class.getMethod("setDefault", Locale.class).invoke(null, Locale.GERMANY);
        break;
      case "streams":
        System.setOut(new PrintStream(new ByteArrayOutputStream()));
        System.setErr(new PrintStream(new ByteArrayOutputStream()));
        System.setIn(new ByteArrayInputStream(new byte[0]));
        break;
      case "close":
        System.out.close();
        System.err.close();
        break;
      case "handler":
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
        break;
      case "thread":
        Thread thread = new Thread(() -> Locale.setDefault(Locale.GERMANY));
        thread.start();
        thread.join();
        break;
      case "pool":
        Main.pool.submit(() -> Locale.setDefault(Locale.GERMANY)).get();
        break;
      case "common":
        CompletableFuture.runAsync(() -> System.setProperty("app.mode", "next")).get();
        break;
      case "later":
        Main.pool.execute(
            () -> {
              try {
                Thread.sleep(5);
              } catch (InterruptedException end) {
                return;
              }
              TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            });
        break;
      case "field":
        Field field = Locale.class.getDeclaredField("defaultFormatLocale");
        field.setAccessible(true);
        field.set(null, Locale.GERMANY);
        break;
      case "group":
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
          root = root.getParent();
        }
        root.interrupt();
        break;
      default:
        throw new IllegalStateException(Main.way);
    }
  }
}
