package io.understudy.agent.weave;

import io.understudy.agent.classfile.ArgumentEffects;
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
final class WeavingTransformer implements ClassFileTransformer {
  private final SiteTable sites;
  private final NoticeQueue notices;
  private volatile WeavingPlan plan;

  /** Weaves by a plan. */
  WeavingTransformer(WeavingPlan plan, SiteTable sites, NoticeQueue notices) {
    this.plan = plan;
    this.sites = sites;
    this.notices = notices;
  }

  /** Weaves by another plan from now on. */
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
    if (internalName == null) { // hidden classes, such as lambdas
      return null;
    }
    WeavingPlan plan = this.plan;
    if (!plan.matcher.concerns(internalName)) {
      return null;
    }
    String name = internalName.replace('/', '.');
    List<WeavingTarget> targets = Collections.emptyList();
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
      WeavingPlan plan,
      @Nullable ClassLoader loader,
      String name,
      boolean again,
      @Nullable ProtectionDomain domain,
      byte[] classFile,
      List<WeavingTarget> targets) {
    if (!BridgeAccess.isPossibleFor(loader)) {
      targets.forEach(target -> plan.woven.refused(target.point, hidden(name, loader)));
      return null;
    }
    int[] places = new int[targets.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = sites.add(name, targets.get(i).method, loader, again);
    }
    byte[] result = CallDecorator.into(name, classFile, loader, plan.numbers, targets, places);
    for (WeavingTarget target : targets) {
      if (ArgumentEffects.inArguments(target.method.descriptor())) {
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
