package io.understudy.overhead.latency;

import io.understudy.overhead.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;

/** Prints the results at one load. */
final class Table {
  private final Results results;
  private final boolean isCold;
  private final int load;

  Table(Results results, boolean isCold, int load) {
    this.results = results;
    this.isCold = isCold;
    this.load = load;
  }

  /** Returns the table and how far its figures can be trusted. */
  String text(List<Variant> variants) {
    StringJoiner text = new StringJoiner("\n", "", "\n");
    String start = isCold ? "first 4 s of a cold JVM" : "warm";
    text.add(
        "| "
            + (load + " % load, " + start)
            + " | p50 | p99 | p99.9 | longest | longest GC pause | in GC pauses | processors |"
            + " compared |");
    text.add("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (Variant variant : variants) {
      if (!results.of(variant, isCold, load).isEmpty()) {
        text.add(row(variant));
      }
    }
    text.add("");
    for (Percentile percentile : Percentile.values()) {
      text.add(trust(percentile));
    }
    return text.toString();
  }

  private String row(Variant variant) {
    List<String> cells = new ArrayList<>();
    cells.add(variant.title);
    for (Percentile percentile : Percentile.values()) {
      cells.add(latency(variant, percentile));
    }
    cells.add(bound(variant) + Figure.nanos(median(variant, f -> f.window().longest())));
    cells.add(Figure.nanos(median(variant, Figures::longestPause)));
    cells.add(percent(median(variant, Figures::pauses)));
    cells.add(processors(variant));
    cells.add(variant.isComparing() ? percent(median(variant, f -> f.window().coverage())) : "-");
    return "| " + String.join(" | ", cells) + " |";
  }

  private String latency(Variant variant, Percentile percentile) {
    if (variant == Variant.NO_AGENT) {
      return Figure.nanos(median(variant, percentile::nanos));
    }
    Spread ratios = results.ratios(variant, isCold, load, percentile::nanos);
    if (ratios.isEmpty()) {
      return Figure.nanos(median(variant, percentile::nanos));
    }
    String ratio = bound(variant) + times(ratios.median());
    Spread bare = spreadOfNone(percentile);
    boolean isSame = bare.isEmpty() || bare.contains(ratios.median());
    return (isSame ? ratio : "**" + ratio + "**")
        + String.format(Locale.ROOT, " (%s-%s)", number(ratios.min()), number(ratios.max()));
  }

  private String processors(Variant variant) {
    double own = median(variant, f -> f.window().processors());
    if (variant == Variant.NO_AGENT) {
      return String.format(Locale.ROOT, "%.2f", own);
    }
    double bare = median(Variant.NO_AGENT, f -> f.window().processors());
    return String.format(Locale.ROOT, "%+.2f", own - bare);
  }

  /** Marks figures that are a lower bound, because not all calls of the schedule could be made. */
  private String bound(Variant variant) {
    boolean isOverloaded =
        results.of(variant, isCold, load).values().stream()
            .anyMatch(f -> f.window().isOverloaded());
    return isOverloaded ? "> " : "";
  }

  private double median(Variant variant, ToDoubleFunction<? super Figures> figure) {
    Spread values = results.values(variant, isCold, load, figure);
    return values.isEmpty() ? Double.NaN : values.median();
  }

  /** The ratios between two runs without an agent: what noise alone does. */
  private Spread spreadOfNone(Percentile percentile) {
    return results.ratios(Variant.NO_AGENT_AGAIN, isCold, load, percentile::nanos);
  }

  private String trust(Percentile percentile) {
    Spread none = spreadOfNone(percentile);
    if (none.isEmpty()) {
      return "- " + percentile.title + ": nothing to compare with.";
    }
    String spread =
        String.format(
            "- %s: two runs without an agent differ by %s to %s.",
            percentile.title, times(none.min()), times(none.max()));
    boolean isNoisy = none.max() > 1 + percentile.bound || none.min() < 1 / (1 + percentile.bound);
    return isNoisy
        ? spread + " The machine is too noisy to tell " + percent(percentile.bound) + "."
        : spread;
  }

  private static String number(double ratio) {
    return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%,.0f", ratio);
  }

  private static String times(double ratio) {
    return number(ratio) + "x";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private enum Percentile {
    P50("p50", 0.05) {
      @Override
      double nanos(Figures figures) {
        return figures.window().median();
      }
    },
    P99("p99", 0.1) {
      @Override
      double nanos(Figures figures) {
        return figures.window().p99();
      }
    },
    P999("p99.9", 0.1) {
      @Override
      double nanos(Figures figures) {
        return figures.window().p999();
      }
    };

    private final String title;

    /** The smallest difference that the benchmark is made to tell, as a share. */
    private final double bound;

    Percentile(String title, double bound) {
      this.title = title;
      this.bound = bound;
    }

    abstract double nanos(Figures figures);
  }
}
