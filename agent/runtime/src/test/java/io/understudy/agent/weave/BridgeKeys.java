package io.understudy.agent.weave;

import java.util.Objects;

/** The key of the bridge in this JVM, for all tests. */
public final class BridgeKeys {
  public static final BridgeKey KEY = Objects.requireNonNull(BridgeKey.claim());

  private BridgeKeys() {}
}
