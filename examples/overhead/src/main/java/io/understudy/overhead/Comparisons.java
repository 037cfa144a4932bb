package io.understudy.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.util.concurrent.TimeUnit;
import org.javers.core.Javers;
import org.javers.core.JaversBuilder;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Two equal orders of 50 lines, compared. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Comparisons {
  private final Differ differ = Differ.with(Rules.none());
  private final Javers javers = JaversBuilder.javers().build();
  private final Order control = new Order();
  private final Order same = new Order();
  private final NewOrder candidate = NewOrder.of(new Order());
  private @Nullable Object frozen;

  /** The control's side as the agent keeps it. */
  @Setup
  public void freeze() throws Uncapturable {
    frozen = Freezer.freeze(control, new Meter(Bounds.DEFAULT));
  }

  /** As the agent compares: a frozen legacy bean against a live record. */
  @Benchmark
  public boolean understudy() {
    return differ.compare(frozen, candidate).isEqual();
  }

  /** As a test compares: two live objects of one class. */
  @Benchmark
  public boolean understudySameClass() {
    return differ.compare(control, same).isEqual();
  }

  /** AssertJ's recursive comparison, a legacy bean against a record. */
  @Benchmark
  public Object assertj() {
    return assertThat(candidate).usingRecursiveComparison().isEqualTo(control);
  }

  /** JaVers, which compares objects of one class. */
  @Benchmark
  public boolean javers() {
    return javers.compare(control, same).hasChanges();
  }
}
