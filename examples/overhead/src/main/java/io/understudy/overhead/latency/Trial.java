package io.understudy.overhead.latency;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of the application: a process of its own.
 *
 * @param isCold whether the first calls are measured; otherwise there is a warm-up
 * @param loads percentages of what the processors can do, one after the other
 */
record Trial(Variant variant, boolean isCold, List<Integer> loads) {
  private static final int COLD_SECONDS = 4;

  /** Time for start, pause, status and end. */
  private static final long MARGIN_SECONDS = 90;

  /**
   * Runs the application and returns the figures for each load.
   *
   * @param work the steps of a call, from {@link Calibration}
   * @param seed of the schedule
   */
  List<Figures> run(Tools tools, Options options, int work, long seed)
      throws IOException, InterruptedException {
    Path log = tools.work().resolve("gc.log");
    Path errors = tools.work().resolve(variant.argument() + ".err");
    int warmUp = isCold ? 0 : options.warmUp();
    int seconds = isCold ? COLD_SECONDS : options.seconds();
    List<String> command = tools.command(variant);
    command.add(GcLog.flag(log));
    command.add("-D" + NextPricing.WORK + "=" + work * variant.slowness());
    command.add(Server.class.getName());
    command.addAll(List.of(variant.shadow.name(), "" + work, "" + seed, "" + warmUp, "" + seconds));
    loads.forEach(load -> command.add(Double.toString(rate(load))));
    long limit = MARGIN_SECONDS + warmUp + (seconds + 5L) * loads.size();
    try (Child server = new Child(command, errors, limit)) {
      AgentCommand agent = new AgentCommand(tools.agent(), tools.work());
      server.line(Server.READY);
      if (variant == Variant.PAUSED) {
        agent.pause(server.pid());
      }
      server.next();
      List<Window> windows = new ArrayList<>();
      String line = server.line(Window.NAME, Server.DONE);
      while (line.startsWith(Window.NAME)) {
        windows.add(Window.parse(line));
        line = server.line(Window.NAME, Server.DONE);
      }
      check(line, variant.isUnderstudy() ? agent.point(server.pid()) : null);
      GcLog pauses = GcLog.read(log);
      return windows.stream().map(w -> new Figures(w, pauses.longest(w), pauses.share(w))).toList();
    } finally {
      Folder.clear(tools.journal(variant));
    }
  }

  /** How long it takes, about. */
  int seconds(Options options) {
    int start = 4;
    int perLoad = isCold ? COLD_SECONDS : options.seconds() + Server.LEAD_SECONDS;
    return start + (isCold ? 0 : options.warmUp()) + loads.size() * perLoad;
  }

  @Override
  public String toString() {
    return variant.title + (isCold ? ", cold, at " : ", at ") + loads + " % load";
  }

  /** Calls per second. */
  private static double rate(int load) {
    int processors = Runtime.getRuntime().availableProcessors();
    return load / 100.0 * processors / (Calibration.SERVICE_NANOS / 1e9);
  }

  /** Refuses figures of a run in which the agent or the shadow did not do what it should. */
  private void check(String done, @Nullable JsonNode point) throws IOException {
    String[] counts = done.split(" ");
    long made = Long.parseLong(counts[1]);
    long answered = Long.parseLong(counts[2]);
    require(counts[3].equals("0"), "different answers: " + counts[3]);
    if (point == null) {
      return;
    }
    long intercepted = point.path("intercepted").asLong();
    long matched = point.path("fates").path("matched").asLong();
    // Calls of a paused point are not counted, but those until its code is woven out.
    boolean isCounted = variant == Variant.PAUSED ? intercepted <= made : intercepted == made;
    require(isCounted, intercepted + " calls counted by the agent, made " + made);
    require(point.path("fates").path("mismatched").asLong() == 0, "mismatches: " + point);
    require(matched <= made && (matched > 0 || answered < 100), "not compared: " + point);
    require(variant != Variant.PAUSED || answered == 0, "not paused: " + point);
  }

  private static void require(boolean isMet, String failure) throws IOException {
    if (!isMet) {
      throw new IOException(failure);
    }
  }
}
