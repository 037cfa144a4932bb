package io.understudy.agent.weave;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.ControlClasses;
import io.understudy.agent.call.Site;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Records for each call point where its control was woven, or why it was not. Refers to class
 * loaders weakly, so that undeployed applications are collected. Thread-safe.
 */
final class WovenClasses implements ControlClasses {
  private final PointNumbers numbers;
  private final SiteTable sites;
  private final WeavingStates states;
  private final AtomicReferenceArray<@Nullable WeakReference<Class<?>>> found;
  private final NoticeQueue notices;

  /** Reads and writes the states of one generation's call points. */
  WovenClasses(
      int points,
      PointNumbers numbers,
      SiteTable sites,
      WeavingStates states,
      NoticeQueue notices) {
    this.numbers = numbers;
    this.sites = sites;
    this.states = states;
    this.found = new AtomicReferenceArray<>(points);
    this.notices = notices;
  }

  /** Records that a class was woven for the point. */
  void add(
      CallPoint point,
      String className,
      @Nullable ClassLoader loader,
      @Nullable ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    URL location = source == null ? null : source.getLocation();
    WeakReference<ClassLoader> reference = new WeakReference<>(loader);
    states.update(numbers.of(point), seen -> seen.woven(className, reference, location));
  }

  /** Records why a class was not woven for the point; each reason is logged once. */
  void refused(CallPoint point, String reason) {
    notices.warn(point.name() + ": " + reason);
    states.update(numbers.of(point), seen -> seen.refused(reason));
  }

  /** Returns the weaving state of the point's control. */
  WeavingState weavingState(CallPoint point) {
    return states.of(numbers.of(point));
  }

  /** {@inheritDoc} Must not run on the application's threads, since it may call a class loader. */
  @Override
  public @Nullable Class<?> of(CallPoint point) {
    WeavingState state = weavingState(point);
    ClassLoader loader = state.loader();
    String name = state.className();
    if (loader == null || name == null) {
      return null;
    }
    WeakReference<Class<?>> last = found.get(point.id());
    Class<?> known = last == null ? null : last.get();
    return known != null && known.getClassLoader() == loader && known.getName().equals(name)
        ? known
        : find(point, name, loader);
  }

  @Override
  public @Nullable String unwoven(CallPoint point) {
    WeavingState state = weavingState(point);
    return state.classes() == 0 ? state.refusal() : null;
  }

  /** Records that no class of the control was ever loaded. */
  void neverLoaded(CallPoint point, String reason) {
    notices.warn(reason);
    states.update(numbers.of(point), seen -> seen.refused(reason));
  }

  @Override
  public @Nullable Site siteOf(
      CallPoint point, Class<?> declaring, String method, String descriptor) {
    return sites.find(
        numbers.of(point), declaring.getName(), method, descriptor, declaring.getClassLoader());
  }

  private @Nullable Class<?> find(CallPoint point, String name, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      found.set(point.id(), new WeakReference<>(type));
      return type;
    } catch (ClassNotFoundException | LinkageError goneOrNotYetThere) {
      return null;
    }
  }
}
