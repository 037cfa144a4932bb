package io.understudy.agent.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Packages and their subpackages. Immutable. */
public final class PackageNames {
  private final List<String> names;

  private PackageNames(List<String> names) {
    this.names = Collections.unmodifiableList(names);
  }

  /**
   * Reads {@code com.acme.billing,com.acme.tax}; an asterisk at the end has no effect.
   *
   * @throws IllegalArgumentException if a name is not a package name; the message names it
   */
  public static PackageNames parse(String text) {
    List<String> names = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      String name = each.trim().replaceFirst("\\.?\\**$", "");
      if (!name.matches("[\\p{L}\\p{N}_$]+(\\.[\\p{L}\\p{N}_$]+)*")) {
        throw new IllegalArgumentException("\"" + each + "\" is not the name of a package");
      }
      names.add(name);
    }
    return new PackageNames(names);
  }

  /** Whether the class with this binary name is in one of the packages or subpackages. */
  public boolean contain(String className) {
    for (String name : names) {
      if (className.startsWith(name) && className.startsWith(".", name.length())) {
        return true;
      }
    }
    return false;
  }

  /** The names, in the given order. Unmodifiable. */
  public List<String> names() {
    return names;
  }

  /** The names, separated by commas. */
  @Override
  public String toString() {
    return String.join(",", names);
  }
}
