package app;

import io.understudy.bridge.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Which experiments a run makes. */
final class Plan {
  private final long from;
  final int rounds;
  final long patience;
  private final boolean all;
  private final int parts;
  private final int part;
  private final String only;
  private final String[] without;

  Plan(String text) throws Exception {
    Properties keys = new Properties();
    keys.load(new java.io.StringReader(text.replace(' ', '\n')));
    all = "all".equals(keys.getProperty("faults"));
    parts = number(keys, "parts", 1);
    part = number(keys, "part", 0);
    from = Long.parseLong(keys.getProperty("from", "-1"));
    rounds = number(keys, "rounds", 12);
    patience = number(keys, "patience", 400) * 1000000L;
    without = keys.getProperty("without", "-").split(",");
    only = keys.getProperty("only", "");
  }

  private static int number(Properties keys, String key, int otherwise) {
    return Integer.parseInt(keys.getProperty(key, "" + otherwise));
  }

  private void add(List<Experiment> experiments, Experiment next) {
    if (next.id > from) {
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

  List<Experiment> experiments(List<Site> sites, int[] fast, int[] slow, int[] change) {
    List<Experiment> experiments = new ArrayList<Experiment>();
    for (Site site : sites) {
      int hits = fast[site.number] + slow[site.number] + change[site.number];
      boolean isMine = site.number % parts == part || !only.isEmpty();
      if (hits == 0 || !isMine || isExcluded(site) || !site.toString().contains(only.replace('+', ' '))) {
        continue;
      }
      if (all) {
        for (int fault : site.faults) {
          add(experiments, new Experiment(site.number, fault, 0, 0));
          add(experiments, new Experiment(site.number, fault, 1, 0));
          add(experiments, new Experiment(site.number, fault, 9, 0));
          add(experiments, new Experiment(site.number, fault, 0, 1));
          add(experiments, new Experiment(site.number, fault, 0, 3));
        }
      } else {
        int turn = site.number / parts;
        int fault = site.faults.get(turn % site.faults.size());
        add(experiments, new Experiment(site.number, fault, 0, turn % 5 == 4 ? 2 : 0));
      }
    }
    return experiments;
  }
}
