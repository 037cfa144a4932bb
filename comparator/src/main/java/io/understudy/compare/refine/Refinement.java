package io.understudy.compare.refine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives the states of a graph their colours: the coarsest partition in which states of one block
 * have equal tags, and equally many edges with each label into each block. That is colour
 * refinement, as the first step of tests for graph isomorphism, and bisimulation with counting.
 *
 * <p>States that reach no cycle get their colours from the leaves on, each from the colours below
 * it. The others are refined by splitting blocks with the largest part left out (Hopcroft 1971;
 * Cardon and Crochemore 1982), which takes O(m log n) splits for m edges and n states. Colours are
 * exact: tables compare whole signatures, not hashes. Not thread-safe.
 */
final class Refinement {
  private static final int UNKNOWN = -1;

  private final StateGraph graph;
  private final StepBudget steps;
  private final int size;

  /** The edges by their targets: for each state the places of the edges that lead to it. */
  private final int[] incomingStarts;

  private final int[] incoming;

  /** The state of each edge. */
  private final int[] sources;

  private final int[] colors;
  private boolean hasCycles;
  private final Map<Signature, Integer> signatures = new HashMap<>();

  private Refinement(StateGraph graph, StepBudget steps) {
    this.graph = graph;
    this.steps = steps;
    this.size = graph.size();
    this.colors = new int[size];
    Arrays.fill(colors, UNKNOWN);
    int edges = graph.targets.size();
    this.sources = new int[edges];
    this.incoming = new int[edges];
    this.incomingStarts = new int[size + 1];
    for (int state = 0; state < size; state++) {
      Arrays.fill(sources, start(state), start(state + 1), state);
    }
    for (int edge = 0; edge < edges; edge++) {
      incomingStarts[graph.targets.get(edge) + 1]++;
    }
    for (int state = 0; state < size; state++) {
      incomingStarts[state + 1] += incomingStarts[state];
    }
    int[] next = Arrays.copyOf(incomingStarts, size);
    for (int edge = 0; edge < edges; edge++) {
      incoming[next[graph.targets.get(edge)]++] = edge;
    }
  }

  /** Colours all states of a complete graph. */
  static Refinement of(StateGraph graph, StepBudget steps) {
    Refinement refinement = new Refinement(graph, steps);
    refinement.hasCycles = refinement.colorFromLeaves() < refinement.size;
    if (refinement.hasCycles) {
      refinement.refineCycles();
    }
    return refinement;
  }

  /** The colour of each state. */
  int[] colors() {
    return colors;
  }

  /** Whether some state can be reached from itself. */
  boolean hasCycles() {
    return hasCycles;
  }

  private int start(int state) {
    return state < size ? graph.starts.get(state) : graph.targets.size();
  }

  /** Colours all states that reach no cycle; returns their number. */
  private int colorFromLeaves() {
    int[] waiting = new int[size];
    IntList ready = new IntList();
    for (int state = size - 1; state >= 0; state--) {
      waiting[state] = start(state + 1) - start(state);
      if (waiting[state] == 0) {
        ready.add(state);
      }
    }
    int colored = 0;
    while (ready.size() > 0) {
      int state = ready.removeLast();
      colored++;
      colors[state] = signatures.computeIfAbsent(signature(state), s -> signatures.size());
      for (int i = incomingStarts[state]; i < incomingStarts[state + 1]; i++) {
        int source = sources[incoming[i]];
        if (--waiting[source] == 0) {
          ready.add(source);
        }
      }
    }
    return colored;
  }

  /** Returns the signature of a state: its tag, and its edges to states that have a colour. */
  private Signature signature(int state) {
    int count = 0;
    long[] parts = new long[start(state + 1) - start(state)];
    steps.take(1 + parts.length);
    for (int edge = start(state); edge < start(state + 1); edge++) {
      int color = colors[graph.targets.get(edge)];
      if (color != UNKNOWN) {
        parts[count++] = ((long) graph.labels.get(edge) << 32) | color;
      }
    }
    long[] sorted = count == parts.length ? parts : Arrays.copyOf(parts, count);
    Arrays.sort(sorted);
    return new Signature(graph.tags.get(state), sorted);
  }

