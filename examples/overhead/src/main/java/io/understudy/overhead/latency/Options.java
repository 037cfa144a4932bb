package io.understudy.overhead.latency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command line.
 *
 * @param rounds how often each variant runs
 * @param seconds that are measured at each load
 * @param warmUp seconds before the first measured call
 * @param loads percentages of what the processors can do
 * @param variants selected variants; the two without an agent are always among them
 */
record Options(int rounds, int seconds, int warmUp, List<Integer> loads, List<Variant> variants) {

  static final String USAGE =
      "usage: latency.sh [ROUNDS [SECONDS [WARM-UP]]] [LOAD%]... [VARIANT]...\n"
          + "ROUNDS 5, SECONDS at each load 10, WARM-UP 60 s, loads 20% 56% 80%, all variants:\n  "
          + Arrays.stream(Variant.values()).map(Variant::argument).collect(Collectors.joining(" "));

  /** Reads the command line. */
  static Options parse(String[] arguments) {
    List<Integer> numbers = new ArrayList<>();
    List<Integer> loads = new ArrayList<>();
    List<Variant> variants = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.matches("[0-9]{1,4}")) {
        numbers.add(Integer.valueOf(argument));
      } else if (argument.matches("[0-9]{1,3}%")) {
        loads.add(Integer.valueOf(argument.substring(0, argument.length() - 1)));
      } else {
        variants.add(variant(argument));
      }
    }
    if (numbers.size() > 3 || number(numbers, 0, 5) < 1 || number(numbers, 1, 10) < 1) {
      throw new IllegalArgumentException(USAGE);
    }
    return new Options(
        number(numbers, 0, 5),
        number(numbers, 1, 10),
        number(numbers, 2, 60),
        loads.isEmpty() ? List.of(20, 56, 80) : loads,
        variants.isEmpty() ? List.of(Variant.values()) : withReference(variants));
  }

  private static int number(List<Integer> numbers, int index, int defaultNumber) {
    return index < numbers.size() ? numbers.get(index) : defaultNumber;
  }

  private static Variant variant(String argument) {
    return Arrays.stream(Variant.values())
        .filter(variant -> variant.argument().equals(argument))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(argument + "?\n" + USAGE));
  }

  private static List<Variant> withReference(List<Variant> variants) {
    return Arrays.stream(Variant.values())
        .filter(v -> v == Variant.NO_AGENT || v == Variant.NO_AGENT_AGAIN || variants.contains(v))
        .toList();
  }
}
