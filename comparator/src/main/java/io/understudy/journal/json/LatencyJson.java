package io.understudy.journal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.understudy.journal.latency.LatencyCounts;
import java.io.IOException;
import java.util.Arrays;

/**
 * Latencies as JSON: {@code {"count":3,"sum":..,"min":..,"max":..,"buckets":[..],"counts":[..]}}.
 */
final class LatencyJson {
  private LatencyJson() {}

  /** Writes a field, unless the latencies are empty. */
  static void write(JsonGenerator out, String name, LatencyCounts latencies) throws IOException {
    if (latencies.isEmpty()) {
      return;
    }
    out.writeObjectFieldStart(name);
    out.writeNumberField("count", latencies.count());
    out.writeNumberField("sum", latencies.sum());
    out.writeNumberField("min", latencies.min());
    out.writeNumberField("max", latencies.max());
    out.writeArrayFieldStart("buckets");
    for (int i = 0; i < latencies.size(); i++) {
      out.writeNumber(latencies.bucket(i));
    }
    out.writeEndArray();
    out.writeArrayFieldStart("counts");
    for (int i = 0; i < latencies.size(); i++) {
      out.writeNumber(latencies.count(i));
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** Reads the object that is the current value. */
  static LatencyCounts read(EntryParser in) throws IOException {
    long count = 0;
    long sum = 0;
    long min = 0;
    long max = 0;
    long[] buckets = {};
    long[] counts = {};
    for (String field = in.firstField(); field != null; field = in.nextField()) {
      switch (field) {
        case "count":
          count = in.number();
          break;
        case "sum":
          sum = in.number();
          break;
        case "min":
          min = in.number();
          break;
        case "max":
          max = in.number();
          break;
        case "buckets":
          buckets = readNumbers(in);
          break;
        case "counts":
          counts = readNumbers(in);
          break;
        default:
          in.skip(field);
      }
    }
    LatencyCounts read = LatencyCounts.of(toBuckets(buckets), counts, sum, min, max);
    if (read.count() != count) {
      throw new MalformedEntryException(
          "latency counts add up to " + read.count() + ", not " + count);
    }
    return read;
  }

  private static int[] toBuckets(long[] numbers) throws MalformedEntryException {
    int[] buckets = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      buckets[i] = (int) Math.max(-1, Math.min(numbers[i], Integer.MAX_VALUE));
    }
    return buckets;
  }

  private static long[] readNumbers(EntryParser in) throws IOException {
    in.openArray();
    long[] numbers = new long[32];
    int size = 0;
    while (in.nextElement()) {
      in.requireRoom(size, LatencyCounts.MOST_BUCKETS);
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = in.count();
    }
    return Arrays.copyOf(numbers, size);
  }
}
