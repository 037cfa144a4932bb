package io.understudy.agent.snapshot.survey;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Atomic variables and adders. */
final class ConcurrentSamples extends SampleGroup {
  @Override
  void fill() {
    put("AtomicBoolean", () -> new AtomicBoolean(true), () -> new AtomicBoolean());
    put("AtomicInteger", () -> new AtomicInteger(1), () -> new AtomicInteger(2));
    put("AtomicLong", () -> new AtomicLong(1), () -> new AtomicLong(2));
    put("AtomicReference", () -> new AtomicReference<>("a"), () -> new AtomicReference<>("b"));
    put("AtomicIntegerArray", () -> new AtomicIntegerArray(1), () -> new AtomicIntegerArray(2));
    put("AtomicLongArray", () -> new AtomicLongArray(1), () -> new AtomicLongArray(2));
    put(
        "AtomicReferenceArray",
        () -> new AtomicReferenceArray<>(new String[] {"a"}),
        () -> new AtomicReferenceArray<>(new String[] {"b"}));
    put(
        "AtomicStampedReference",
        () -> new AtomicStampedReference<>("a", 1),
        () -> new AtomicStampedReference<>("a", 2));
    put(
        "AtomicMarkableReference",
        () -> new AtomicMarkableReference<>("a", true),
        () -> new AtomicMarkableReference<>("a", false));
    put("LongAdder", () -> adder(1), () -> adder(2));
    put("DoubleAdder", () -> doubleAdder(1), () -> doubleAdder(2));
  }

  private static LongAdder adder(long value) {
    LongAdder adder = new LongAdder();
    adder.add(value);
    return adder;
  }

  private static DoubleAdder doubleAdder(double value) {
    DoubleAdder adder = new DoubleAdder();
    adder.add(value);
    return adder;
  }
}
