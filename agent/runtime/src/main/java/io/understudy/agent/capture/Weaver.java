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
  private volatile Pattern plan;

  /** Weaves by a plan. */
  Weaver(Pattern plan, Sites sites, Notices notices) {
    this.plan = plan;
    this.sites = sites;
    this.notices = notices;
  }

  /** Weaves by another plan from now on. */
  void weaveBy(Pattern next) {
    plan = next;
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
    Pattern plan = this.plan;
    if (!plan.matcher.concerns(internalName)) {
      return null;
    }
    String name = internalName.replace('/', '.');
    List<Weaving> targets = Collections.emptyList();
    try {
      targets = plan.matcher.in(loader, internalName, loaded, classFile);
      return targets.isEmpty()
          ? null
          : weave(plan, loader, name, loaded != null, domain, classFile, targets);
    } catch (Throwable failure) {
      String reason = name + " could not be woven: " + failure;
      targets.forEach(target -> plan.woven.refused(target.point, reason));
      if (targets.isEmpty()) {
        notices.warn(reason);
      }
      return null;
    }
  }

  private byte @Nullable [] weave(
      Pattern plan,
      @Nullable ClassLoader loader,
      String name,
      boolean again,
      @Nullable ProtectionDomain domain,
      byte[] classFile,
      List<Weaving> targets) {
    if (!BridgeAccess.isPossibleFor(loader)) {
      targets.forEach(target -> plan.woven.refused(target.point, hidden(name, loader)));
      return null;
    }
    int[] places = new int[targets.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = sites.add(name, targets.get(i).method, loader, again);
    }
    byte[] result = Weave.into(name, classFile, loader, plan.numbers, targets, places);
    for (Weaving target : targets) {
      if (Traces.inArguments(target.method.descriptor())) {
        target.point.noteArgumentEffects();
      }
      plan.woven.add(target.point, name, loader, domain);
      notices.info(target.point.name() + ": woven into " + name);
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
