package io.understudy.value.contents;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of fields that enhancers, coverage tools and compilers add to classes. */
final class EnhancerFields {
  private static final String[] PREFIXES = {
    "$$_", // Hibernate, Weld
    "CGLIB$",
    "__cobertura",
    "$jacoco",
    "_persistence_", // EclipseLink
    "_ebean_",
  };

  private static final Set<String> NAMES =
      new HashSet<>(
          Arrays.asList(
              "$VRc",
              "__timeStamp",
              "$callSiteArray",
              "__equalsCalc", // Axis
              "__hashCodeCalc",
              "pcStateManager", // OpenJPA
              "pcDetachedState",
              "dnStateManager", // DataNucleus
              "dnDetachedState",
              "dnFlags",
              "jdoStateManager",
              "jdoDetachedState",
              "jdoFlags"));

  /** The flags that show which lazy values of a Scala object are computed. */
  private static final Pattern SCALA_FLAGS = Pattern.compile("\\d*bitmap\\$.*");

  private EnhancerFields() {}

  static boolean is(String name) {
    for (String prefix : PREFIXES) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    // AspectJ declares the fields that an aspect adds to a class with the name ajc$interField.
    return NAMES.contains(name)
        || (name.startsWith("ajc$") && !name.startsWith("ajc$interField$"))
        || SCALA_FLAGS.matcher(name).matches();
  }
}
