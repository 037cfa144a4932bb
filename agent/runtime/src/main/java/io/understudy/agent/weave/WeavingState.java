package io.understudy.agent.weave;

import java.lang.ref.WeakReference;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** The weaving state of one call point's control. Immutable. */
public final class WeavingState {
  static final WeavingState NONE = new WeavingState(0, null, new WeakReference<>(null), null, null);

  private final int classes;
  private final @Nullable String className;
  private final WeakReference<ClassLoader> loader;
  private final @Nullable URL location;
  private final @Nullable String refusal;

  private WeavingState(
      int classes,
      @Nullable String className,
      WeakReference<ClassLoader> loader,
      @Nullable URL location,
      @Nullable String refusal) {
    this.classes = classes;
    this.className = className;
    this.loader = loader;
    this.location = location;
    this.refusal = refusal;
  }

  WeavingState woven(String name, WeakReference<ClassLoader> by, @Nullable URL from) {
    return new WeavingState(classes + 1, name, by, from, refusal);
  }

  WeavingState refused(String reason) {
    return new WeavingState(classes, className, loader, location, reason);
  }

  /**
   * Returns how often a class was woven for the point, which is more than once if several loaders
   * define the class; 0 if it is not loaded yet or was refused.
   */
  public int classes() {
    return classes;
  }

  /** Returns the code location of the class woven last; null if unknown. */
  public @Nullable URL location() {
    return location;
  }

  /** Returns the reason of the last refusal; null if there was none. */
  public @Nullable String refusal() {
    return refusal;
  }

  /** Returns the binary name of the class woven last; null if there is none. */
  @Nullable String className() {
    return className;
  }

  /**
   * Returns the defining loader of the class woven last; null if there is none, or it was
   * collected.
   */
  @Nullable ClassLoader loader() {
    return loader.get();
  }
}
