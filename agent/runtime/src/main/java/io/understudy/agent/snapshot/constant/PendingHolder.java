package io.understudy.agent.snapshot.constant;

import io.understudy.agent.raw.FieldMentions;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** A class that code mentions, and that was not loaded yet. Refers to its loader weakly. */
final class PendingHolder {
  private final WeakReference<ClassLoader> loader;
  private final String name;

  PendingHolder(@Nullable ClassLoader loader, String name) {
    this.loader = new WeakReference<>(loader);
    this.name = name;
  }

  /** The class; null while it is not loaded. */
  @Nullable Class<?> find() {
    return FieldMentions.loaded(loader.get(), name);
  }
}
