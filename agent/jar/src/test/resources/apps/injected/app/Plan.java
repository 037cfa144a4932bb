package app;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * Which experiments a run makes. The words of its text: {@code faults} ({@code one} of each site, {@code each} or
 * {@code all}: also at later executions, and several in a row), {@code parts} and {@code part}, {@code done} (a file
 * with the numbers of experiments to leave out), {@code only} and {@code without} (texts of sites).
 */
final class Plan {
  private static final int ROUNDS = 12;
  private static final long PATIENCE = 400000000L;

  private final String faults;
  private final int parts;
  private final int part;
  private final String only;
  private final String[] without;
  private final Set<Long> done = new HashSet<Long>();

  Plan(String text) throws Exception {
    Properties keys = new Properties();
    keys.load(new java.io.StringReader(text.replace(' ', '\n')));
    faults = keys.getProperty("faults", "one");
    parts = number(keys, "parts", 1);
    part = number(keys, "part", 0);
    without = keys.getProperty("without", "-").split(",");
    only = keys.getProperty("only", "").replace('+', ' ');
    if (keys.getProperty("done") != null) {
      readDone(keys.getProperty("done"));
    }
  }

  private static int number(Properties keys, String key, int otherwise) {
    return Integer.parseInt(keys.getProperty(key, "" + otherwise));
  }

  private void readDone(String file) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(new FileInputStream(file), "UTF-8"));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      done.add(Long.parseLong(line));
    }
    in.close();
  }

  /** The most rounds for one experiment. */
  int rounds() {
    return ROUNDS;
  }

  /** How long an experiment waits for its fault, in nanoseconds. */
  long patience() {
    return PATIENCE;
  }

  private void add(List<Experiment> experiments, Experiment next) {
    if (!done.contains(next.id)) {
      experiments.add(next);
    }
  }

  private boolean isExcluded(Site site) {
    for (String each : without) {
      if (site.toString().startsWith(each)) {
        return true;
      }
    }
    return false;
  }

  List<Experiment> experiments(List<Site> sites, Round[] rounds) {
    List<Experiment> experiments = new ArrayList<Experiment>();
    for (Site site : sites) {
      Round round = Round.of(rounds, site.number);
      boolean isMine = site.number % parts == part;
      if (round != null && isMine && !isExcluded(site) && site.toString().contains(only)) {
        add(experiments, site, round);
      }
    }
    return experiments;
  }

  private void add(List<Experiment> experiments, Site site, Round round) {
    if (faults.equals("one")) {
      int turn = site.number / parts;
      int fault = site.faults.get(turn % site.faults.size());
      // Several errors in a row may let a candidate end the JVM, which it tries in this round.
      boolean isInARow = turn % 5 == 4 && !round.name.equals("work");
      add(experiments, new Experiment(round, site.number, fault, 0, isInARow ? 2 : 0));
      return;
    }
    for (int fault : site.faults) {
      add(experiments, new Experiment(round, site.number, fault, 0, 0));
      if (faults.equals("all")) {
        add(experiments, new Experiment(round, site.number, fault, 1, 0));
        add(experiments, new Experiment(round, site.number, fault, 9, 0));
        add(experiments, new Experiment(round, site.number, fault, 0, 1));
        add(experiments, new Experiment(round, site.number, fault, 0, 3));
      }
    }
  }
}
