package io.understudy.overhead;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.util.DefaultInstantiatorStrategy;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.concurrent.TimeUnit;
import org.apache.fory.Fory;
import org.objenesis.strategy.StdInstantiatorStrategy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Copies of the same data by libraries, each set up as documented for foreign classes: without
 * registration, with references preserved if the library can.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PeerCopies {
  private final Bean bean = new Bean();
  private final Order order = new Order();
  private final Fory fory =
      Fory.builder()
          .withXlang(false)
          .requireClassRegistration(false)
          .withRefTracking(true)
          .withRefCopy(true)
          .build();
  private final Kryo kryo = unregistered();
  private final ObjectMapper jackson =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .build();

  /** Kryo, which creates objects without a constructor and needs no registered classes. */
  private static Kryo unregistered() {
    Kryo kryo = new Kryo();
    kryo.setRegistrationRequired(false);
    kryo.setInstantiatorStrategy(new DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
    return kryo;
  }

  /** Fails if a copy is wrong, because its figures would be invalid. */
  @Setup
  public void check() {
    for (Order copy :
        new Order[] {
          fory.copy(order), kryo.copy(order), jackson.convertValue(order, Order.class)
        }) {
      if (copy == order || copy.lines.get(49) == order.lines.get(49) || !copy.says(order)) {
        throw new IllegalStateException("not a copy");
      }
    }
    if (!fory.copy(bean).isPlausible()
        || !kryo.copy(bean).isPlausible()
        || !jackson.convertValue(bean, Bean.class).isPlausible()) {
      throw new IllegalStateException("not a copy");
    }
  }

  /** Apache Fory: the bean twice. */
  @Benchmark
  public void foryBean(Blackhole out) {
    out.consume(fory.copy(bean));
    out.consume(fory.copy(bean));
  }

  /** Apache Fory: the order once. */
  @Benchmark
  public Order foryOrder() {
    return fory.copy(order);
  }

  /** Kryo: the bean twice. */
  @Benchmark
  public void kryoBean(Blackhole out) {
    out.consume(kryo.copy(bean));
    out.consume(kryo.copy(bean));
  }

  /** Kryo: the order once. */
  @Benchmark
  public Order kryoOrder() {
    return kryo.copy(order);
  }

  /** Jackson's convertValue: the bean twice. */
  @Benchmark
  public void jacksonBean(Blackhole out) {
    out.consume(jackson.convertValue(bean, Bean.class));
    out.consume(jackson.convertValue(bean, Bean.class));
  }

  /** Jackson's convertValue: the order once. */
  @Benchmark
  public Order jacksonOrder() {
    return jackson.convertValue(order, Order.class);
  }
}
