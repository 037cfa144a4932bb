package io.understudy.agent.weave;

import io.understudy.bridge.Bridge;
import io.understudy.bridge.Handler;
import io.understudy.bridge.Settings;
import io.understudy.bridge.Shadow;
import io.understudy.bridge.StopPoint;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The key of the bridge, which one agent of the JVM holds. All changes to the bridge go through it,
 * so that no other code can stop the counting. Thread-safe.
 */
public final class BridgeKey {
  /** Why an agent does not start if it cannot claim the bridge. */
  public static final String TAKEN =
      "another agent of Understudy, or other code in this JVM, holds the key of the bridge; detach"
          + " that agent, or restart the JVM";

  private final Object key;

  private BridgeKey(Object key) {
    this.key = key;
  }

  /** Claims the bridge; returns null if another agent holds it. */
  public static @Nullable BridgeKey claim() {
    Object key = Bridge.claim();
    return key == null ? null : new BridgeKey(key);
  }

  /** Releases the bridge for a later agent, and closes it. */
  public void release() {
    StopPoint.watchMemory(key, null);
    Bridge.release(key);
  }

  /** See {@link Bridge#open}. */
  public void open(Handler handler) {
    require(Bridge.open(key, handler));
  }

  /** See {@link Bridge#drain}. */
  public void drain() {
    Bridge.drain(key);
  }

  /** See {@link Bridge#close}. */
  public void close() {
    Bridge.close(key);
  }

  /** See {@link Bridge#arm}. */
  public void arm(int point, boolean on) {
    Bridge.arm(key, point, on);
  }

  /**
   * See {@link Bridge#reserve}.
   *
   * @throws IllegalStateException after {@link #release}
   */
  public int reserve(int count) {
    int first = Bridge.reserve(key, count);
    require(first >= 0);
    return first;
  }

  /** See {@link Bridge#suppress}. */
  public void suppress() {
    Bridge.suppress(key);
  }

  /** Sets the function that answers requests; null if none does any more. */
  public void verbs(@Nullable Function<Map<String, String>, String> how) {
    Bridge.verbs(key, how);
  }

  /** See {@link Shadow#watch}. */
  public void watch(Shadow.@Nullable Watch watch, String... candidates) {
    Shadow.watch(key, watch, candidates);
  }

  /** See {@link StopPoint#watchMemory}. */
  public void watchMemory(StopPoint.Memory memory) {
    StopPoint.watchMemory(key, memory);
  }

  /** See {@link Settings#allow}. */
  public void allow(String... properties) {
    Settings.allow(key, properties);
  }

  /** Runs a task that restores settings of the JVM on a thread that serves candidates. */
  public void restore(Runnable task) {
    Settings.restore(key);
    try {
      task.run();
    } finally {
      Settings.restored();
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("the key of the bridge was released");
    }
  }
}
