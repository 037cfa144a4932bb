package com.recordstore.oracle;

import com.recordstore.billing.Database;
import com.recordstore.billing.Main;
import com.recordstore.billing.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.TimeZone;

/**
 * Counts the calls of the batch with equal outcomes of both systems.
 *
 * <p>Arguments: a directory for {@code oracle.json} and {@code oracle.csv}; days and seed as the
 * batch takes them.
 */
public final class Oracle {
  private Oracle() {}

  /** Prints the counts and writes them to files. */
  public static void main(String[] arguments) throws Exception {
    int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : Main.DAYS;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : Main.SEED;
    Collection<Tally> tallies = ask(days, seed);
    System.out.print(Prints.table(tallies));
    if (arguments.length > 0) {
      Path directory = Files.createDirectories(Path.of(arguments[0]));
      Files.writeString(directory.resolve("oracle.json"), Prints.json(tallies));
      Files.writeString(directory.resolve("oracle.csv"), Prints.csv(tallies));
    }
  }

  /** Returns the counts of a batch, by call point. Sets the default time zone as the batch does. */
  static List<Tally> ask(int days, long seed) throws Exception {
    TimeZone.setDefault(Main.HEAD_OFFICE);
    try (Connection connection = Database.open()) {
      BothSides both = new BothSides(connection);
      Workload workload = new Workload(seed, days);
      while (workload.hasNext()) {
        both.handle(workload.next());
      }
      return List.copyOf(both.tallies());
    }
  }
}
