package io.understudy.value.compiled;

import io.understudy.value.FingerprintTable;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads with handles that the JIT compiler cannot inline, since they are no constants. Counts the
 * objects: {@link ConstantReader} costs a class for each class that it reads, so only classes that
 * are frozen often get one.
 */
final class CountingReader extends RecordReader {
  final ReaderParts parts;
  final Consumer<RecordReader> successor;
  private final int readsToCompile;
  private final Consumer<CountingReader> reached;

  /** Racy: lost counts only delay the switch to the faster reader. */
  private int reads;

  /**
   * Creates the first reader of a class.
   *
   * @param successor receives the faster reader
   * @param readsToCompile number of reads after which {@code reached} runs
   * @param reached receives this reader once, on the thread that reads
   */
  CountingReader(
      ReaderParts parts,
      Consumer<RecordReader> successor,
      int readsToCompile,
      Consumer<CountingReader> reached) {
    this.parts = parts;
    this.successor = successor;
    this.readsToCompile = readsToCompile;
    this.reached = reached;
  }

  @Override
  public long leaves(Object live, @Nullable Object[] to) {
    if (++reads == readsToCompile) {
      reached.accept(this);
    }
    return leaves(parts.leaves, live, to);
  }

  @Override
  public void rest(Object live, Object walk, @Nullable Object[] to) throws Uncapturable {
    rest(parts.rest, live, walk, to);
  }

  @Override
  public int row(@Nullable Object[] row, int from, int step, FingerprintTable seen, Meter meter) {
    return from;
  }
}
