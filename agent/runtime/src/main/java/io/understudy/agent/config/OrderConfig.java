package io.understudy.agent.config;

import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the calls of a call point are replayed, from {@code order:}. Calls with one
 * key are replayed one after another, in the order in which their controls have finished.
 * Immutable.
 */
public final class OrderConfig {
  /** Where the key of a call comes from. */
  public enum Source {
    /** There is no key: calls are replayed as threads are free. */
    ANY,
    /** The thread that has called the control. */
    THREAD,
    /** A part of an argument. */
    ARGUMENT,
    /** A part of the object whose method was called. */
    RECEIVER
  }

  /** Calls are replayed in any order. */
  public static final OrderConfig ANY =
      new OrderConfig(Source.ANY, "any", 0, Collections.emptyList(), null);

  private static final String FORM =
      "thread, or a path without wildcards such as /arguments/0/customer/id or this/account/id";

  private static final int MOST_STEPS = 16;
  private static final int MOST_ARGUMENTS = 255;

  private final Source source;
  private final String key;
  private final int argument;
  private final List<String> steps;
  private final @Nullable String group;

  private OrderConfig(
      Source source, String key, int argument, List<String> steps, @Nullable String group) {
    this.source = source;
    this.key = key;
    this.argument = argument;
    this.steps = Collections.unmodifiableList(new ArrayList<>(steps));
    this.group = group;
  }

  /**
   * Reads a key.
   *
   * @param key {@code thread}, {@code /arguments/0/…} or {@code this/…}
   * @param group the name of the call points that share their keys; null for one point alone
   * @throws IllegalArgumentException if the key has another form; the message says what to write
   */
  public static OrderConfig of(String key, @Nullable String group) {
    if (key.equals("thread")) {
      return new OrderConfig(Source.THREAD, key, 0, Collections.emptyList(), group);
    }
    boolean isOfReceiver = key.startsWith("this/");
    if (!isOfReceiver && !key.startsWith("/arguments/")) {
      throw new IllegalArgumentException("expected " + FORM + ", found \"" + key + "\"");
    }
    List<String> steps = PathPattern.parse(isOfReceiver ? key.substring(4) : key).steps();
    if (steps.size() > MOST_STEPS || steps.stream().anyMatch(PathPattern::isWild)) {
      throw new IllegalArgumentException(
          "expected " + FORM + " of at most " + MOST_STEPS + " steps, found \"" + key + "\"");
    }
    if (isOfReceiver) {
      return new OrderConfig(Source.RECEIVER, key, 0, steps, group);
    }
    String number = steps.get(1);
    if (!number.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(number) >= MOST_ARGUMENTS) {
      throw new IllegalArgumentException(
          "\"" + key + "\": /arguments/ is followed by the number of an argument, from 0");
    }
    int argument = Integer.parseInt(number);
    return new OrderConfig(Source.ARGUMENT, key, argument, steps.subList(2, steps.size()), group);
  }

  /** Where the key comes from. */
  public Source source() {
    return source;
  }

  /** The key as it is configured: {@code any}, {@code thread} or a path. */
  public String key() {
    return key;
  }

  /** The number of the argument that holds the key, from 0. */
  public int argument() {
    return argument;
  }

  /** The steps from the argument or the receiver to the key. Unmodifiable. */
  public List<String> steps() {
    return steps;
  }

  /** The group in which keys are shared; null if the call point shares them with no other. */
  public @Nullable String group() {
    return group;
  }

  /** Whether calls are replayed in any order. */
  public boolean isAny() {
    return source == Source.ANY;
  }

  @Override
  public String toString() {
    return group == null ? key : key + " in " + group;
  }
}
