package io.understudy.agent;

import io.understudy.agent.call.KnownObjects;
import io.understudy.bridge.ApplicationObjects;
import io.understudy.bridge.Understudy;
import java.util.List;

/** The objects of the application that the bridge knows. Stateless. */
final class BridgeObjects implements KnownObjects {
  @Override
  public List<Object> registered(String name) {
    return Understudy.candidates(name);
  }

  @Override
  public List<Object> springContexts() {
    return ApplicationObjects.contexts();
  }
}
