package io.understudy.overhead.latency;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Measures what an agent does while the application does nothing, and prints it. */
final class IdleTrials {
  private final Tools tools;
  private final int seconds;

  IdleTrials(Tools tools, Options options) {
    this.tools = tools;
    this.seconds = 3 * options.seconds();
  }

  void run(List<Variant> variants) throws IOException, InterruptedException {
    if (!TaskCounts.areKnown()) {
      System.out.println("Without traffic: not measured, because this system is not Linux.");
      return;
    }
    System.out.printf(
        "| %d s without traffic | wake-ups of the agent's threads | of all threads |"
            + " CPU of the agent's threads | of all threads |%n|---|---:|---:|---:|---:|%n",
        seconds);
    for (Variant variant : variants) {
      if (Variant.IDLE.contains(variant)) {
        System.err.println("without traffic: " + variant.title);
        System.out.println(row(variant, counts(variant)));
      }
    }
  }

  private TaskCounts counts(Variant variant) throws IOException, InterruptedException {
    List<String> command = tools.command(variant);
    command.add("-D" + NextPricing.WORK + "=1");
    command.add(Idle.class.getName());
    command.add(Integer.toString(seconds));
    try (Child idle = new Child(command, tools.work().resolve("idle.err"), seconds + 60L)) {
      idle.line(Server.READY);
      if (variant == Variant.PAUSED) {
        new AgentCommand(tools.agent(), tools.work()).pause(idle.pid());
      }
      idle.next();
      return TaskCounts.parse(idle.line(TaskCounts.NAME));
    }
  }

  private String row(Variant variant, TaskCounts counts) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f/s | %.1f/s | %.2f ms/s | %.2f ms/s |",
        variant.title,
        (double) counts.agentSwitches() / seconds,
        (double) counts.switches() / seconds,
        counts.agentCpu() / 1e6 / seconds,
        counts.cpu() / 1e6 / seconds);
  }
}
