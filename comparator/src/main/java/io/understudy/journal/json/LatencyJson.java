package io.understudy.journal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.understudy.journal.latency.LatencyCounts;
import java.io.IOException;
import java.util.Arrays;

/**
 * Latencies as JSON. Since revision 4 they are a run of counts: {@code
 * {"count":3,"sum":..,"min":..,"max":..,"width":1,"first":357,"counts":[1,-4,2]}}; see {@link
 * LatencyRun}. Before, they were {@code
 * {"count":3,"sum":..,"min":..,"max":..,"buckets":[357,362],"counts":[1,2]}}.
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
    LatencyRun run = LatencyRun.of(latencies);
    out.writeNumberField("width", run.width());
    out.writeNumberField("first", run.first());
    out.writeArrayFieldStart("counts");
    for (int i = 0; i < run.size(); i++) {
      out.writeNumber(run.item(i));
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** Reads the object that is the current value, a run of counts. */
  static LatencyCounts readRun(EntryParser in) throws IOException {
    long count = 0;
    long sum = 0;
    long min = 0;
    long max = 0;
    long width = 0;
    long first = 0;
    LatencyRun run = new LatencyRun();
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
        case "width":
          width = in.number();
          break;
        case "first":
          first = in.number();
          break;
        case "counts":
          in.openArray();
          while (in.nextElement()) {
            in.requireRoom(run.size(), LatencyCounts.MOST_BUCKETS);
            run.add(in.number(-LatencyCounts.MOST_BUCKETS, Ranges.MOST_COUNT));
          }
          break;
        default:
          in.skip(field);
      }
    }
    return checked(run.latencies(width, first, sum, min, max), count);
  }

  private static LatencyCounts checked(LatencyCounts read, long count)
      throws MalformedEntryException {
    if (read.count() != count) {
      throw new MalformedEntryException(
          "latency counts add up to " + read.count() + ", not " + count);
    }
    return read;
  }

  /** Reads the object that is the current value, in the form before revision 4. */
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
    return checked(LatencyCounts.of(toBuckets(buckets), counts, sum, min, max), count);
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