  private void refineCycles() {
    int[] states = new int[size];
    int[] numbers = new int[size];
    int count = 0;
    for (int state = 0; state < size; state++) {
      numbers[state] = colors[state] == UNKNOWN ? count : UNKNOWN;
      if (colors[state] == UNKNOWN) {
        states[count++] = state;
      }
    }
    int[] blocks = new int[count];
    Map<Signature, Integer> initial = new HashMap<>();
    for (int i = 0; i < count; i++) {
      blocks[i] = initial.computeIfAbsent(signature(states[i]), s -> initial.size());
    }
    Partition partition = new Partition(blocks);
    new BlockSplitter(partition, states, numbers).run();
    int first = signatures.size();
    for (int i = 0; i < count; i++) {
      colors[states[i]] = first + partition.blockOf(i);
    }
  }

  /** Splits the blocks of the states that reach a cycle, until no block can be split. */
  private final class BlockSplitter {
    private final Partition partition;
    private final int[] states;
    private final int[] numbers;

    /** For each number the signature of its edges into the current block. */
    private final int[] keys;

    private final IntList work = new IntList();
    private boolean[] isWaiting;
    private final IntList touched = new IntList();

    BlockSplitter(Partition partition, int[] states, int[] numbers) {
      this.partition = partition;
      this.states = states;
      this.numbers = numbers;
      this.keys = new int[partition.itemCount()];
      this.isWaiting = new boolean[Math.max(16, 2 * partition.blockCount())];
      for (int block = 0; block < partition.blockCount(); block++) {
        await(block);
      }
    }

    private void await(int block) {
      if (block >= isWaiting.length) {
        isWaiting = Arrays.copyOf(isWaiting, 2 * isWaiting.length);
      }
      isWaiting[block] = true;
      work.add(block);
    }

    void run() {
      while (work.size() > 0) {
        int block = work.removeLast();
        isWaiting[block] = false;
        markSources(partition.itemsOf(block));
        for (int i = 0; i < touched.size(); i++) {
          split(touched.get(i));
        }
        touched.clear();
      }
    }

    private void split(int block) {
      int before = partition.blockCount();
      partition.split(block, keys);
      for (int part = before; part < partition.blockCount(); part++) {
        await(part);
      }
    }

    /** Marks the states with edges into the current block, each with the signature of its edges. */
    private void markSources(int[] items) {
      int count = 0;
      for (int item : items) {
        int state = states[item];
        count += incomingStarts[state + 1] - incomingStarts[state];
      }
      steps.take(1L + items.length + count);
      long[] edges = new long[count];
      int at = 0;
      for (int item : items) {
        int state = states[item];
        for (int i = incomingStarts[state]; i < incomingStarts[state + 1]; i++) {
          int edge = incoming[i];
          edges[at++] =
              ((long) numbers[sources[edge]] << 32) | (graph.labels.get(edge) & 0xFFFF_FFFFL);
        }
      }
      Arrays.sort(edges);
      Map<Signature, Integer> found = new HashMap<>();
      for (int from = 0; from < count; ) {
        int to = from;
        while (to < count && edges[to] >>> 32 == edges[from] >>> 32) {
          to++;
        }
        int source = (int) (edges[from] >>> 32);
        keys[source] = found.computeIfAbsent(labels(edges, from, to), s -> found.size());
        if (partition.mark(source)) {
          touched.add(partition.blockOf(source));
        }
        from = to;
      }
    }

    private Signature labels(long[] edges, int from, int to) {
      long[] labels = new long[to - from];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = (int) edges[from + i];
      }
      return new Signature(0, labels);
    }
  }
}
