package com.ferryline.oracle;

import com.ferryline.desk.Main;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts the calls of the week with equal outcomes on both sets of libraries. */
public final class Oracle {
  /** The YAML tolerates this for the letters that names have in common. */
  private static final double ROUNDING = 0.005;

  private Oracle() {}

  /** The counts of one method. */
  static final class Tally {
    final Map<String, Long> places = new TreeMap<>();
    long agreed;
    long disagreed;

    private void count(Collection<String> found) {
      if (found.isEmpty()) {
        agreed++;
      } else {
        disagreed++;
        found.forEach(place -> places.merge(place, 1L, Long::sum));
      }
    }
  }

  /** Prints the counts; the argument is the directory of the application. */
  public static void main(String[] arguments) throws Exception {
    Path application = Path.of(arguments.length > 0 ? arguments[0] : "app");
    ask(application.resolve("target"))
        .forEach(
            (method, tally) ->
                System.out.println(
                    method
                        + ": agreed "
                        + tally.agreed
                        + ", disagreed "
                        + tally.disagreed
                        + " "
                        + tally.places));
  }

  /**
   * Calls both sides.
   *
   * @param target the directory with the application's jar and both sets of libraries
   * @return the counts by method
   */
  static Map<String, Tally> ask(Path target) throws Exception {
    Path jar = target.resolve("ferryline.jar");
    Side before = Side.of(jar, target.resolve("old"), Main.SEED, Main.REQUESTS);
    Side after = Side.of(jar, target.resolve("new"), Main.SEED, Main.REQUESTS);
    Map<String, Tally> tallies = new TreeMap<>();
    for (int i = 0; i < before.size(); i++) {
      String method = before.method(i);
      tallies
          .computeIfAbsent(method, name -> new Tally())
          .count(differences(method, before.outcome(i), after.outcome(i)));
    }
    return tallies;
  }

  private static Set<String> differences(String method, Side.Outcome before, Side.Outcome after)
      throws ReflectiveOperationException {
    Set<String> found = new TreeSet<>();
    if (before.thrown() != null || after.thrown() != null) {
      if (!Objects.equals(before.thrown(), after.thrown())) {
        found.add("EXCEPTION");
      }
    } else if (method.equals("arrival")) {
      for (String part : new String[] {"local", "offset", "instant"}) {
        String getter = "get" + part.substring(0, 1).toUpperCase() + part.substring(1);
        if (!Objects.equals(before.property(getter), after.property(getter))) {
          found.add("/" + part + " VALUE");
        }
      }
    } else if (method.equals("commonLetters")) {
      double apart = (Double) before.value() - (Double) after.value();
      if (Math.abs(apart) > ROUNDING) {
        found.add("VALUE");
      }
    } else if (!Objects.equals(before.value(), after.value())) {
      found.add("VALUE");
    }
    return found;
  }
}
