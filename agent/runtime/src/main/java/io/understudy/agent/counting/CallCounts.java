package io.understudy.agent.counting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The counts of a JVM, and the code locations of the classes. Immutable. Can be written as lines of
 * text and read again, since another JVM has sent the request.
 */
public final class CallCounts {
  private static final String PLACE = "place";
  private static final String COUNT = "count";
  private static final String MILLIS = "millis";

  private final long millis;
  private final List<MethodCount> methods;
  private final Set<String> places;

  /**
   * Creates counts.
   *
   * @param millis duration of the count in milliseconds
   * @param methods all methods with a counter, including those that were not called
   * @param places the URLs of the jars and directories of the classes
   */
  public CallCounts(long millis, Collection<MethodCount> methods, Collection<String> places) {
    this.millis = millis;
    this.methods = Collections.unmodifiableList(new ArrayList<>(methods));
    this.places = Collections.unmodifiableSet(new LinkedHashSet<>(places));
  }

  /** Returns the duration of the count in milliseconds. */
  public long millis() {
    return millis;
  }

  /**
   * Returns all methods with a counter; a method that several loaders define occurs several times.
   */
  public List<MethodCount> methods() {
    return methods;
  }

  /** Returns the URLs of the jars and directories of the classes. */
  public Set<String> places() {
    return places;
  }

  /** Returns one line for each place and each method. */
  public String toText() {
    StringBuilder out = new StringBuilder(MILLIS + "\t" + millis + "\n");
    places.forEach(place -> out.append(PLACE).append('\t').append(place).append('\n'));
    for (MethodCount each : methods) {
      out.append(COUNT).append('\t').append(each.className).append('\t').append(each.method);
      for (long figure : new long[] {each.calls, each.timed, each.nanos, each.threads}) {
        out.append('\t').append(figure);
      }
      out.append('\n');
    }
    return out.toString();
  }

  /**
   * Reads the text that {@link #toText} has written; ignores other lines.
   *
   * @throws NumberFormatException if a figure is damaged
   */
  public static CallCounts of(String text) {
    long millis = 0;
    List<MethodCount> methods = new ArrayList<>();
    List<String> places = new ArrayList<>();
    for (String line : text.split("\n")) {
      String[] parts = line.split("\t", -1);
      if (parts[0].equals(MILLIS) && parts.length == 2) {
        millis = Long.parseLong(parts[1]);
      } else if (parts[0].equals(PLACE) && parts.length == 2) {
        places.add(parts[1]);
      } else if (parts[0].equals(COUNT) && parts.length == 7) {
        methods.add(
            new MethodCount(
                parts[1],
                parts[2],
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                Long.parseLong(parts[5]),
                Integer.parseInt(parts[6])));
      }
    }
    return new CallCounts(millis, methods, places);
  }
}
