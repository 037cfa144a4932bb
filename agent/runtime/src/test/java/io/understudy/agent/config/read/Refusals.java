package io.understudy.agent.config.read;

import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import java.util.ArrayList;
import java.util.List;

/** The loader's messages about a configuration, as lines. */
final class Refusals {
  private Refusals() {}

  /** The messages for {@code u.yaml} with these lines; none if they are accepted. */
  static List<String> refusals(String... lines) {
    return of(() -> ConfigLoader.parse("u.yaml", String.join("\n", lines)));
  }

  /** The messages for these lines, from line 1, before a valid call point. */
  static List<String> top(String... lines) {
    return refusals(
        String.join("\n", lines), "calls: [ { control: a.Old#q, candidate: a.New#q } ]");
  }

  /** The messages for these lines, from line 4 and column 5, in a call point. */
  static List<String> callPoint(String... lines) {
    return refusals(
        "calls:",
        "  - control: a.Old#q",
        "    candidate: a.New#q",
        "    " + String.join("\n    ", lines));
  }

  /** The messages for these lines, from line 5 and column 7, under {@code compare:}. */
  static List<String> compare(String... lines) {
    return callPoint("compare:", "  " + String.join("\n      ", lines));
  }

  /** The messages with which {@code loading} is refused; none if it succeeds. */
  static List<String> of(Loading loading) {
    List<String> messages = new ArrayList<>();
    try {
      loading.load();
    } catch (ConfigException e) {
      e.problems().forEach(problem -> messages.add(problem.toString()));
    }
    return messages;
  }

  /** Something that loads a configuration. */
  interface Loading {
    Config load() throws ConfigException;
  }
}
