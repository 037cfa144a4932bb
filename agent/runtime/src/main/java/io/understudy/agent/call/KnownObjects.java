package io.understudy.agent.call;

import java.util.Collections;
import java.util.List;

/** Objects of the application that lead to the instances of candidates. Thread-safe. */
public interface KnownObjects {
  /** No objects. */
  KnownObjects NONE =
      new KnownObjects() {
        @Override
        public List<Object> registered(String name) {
          return Collections.emptyList();
        }

        @Override
        public List<Object> springContexts() {
          return Collections.emptyList();
        }
      };

  /** Returns what the application has registered under a name, from one class loader each. */
  List<Object> registered(String name);

  /** Returns the Spring contexts that were refreshed since the agent is attached, and are open. */
  List<Object> springContexts();
}
