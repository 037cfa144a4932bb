package io.understudy.agent.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Packages with all that is below them. Immutable. */
public final class PackageNames {
  private final List<String> names;

  private PackageNames(List<String> names) {
    this.names = Collections.unmodifiableList(names);
  }

  /**
   * Reads {@code com.acme.billing,com.acme.tax}; an asterisk at the end changes nothing.
   *
   * @throws IllegalArgumentException saying what is wrong
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

  /** Whether the class with this binary name is in one of them, or below. */
  public boolean contain(String className) {
    for (String name : names) {
      if (className.startsWith(name) && className.startsWith(".", name.length())) {
        return true;
      }
    }
    return false;
  }

  /** Their names, in the order in which they were given. Unmodifiable. */
  public List<String> names() {
    return names;
  }

  /** As they were given. */
  @Override
  public String toString() {
    return String.join(",", names);
  }
}
