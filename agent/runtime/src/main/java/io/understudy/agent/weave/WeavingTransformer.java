package io.understudy.agent.weave;

import io.understudy.agent.classfile.ArgumentEffects;
import io.understudy.agent.isolated.IsolatedLoader;
import io.understudy.bridge.Bridge;
import io.understudy.value.ThreadDeaths;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the name of every class that is loaded, and weaves those that a call point names, or that
 * implement the named type inside the point's packages. Byte Buddy is loaded only for the first of
 * them, since it is most of the agent's cost at start.
 *
 * <p>The JVM calls this while locks of class loaders are held, so it does not log and does not wait
 * for other threads. Thread-safe.
 */
final class WeavingTransformer implements ClassFileTransformer {
  private final SiteTable sites;
  private final NoticeQueue notices;
  private volatile WeavingPlan plan;

  /** Creates a transformer that weaves by a plan. */
  WeavingTransformer(WeavingPlan plan, SiteTable sites, NoticeQueue notices) {
    this.plan = plan;
    this.sites = sites;
    this.notices = notices;
  }

  /** Replaces the plan. */
  void weaveBy(WeavingPlan next) {
    plan = next;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> loaded,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (internalName == null) { // a hidden class, such as a lambda
      return null;
    }
    WeavingPlan plan = this.plan;
    // A candidate may have classes with the names of controls in its own class loader.
    if (!plan.matcher.concerns(internalName) || IsolatedLoader.isIsolated(loader)) {
      return null;
    }
    String name = internalName.replace('/', '.');
    try {
      return transform(plan, loader, name, loaded, domain, classFile);
    } catch (Throwable stopped) {
      // The thread was stopped, and the JDK swallows what a transformer throws. The class is woven.
      Bridge.stopAgain(stopped);
      return transform(plan, loader, name, loaded, domain, classFile);
    }
  }

  /** Weaves a class; throws nothing but a {@code ThreadDeath}. */
  private byte @Nullable [] transform(
      WeavingPlan plan,
      @Nullable ClassLoader loader,
      String name,
      @Nullable Class<?> loaded,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    List<WeavingTarget> targets = Collections.emptyList();
    try {
      targets = plan.matcher.in(loader, name.replace('.', '/'), loaded, classFile);
      return targets.isEmpty()
          ? null
          : weave(plan, loader, name, loaded != null, domain, classFile, targets);
    } catch (Throwable failure) {
      ThreadDeaths.rethrow(failure);
      String reason = name + " could not be woven: " + failure;
      targets.forEach(target -> plan.woven.refused(target.point, reason));
      if (targets.isEmpty()) {
        notices.warn(reason);
      }
      return null;
    }
  }

  private byte @Nullable [] weave(
      WeavingPlan plan,
      @Nullable ClassLoader loader,
      String name,
      boolean again,
      @Nullable ProtectionDomain domain,
      byte[] classFile,
      List<WeavingTarget> targets) {
    if (!BridgeAccess.isPossibleFor(loader)) {
      targets.forEach(target -> plan.woven.refused(target.point, describeHidden(name, loader)));
      return null;
    }
    long code = hash(classFile);
    int[] siteNumbers = new int[targets.size()];
    for (int i = 0; i < siteNumbers.length; i++) {
      WeavingTarget target = targets.get(i);
      siteNumbers[i] =
          sites.add(plan.numbers.of(target.point), name, target.method, code, loader, again);
    }
    byte[] result = CallDecorator.into(name, classFile, loader, plan.numbers, targets, siteNumbers);
    String fault = WovenClassCheck.findFault(classFile, result);
    if (fault != null) {
      String reason = name + " was not woven: " + fault;
      targets.forEach(target -> plan.woven.refused(target.point, reason));
      return null;
    }
    for (WeavingTarget target : targets) {
      if (ArgumentEffects.areOnlyEffects(target.method.descriptor())) {
        target.point.noteArgumentEffects();
      }
      plan.woven.add(target.point, name, loader, domain);
      notices.info(target.point.name() + ": woven into " + name);
    }
    return result;
  }

  /** Returns a hash of a class file (FNV-1a, 64 bits), which is not 0. */
  private static long hash(byte[] classFile) {
    long hash = 0xcbf29ce484222325L;
    for (byte each : classFile) {
      hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
    }
    return hash == 0 ? 1 : hash;
  }

  private static String describeHidden(String name, @Nullable ClassLoader loader) {
    return name
        + " was not woven: its class loader "
        + (loader == null ? "(bootstrap)" : loader.getClass().getName())
        + " hides the package io.understudy.bridge; add it to org.osgi.framework.bootdelegation"
        + " (OSGi) or jboss.modules.system.pkgs (JBoss Modules)";
  }
}
