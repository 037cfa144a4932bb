package io.understudy.value.contents;

/**
 * Libraries whose containers keep nothing but their elements: their fields store the elements, or
 * connect a container with its library, and are no content.
 */
public final class ContainerLibraries {
  private static final String[] PACKAGES = {
    "akka.",
    "clojure.",
    "com.carrotsearch.hppc.",
    "com.fasterxml.",
    "com.github.benmanes.caffeine.",
    "com.google.common.",
    "com.google.gson.",
    "com.google.protobuf.",
    "com.gs.collections.",
    "com.hazelcast.",
    "com.koloboke.",
    "gnu.trove.",
    "groovy.",
    "io.netty.",
    "io.vavr.",
    "it.unimi.dsi.",
    "javolution.",
    "kotlin.",
    "kotlinx.",
    "net.openhft.koloboke.",
    "org.agrona.",
    "org.apache.avro.",
    "org.apache.commons.collections.",
    "org.apache.commons.collections4.",
    "org.apache.groovy.",
    "org.apache.johnzon.",
    "org.apache.openjpa.",
    "org.apache.pekko.",
    "org.codehaus.groovy.",
    "org.datanucleus.",
    "org.eclipse.collections.",
    "org.eclipse.persistence.",
    "org.eclipse.parsson.",
    "org.glassfish.json.",
    "org.hibernate.",
    "org.jctools.",
    "org.json.",
    "org.pcollections.",
    "org.springframework.",
    "scala.",
    "tools.jackson.",
  };

  private ContainerLibraries() {}

  /** Whether a class of this name belongs to one of the libraries. */
  public static boolean contain(String className) {
    for (String prefix : PACKAGES) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
