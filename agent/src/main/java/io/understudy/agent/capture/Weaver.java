package io.understudy.agent.capture;

import io.understudy.agent.classfile.Traces;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every class that is loaded, by name alone, and weaves those that a call point names, or
 * that implement what it names where its packages are. Byte Buddy is not loaded before the first of
 * them: it is most of an agent's cost at start.
 *
 * <p>The JVM calls this with locks of class loaders held: so nothing is logged from here, and no
 * thread is waited for. Thread-safe.
 */
final class Weaver implements ClassFileTransformer {
  private final Sites sites;
  private final Notices notices;
  private volatile Pattern pattern;

  /** Weaves by a pattern. */
  Weaver(Pattern pattern, Sites sites, Notices notices) {
    this.pattern = pattern;
    this.sites = sites;
    this.notices = notices;
  }

  /** Weaves by another pattern from now on. */
  void weaveBy(Pattern next) {
    pattern = next;
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
    Pattern pattern = this.pattern;
    if (!pattern.matching.concerns(internalName)) {
      return null;
    }
    String name = internalName.replace('/', '.');
    List<Weaving> weavings = Collections.emptyList();
    try {
      weavings = pattern.matching.in(loader, internalName, loaded, classFile);
      return weavings.isEmpty()
          ? null
          : weave(pattern, loader, name, loaded != null, domain, classFile, weavings);
    } catch (Throwable failure) {
      String reason = name + " could not be woven: " + failure;
      weavings.forEach(weaving -> pattern.woven.refused(weaving.point, reason));
      if (weavings.isEmpty()) {
        notices.warn(reason);
      }
      return null;
    }
  }

  private byte @Nullable [] weave(
      Pattern pattern,
      @Nullable ClassLoader loader,
      String name,
      boolean again,
      @Nullable ProtectionDomain domain,
      byte[] classFile,
      List<Weaving> weavings) {
    if (!BridgeAccess.isPossibleFor(loader)) {
      weavings.forEach(weaving -> pattern.woven.refused(weaving.point, hidden(name, loader)));
      return null;
    }
    int[] places = new int[weavings.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = sites.add(name, weavings.get(i).method, loader, again);
    }
    byte[] result = Weave.into(name, classFile, loader, pattern.numbers, weavings, places);
    for (Weaving weaving : weavings) {
      if (Traces.inArguments(weaving.method.descriptor())) {
        weaving.point.leavesTracesInArguments();
      }
      pattern.woven.add(weaving.point, name, loader, domain);
      notices.info(weaving.point.name() + ": woven into " + name);
    }
    return result;
  }

  private static String hidden(String name, @Nullable ClassLoader loader) {
    return name
        + " was not woven: its class loader "
        + (loader == null ? "(bootstrap)" : loader.getClass().getName())
        + " hides the package io.understudy.bridge; add it to org.osgi.framework.bootdelegation"
        + " (OSGi) or jboss.modules.system.pkgs (JBoss Modules)";
  }
}
