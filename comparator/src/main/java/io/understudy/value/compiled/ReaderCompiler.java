package io.understudy.value.compiled;

import io.understudy.value.Bounds;
import io.understudy.value.FingerprintTable;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes readers of classes. A class whose objects are frozen often gets a reader of its own, which
 * the JIT compiler can inline. Thread-safe.
 */
public final class ReaderCompiler {
  /** More calls than the JVM needs to compile a method, fewer than it needs to optimise one. */
  private static final int WARM_UP = 300;

  private final int readsToCompile;

  /** Readers of classes that wait for the next {@link #compile}. They keep no class loaded. */
  private final Queue<WeakReference<CountingReader>> frequent = new ConcurrentLinkedQueue<>();

  /**
   * Creates a compiler without classes.
   *
   * @param readsToCompile number of reads after which a class gets a reader of its own
   */
  public ReaderCompiler(int readsToCompile) {
    this.readsToCompile = readsToCompile;
  }

  /**
   * Returns the first reader of a class.
   *
   * @param successor receives the faster reader, on the thread that compiles it
   */
  public RecordReader first(ReaderParts parts, Consumer<RecordReader> successor) {
    return new CountingReader(
        parts, successor, readsToCompile, reader -> frequent.add(new WeakReference<>(reader)));
  }

  /**
   * Compiles readers for the classes that are now frozen often. Must not run on the application's
   * threads. If it fails for a class, the slower reader stays in use.
   *
   * @param empty makes an object without contents, with which a new reader is warmed up; null if
   *     there is none
   * @param walk makes a walk that can freeze its parts
   * @return the number of classes that have a new reader
   */
  public int compile(Function<Class<?>, @Nullable Object> empty, Supplier<Object> walk) {
    int compiled = 0;
    for (WeakReference<CountingReader> next = frequent.poll();
        next != null;
        next = frequent.poll()) {
      CountingReader slow = next.get();
      if (slow == null) {
        continue;
      }
      try {
        ConstantLoader loader = new ConstantLoader(ReaderCompiler.class, slow.parts);
        RecordReader fast = (RecordReader) loader.instance("ConstantReader");
        Object example = empty.apply(slow.parts.type);
        if (example != null) {
          warmUp(fast, slow.parts, example, walk.get());
        }
        slow.successor.accept(fast);
        compiled++;
      } catch (Exception | LinkageError failure) {
        continue;
      }
    }
    return compiled;
  }

  /** Links and compiles the methods of a reader before the application's threads use it. */
  private static void warmUp(RecordReader reader, ReaderParts parts, Object empty, Object walk)
      throws Uncapturable {
    for (int i = 0; i < WARM_UP; i++) {
      @Nullable Object[] read = new @Nullable Object[parts.size];
      reader.leaves(empty, read);
      reader.rest(empty, walk, read);
      @Nullable Object[] row = {empty, empty, null};
      reader.row(row, 0, 1, new FingerprintTable(), new Meter(Bounds.DEFAULT));
    }
  }
}
