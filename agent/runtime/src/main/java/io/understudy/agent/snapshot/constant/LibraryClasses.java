package io.understudy.agent.snapshot.constant;

/**
 * Classes of well-known libraries. Their constants that can change are internals, such as an empty
 * table with room for cached views: no application compares them, and copying them is faithful.
 * Stateless.
 */
final class LibraryClasses {
  private static final String[] PREFIXES = {
    "com.carrotsearch.hppc.",
    "com.fasterxml.",
    "com.google.common.",
    "com.google.gson.",
    "com.google.protobuf.",
    "com.koloboke.",
    "gnu.trove.",
    "groovy.",
    "io.vavr.",
    "it.unimi.dsi.",
    "jakarta.",
    "javassist.",
    "javax.",
    "kotlin.",
    "kotlinx.",
    "net.sf.cglib.",
    "org.agrona.",
    "org.apache.avro.",
    "org.apache.commons.",
    "org.apache.groovy.",
    "org.apache.xerces.",
    "org.apache.xmlbeans.",
    "org.bson.",
    "org.codehaus.groovy.",
    "org.dom4j.",
    "org.eclipse.collections.",
    "org.hibernate.",
    "org.javamoney.",
    "org.jdom2.",
    "org.joda.",
    "org.json.",
    "org.springframework.",
    "org.threeten.",
    "scala.",
    "tools.jackson."
  };

  private LibraryClasses() {}

  /** Whether the class belongs to such a library. */
  static boolean include(Class<?> type) {
    String name = type.getName();
    for (String prefix : PREFIXES) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
