package io.understudy.agent.snapshot;

import io.understudy.value.Bounds;
import io.understudy.value.JdkFields;
import io.understudy.value.Meter;
import io.understudy.value.view.Freezer;

/** Checks the properties of copies over the same graphs in any JVM. */
public final class PropertyRun {
  private static final int GRAPHS = 300;

  private PropertyRun() {}

  /**
   * Throws if a copy is not its original's twin; otherwise prints the number of compared graphs.
   */
  public static void main(String[] arguments) throws Exception {
    JdkFields.opened();
    int nodes = 0;
    for (int seed = 0; seed < GRAPHS; seed++) {
      Object live = Graph.of(seed, seed);
      Object copy = Copies.twin(live);
      Meter meter = new Meter(Bounds.DEFAULT);
      Object frozen = Freezer.freeze(live, meter);
      nodes += meter.nodes();
      Graph.scramble(live);
      Twins.check(Graph.of(seed, seed), copy);
      Same.assertSame(frozen, Freezer.freeze(copy, new Meter(Bounds.DEFAULT)));
    }
    System.out.println(GRAPHS + " graphs, " + nodes + " nodes");
  }
}
