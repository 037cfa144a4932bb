package com.recordstore.oracle;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** The counts as a table, as JSON and as CSV. */
final class Prints {
  private Prints() {}

  static String table(Collection<Tally> tallies) {
    StringBuilder out = new StringBuilder();
    out.append(line("call point", "calls", "agreed", "disagreed"));
    for (Tally tally : tallies) {
      out.append(line(tally.name(), tally.calls(), tally.agreed(), tally.disagreed()));
      tally.places().forEach((place, calls) -> out.append(line("    " + place, "", "", calls)));
    }
    return out.toString();
  }

  static String json(Collection<Tally> tallies) {
    return tallies.stream()
        .map(
            tally ->
                "{\"point\":\"%s\",\"calls\":%d,\"agreed\":%d,\"disagreed\":%d,\"places\":{%s}}"
                    .formatted(
                        tally.name(),
                        tally.calls(),
                        tally.agreed(),
                        tally.disagreed(),
                        tally.places().entrySet().stream()
                            .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
                            .collect(Collectors.joining(","))))
        .collect(Collectors.joining(",\n", "[", "]\n"));
  }

  static String csv(Collection<Tally> tallies) {
    StringBuilder out = new StringBuilder("point,place,calls,agreed,disagreed\n");
    for (Tally tally : tallies) {
      out.append(tally.name() + ",," + tally.calls() + "," + tally.agreed() + ",");
      out.append(tally.disagreed() + "\n");
      tally
          .places()
          .forEach((place, calls) -> out.append(tally.name() + "," + place + ",,," + calls + "\n"));
    }
    return out.toString();
  }

  private static String line(Object point, Object calls, Object agreed, Object disagreed) {
    return String.format(Locale.ROOT, "%-46s %8s %8s %10s%n", point, calls, agreed, disagreed);
  }
}
