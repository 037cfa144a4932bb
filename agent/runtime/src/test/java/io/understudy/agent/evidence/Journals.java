package io.understudy.agent.evidence;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.read.ConfigLoader;
import io.understudy.journal.JournalContents;
import io.understudy.journal.file.JournalReader;
import java.io.IOException;
import java.nio.file.Path;

/** A configuration with one call point, and its journal. */
final class Journals {
  static final String YAML =
      "application: billing\n"
          + "journal: { directory: DIR, flush: 50ms, redact: [/ssn] }\n"
          + "calls:\n"
          + "  - name: quote\n"
          + "    control: com.acme.Old#quote\n"
          + "    candidate: com.acme.New#quote\n";

  private Journals() {}

  static JournalContents read(Path directory) throws IOException {
    return JournalReader.over(directory).contents();
  }

  static Config config(Path directory) {
    try {
      return ConfigLoader.parse("test.yaml", YAML.replace("DIR", directory.toString()));
    } catch (ConfigException wrong) {
      throw new AssertionError(wrong);
    }
  }

  static CallPoint quote(Config config) {
    return new CallPoint(0, config.calls().get(0), new Ledger(System.currentTimeMillis()));
  }
}
