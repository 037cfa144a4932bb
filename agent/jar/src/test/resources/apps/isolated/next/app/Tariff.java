package app;

import app.api.Note;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Hashtable;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.naming.Context;
import javax.naming.InitialContext;
import lib.Rounding;
import org.slf4j.LoggerFactory;

/** The candidate, with the same name as the control. */
public class Tariff {
  private static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();

  public Tariff() {
    Note.LOADERS.add(new WeakReference<>(Tariff.class.getClassLoader()));
  }

  public BigDecimal tax(int cents) {
    LOCAL.set(this);
    return new BigDecimal(cents).multiply(new BigDecimal("0.19")).setScale(0, Rounding.MODE);
  }

  public int length(Note note) {
    return note.text.length();
  }

  public int first(Line line) {
    return line.cents;
  }

  public int sum(List<?> lines) {
    int sum = 0;
    for (Object each : lines) {
      sum += ((Line) each).cents;
    }
    return sum;
  }

  public String surroundings() throws Exception {
    StringBuilder found = new StringBuilder();
    ClassLoader own = Tariff.class.getClassLoader();
    Thread thread =
        new Thread(
            () ->
                found.append(
                    Thread.currentThread().getContextClassLoader() == own ? "thread" : "other"));
    thread.start();
    thread.join();
    for (Supplier<?> each : ServiceLoader.load(Supplier.class)) {
      found.append(", ").append(each.get());
    }
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:next");
        ResultSet result = connection.createStatement().executeQuery("select 6 * 7")) {
      result.next();
      found.append(", driver ").append(result.getInt(1));
    }
    LoggerFactory.getLogger(Tariff.class).warn("asked");
    Object factory = LoggerFactory.getILoggerFactory();
    found.append(factory.getClass().getClassLoader() == own ? ", slf4j" : ", other slf4j");
    Logger.getLogger("next").fine("asked");
    found.append(", jul");
    Hashtable<String, String> names = new Hashtable<>();
    names.put(Context.INITIAL_CONTEXT_FACTORY, Names.class.getName());
    found.append(", jndi ").append(new InitialContext(names).lookup("any"));
    found.append(", version ").append(Tariff.class.getPackage().getImplementationVersion());
    return found.toString();
  }
}
