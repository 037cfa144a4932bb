package io.understudy.overhead.peers;

import io.understudy.overhead.Figure;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Compares each input with each tool, equal and with one changed value, and prints the tables.
 * Names of inputs as arguments select these inputs.
 */
public final class Peers {
  private Peers() {}

  /**
   * Runs all comparisons.
   *
   * @param arguments names of inputs, such as {@code FRIENDS_80}; none for all
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, RunnerException {
    System.out.printf(
        "JVM %s (%s), %d processors%n",
        System.getProperty("java.runtime.version"),
        System.getProperty("java.vm.name"),
        Runtime.getRuntime().availableProcessors());
    List<String> selected = List.of(arguments);
    for (Input input : Input.values()) {
      if (!selected.isEmpty() && !selected.contains(input.name())) {
        continue;
      }
      System.out.printf(
          "%n| %s | time | | allocated | | one changed | | it reports |%n", input.title);
      System.out.println("|---|---:|---:|---:|---:|---:|---:|---|");
      Figure ours = null;
      Figure oursChanged = null;
      for (Peer peer : Peer.values()) {
        System.err.println("running: " + peer.title + ", " + input.title);
        Trial equal = Trial.of(peer, input, false);
        // A tool without a result for equal objects has none for these either.
        Trial changed = equal.figure() == null ? equal : Trial.of(peer, input, true);
        ours = ours == null ? equal.figure() : ours;
        oursChanged = oursChanged == null ? changed.figure() : oursChanged;
        System.out.printf(
            "| %s | %s | %s | %s | %s | %s | %s | %s |%n",
            peer.title,
            time(equal, input),
            ratio(nanos(equal), ours == null ? null : ours.nanos()),
            bytes(equal),
            ratio(allocated(equal), ours == null ? null : ours.bytes()),
            time(changed, input),
            ratio(nanos(changed), oursChanged == null ? null : oursChanged.nanos()),
            verdict(equal.differences(), changed.differences()));
      }
    }
  }

  private static String time(Trial trial, Input input) {
    if (trial.figure() != null) {
      return trial.figure().toString();
    }
    return trial.differences() == -1
        ? "did not finish in " + input.limitSeconds() + " s"
        : "failed";
  }

  private static @Nullable Double nanos(Trial trial) {
    return trial.figure() == null ? null : Double.valueOf(trial.figure().nanos());
  }

  private static @Nullable Double allocated(Trial trial) {
    return trial.figure() == null ? null : Double.valueOf(trial.figure().bytes());
  }

  private static String bytes(Trial trial) {
    return trial.figure() == null
        ? "-"
        : String.format(Locale.ROOT, "%,d B", Math.round(trial.figure().bytes()));
  }

  private static String ratio(@Nullable Double theirs, @Nullable Double ours) {
    return theirs == null || ours == null
        ? "-"
        : String.format(Locale.ROOT, "%,.1fx", theirs / ours);
  }

  private static String verdict(long equal, long changed) {
    if (equal < 0 || changed < 0) {
      return "no answer";
    }
    String ofEqual = equal == 0 ? "" : "WRONG: " + equal + " between equals; ";
    return ofEqual
        + (changed == 0
            ? "WRONG: nothing"
            : changed == 1 ? "1 difference" : changed + " differences");
  }
}
