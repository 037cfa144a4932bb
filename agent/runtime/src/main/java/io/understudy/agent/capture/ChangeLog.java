package io.understudy.agent.capture;

import java.util.ArrayList;
import java.util.List;

/**
 * The settings that candidates have tried to change, numbered from 1. Bounded, since a candidate
 * chooses the keys of system properties. Thread-safe.
 */
final class ChangeLog {
  /** The most names with a key; reasons of fates come from few texts. */
  private static final int MOST = 50;

  private static final int MOST_CHARACTERS = 200;

  private final List<String> names = new ArrayList<>();

  /** Returns the name, without its key if there are too many names, or it is too long. */
  synchronized String bounded(String name) {
    boolean fits = name.length() <= MOST_CHARACTERS && names.size() < MOST;
    int key = name.indexOf('(');
    return key < 0 || fits || names.contains(name) ? name : name.substring(0, key);
  }

  /** Returns the number of a name, a new one for a new name. */
  synchronized int number(String name) {
    int known = names.indexOf(name);
    if (known < 0) {
      names.add(name);
      known = names.size() - 1;
    }
    return known + 1;
  }

  /** Returns the name of a number; a setter in general for an unknown number. */
  synchronized String name(int number) {
    return number > 0 && number <= names.size()
        ? names.get(number - 1)
        : "a setter of the whole JVM";
  }
}
