package io.understudy.agent.weave;

import java.lang.ref.WeakReference;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** What is known of one call point's control method. Immutable. */
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
   * How many times its class was woven, which is more than once where several loaders define it; 0
   * when it has not been loaded yet or was refused.
   */
  public int classes() {
    return classes;
  }

  /** Where the code of the class woven last came from; null where that is not known. */
  public @Nullable URL location() {
    return location;
  }

  /** Why it was not woven, the last time that it was not; null when that never happened. */
  public @Nullable String refusal() {
    return refusal;
  }

  /** Binary name of the class woven last; null when there is none. */
  @Nullable String className() {
    return className;
  }

  /** The defining loader of the class woven last; null when there is none, or it is gone. */
  @Nullable ClassLoader loader() {
    return loader.get();
  }
}
