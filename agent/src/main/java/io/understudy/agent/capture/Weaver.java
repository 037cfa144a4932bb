package io.understudy.agent.capture;

import io.understudy.agent.call.CallPoint;
import io.understudy.bridge.Bridge;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every class that is loaded, by name alone, and weaves those that a call point names.
 * Byte Buddy is not loaded before the first of them: it is most of an agent's cost at start.
 *
 * <p>The JVM calls this with locks of class loaders held: so nothing is logged from here, and no
 * thread is waited for. Thread-safe.
 */
final class Weaver implements ClassFileTransformer {
  private final Map<String, List<CallPoint>> byInternalName;
  private final WovenClasses woven;
  private final Notices notices;

  /**
   * Weaves the given call points.
   *
   * @param byInternalName by the control's class name, with slashes
   */
  Weaver(Map<String, List<CallPoint>> byInternalName, WovenClasses woven, Notices notices) {
    this.byInternalName = byInternalName;
    this.woven = woven;
    this.notices = notices;
  }

  /** Whether a call point names this class, by its binary name. */
  boolean names(String className) {
    return byInternalName.containsKey(className.replace('.', '/'));
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> loaded,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (internalName == null) { // hidden classes, such as lambdas
      return null;
    }
    List<CallPoint> points = byInternalName.get(internalName);
    if (points == null) {
      return null;
    }
    String name = internalName.replace('/', '.');
    try {
      return weave(loader, name, domain, classFile, points);
    } catch (Throwable failure) {
      for (CallPoint point : points) {
        woven.refused(point, name + " could not be woven: " + failure);
      }
      return null;
    }
  }

  private byte @Nullable [] weave(
      @Nullable ClassLoader loader,
      String name,
      @Nullable ProtectionDomain domain,
      byte[] classFile,
      List<CallPoint> points) {
    if (!seesBridge(loader)) {
      for (CallPoint point : points) {
        woven.refused(point, hidden(name, loader));
      }
      return null;
    }
    boolean[] left = new boolean[points.size()];
    byte[] result =
        Weave.into(
            name,
            classFile,
            loader,
            points,
            (point, reason) -> {
              left[points.indexOf(point)] = true;
              woven.refused(point, reason);
            });
    for (int i = 0; i < left.length; i++) {
      if (!left[i]) {
        woven.add(points.get(i), loader, domain);
        notices.info(points.get(i).name() + ": woven into " + name);
      }
    }
    return result;
  }

  /**
   * Whether classes of this loader find the one bridge. Asked of the JVM and not of the loader,
   * since then the JVM remembers the answer: what was found now cannot be missing later.
   */
  private static boolean seesBridge(@Nullable ClassLoader loader) {
    try {
      return Class.forName(Bridge.class.getName(), false, loader) == Bridge.class;
    } catch (ClassNotFoundException | LinkageError hidden) {
      return false;
    }
  }

  private static String hidden(String name, @Nullable ClassLoader loader) {
    return name
        + " was not woven: its class loader "
        + (loader == null ? "(bootstrap)" : loader.getClass().getName())
        + " hides the package io.understudy.bridge; add it to org.osgi.framework.bootdelegation"
        + " (OSGi) or jboss.modules.system.pkgs (JBoss Modules)";
  }
}
