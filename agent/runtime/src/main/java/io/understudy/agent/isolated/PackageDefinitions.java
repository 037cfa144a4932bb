package io.understudy.agent.isolated;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Defines the packages of a class loader with what the manifests say of them: libraries read their
 * own version there. Thread-safe.
 */
final class PackageDefinitions {
  private final Set<String> defined = ConcurrentHashMap.newKeySet();

  /** {@code ClassLoader.definePackage}. */
  interface Definer {
    /** Defines a package; throws {@code IllegalArgumentException} if it exists. */
    Package define(
        String name,
        @Nullable String specTitle,
        @Nullable String specVersion,
        @Nullable String specVendor,
        @Nullable String implTitle,
        @Nullable String implVersion,
        @Nullable String implVendor,
        java.net.@Nullable URL sealBase);
  }

  /** Defines the package of a class, before the class is defined. */
  void define(String className, ClassPathEntry entry, Definer definer) {
    int dot = className.lastIndexOf('.');
    String name = dot < 0 ? "" : className.substring(0, dot);
    if (name.isEmpty() || defined.contains(name)) {
      return;
    }
    Manifest manifest = entry.manifest();
    Attributes own = manifest == null ? null : manifest.getAttributes(name.replace('.', '/') + "/");
    Attributes main = manifest == null ? null : manifest.getMainAttributes();
    try {
      definer.define(
          name,
          value(own, main, Attributes.Name.SPECIFICATION_TITLE),
          value(own, main, Attributes.Name.SPECIFICATION_VERSION),
          value(own, main, Attributes.Name.SPECIFICATION_VENDOR),
          value(own, main, Attributes.Name.IMPLEMENTATION_TITLE),
          value(own, main, Attributes.Name.IMPLEMENTATION_VERSION),
          value(own, main, Attributes.Name.IMPLEMENTATION_VENDOR),
          // Not sealed: a sealed package would refuse the classes of a second jar with its name.
          null);
    } catch (IllegalArgumentException byAnotherThread) {
      // It has the same manifest, or the one of the jar that comes first.
    }
    // After the definition: another thread must not define a class before it.
    defined.add(name);
  }

  private static @Nullable String value(
      @Nullable Attributes own, @Nullable Attributes main, Attributes.Name name) {
    String ofPackage = own == null ? null : own.getValue(name);
    return ofPackage != null || main == null ? ofPackage : main.getValue(name);
  }
}
