package io.understudy.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.read.ConfigDefaultsTest;
import io.understudy.agent.config.read.ConfigLoader;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigHashTest {
  private static String hash(String... lines) throws ConfigException {
    return ConfigLoader.parse("u.yaml", String.join("\n", lines)).hash();
  }

  @Test
  void sha256OfTheCanonicalText() throws Exception {
    Config config = ConfigLoader.parse("u.yaml", ConfigDefaultsTest.SHORTEST);

    assertThat(ConfigHash.text(config))
        .isEqualTo(
            String.join(
                "\n",
                "application=application",
                "calls.Old#quote=com.acme.Old#quote com.acme.New#quote none 1",
                "journal.directory=understudy",
                "journal.examples-per-hour=10",
                "journal.flush=PT10S",
                "journal.redact=[]",
                "journal.rotate.size=268435456",
                "metrics.prometheus=none",
                "on-error=DISABLE",
                "replay.completion=PT30S",
                "replay.drain=PT5S",
                "replay.queue.bytes=8388608",
                "replay.queue.calls=4096",
                "replay.stuck=8",
                "replay.threads=2",
                "replay.timeout=PT2S",
                "settings.1=accept=[]\\ncompare=mode value\\ncompletion=PT30S\\nidempotent=false"
                    + "\\nnoise=0.0\\nsample=1.0\\nsnapshot.bytes=16777216"
                    + "\\nsnapshot.nodes=100000\\nsnapshot.time=20000000\\ntimeout=PT2S\\n",
                "snapshot.bytes=16777216",
                "snapshot.nodes=100000",
                "snapshot.time=20000000",
                ""));
    assertThat(config.hash())
        .isEqualTo("6bfec67dc9eb0334af3a878bdb82f0b4459a76555adb3000800a3a43c2a66f68");
  }

  @Test
  void sameMeaningSameHash() throws Exception {
    String hash =
        hash(
            "application: billing",
            "replay: { threads: 3, timeout: 60s }",
            "journal: { redact: [/a, /b] }",
            "calls:",
            "  - name: one",
            "    control: a.Old#q(String, int...)",
            "    candidate: a.New#q",
            "    sample: 50%",
            "    compare: { ignore: [/x, /y], tolerate: { /t: 0.50 } }",
            "  - { name: two, control: a.Old#r, candidate: a.New#r }");

    assertThat(
            hash(
                "# comments, order of keys, of call points and of rules, quotes, spelt-out defaults",
                "calls:",
                "- { candidate: a.New#r, control: a.Old#r, name: two, timeout: 1m }",
                "- compare:",
                "    mode: value",
                "    tolerate: { '/t': 5e-1 }",
                "    ignore: [ \"/y\", /x ]",
                "  candidate: 'a.New#q'",
                "  sample: 50.0%",
                "  control: a.Old#q( java.lang.String , int[] )",
                "  name: one",
                "on-error: disable",
                "journal: { redact: [/b, /a] }",
                "replay: { timeout: 1m, threads: 3, queue: { bytes: 8192KB } }",
                "application: billing"))
        .isEqualTo(hash);
  }

  @Test
  void everyValueChangesTheHash() throws Exception {
    String call = "{ name: n, control: a.Old#q, candidate: a.New#q";
    String[] texts = {
      "calls: [ " + call + " } ]",
      "calls: [ { name: m, control: a.Old#q, candidate: a.New#q } ]",
      "calls: [ { name: n, control: a.Old#p, candidate: a.New#q } ]",
      "calls: [ { name: n, control: a.Old#q(), candidate: a.New#q } ]",
      "calls: [ { name: n, control: a.Old#q, candidate: a.New#p } ]",
      "calls: [ " + call + ", factory: a.F#m } ]",
      "calls: [ " + call + ", sample: 99.9999% } ]",
      "calls: [ " + call + ", timeout: 2001ms } ]",
      "calls: [ " + call + ", completion: 2001ms } ]",
      "calls: [ " + call + ", compare: { arguments: false } } ]",
      "calls: [ " + call + ", snapshot: { nodes: 9 } } ]",
      "calls: [ " + call + ", snapshot: { bytes: 2KB } } ]",
      "calls: [ " + call + ", snapshot: { time: 1ms } } ]",
      "calls: [ " + call + ", idempotent: true } ]",
      "calls: [ " + call + ", idempotent: true, noise: { repeat: 1% } } ]",
      "calls: [ " + call + ", compare: { mode: exact } } ]",
      "calls: [ " + call + ", compare: { ignore: [/a] } } ]",
      "calls: [ " + call + ", compare: { unordered: [/a] } } ]",
      "calls: [ " + call + ", compare: { tolerate: { /a: 1 } } } ]",
      "calls: [ " + call + ", compare: { tolerate: { /a: 0.1 relative } } } ]",
      "calls: [ " + call + ", compare: { keyed: { /a: b } } } ]",
      "calls: [ " + call + ", compare: { rename: { /a: /b } } } ]",
      "calls: [ " + call + ", compare: { exceptions: { message: true } } } ]",
      "calls: [ " + call + ", compare: { arguments: true } } ]",
      "application: b\ncalls: [ " + call + " } ]",
      "on-error: fail\ncalls: [ " + call + " } ]",
      "journal: { directory: x }\ncalls: [ " + call + " } ]",
      "journal: { redact: [/a] }\ncalls: [ " + call + " } ]",
      "journal: { flush: 2s }\ncalls: [ " + call + " } ]",
      "journal: { rotate: { size: 1MB } }\ncalls: [ " + call + " } ]",
      "journal: { examples-per-hour: 1 }\ncalls: [ " + call + " } ]",
      "replay: { threads: 1 }\ncalls: [ " + call + " } ]",
      "replay: { queue: { calls: 1 } }\ncalls: [ " + call + " } ]",
      "replay: { queue: { bytes: 1MB } }\ncalls: [ " + call + " } ]",
      "replay: { stuck: 1 }\ncalls: [ " + call + " } ]",
      "replay: { drain: 1s }\ncalls: [ " + call + " } ]",
      "replay: { comparison: 1s }\ncalls: [ " + call + " } ]",
      "replay: { allocation: 1GB }\ncalls: [ " + call + " } ]",
      "replay: { stop: false }\ncalls: [ " + call + " } ]",
      "replay: { properties: [a.b] }\ncalls: [ " + call + " } ]",
      "metrics: { prometheus: {} }\ncalls: [ " + call + " } ]",
      "metrics: { prometheus: { port: 1 } }\ncalls: [ " + call + " } ]",
      "metrics: { prometheus: { host: h } }\ncalls: [ " + call + " } ]",
    };
    Set<String> hashes = new HashSet<>();
    for (String text : texts) {
      assertThat(hashes.add(hash(text))).as(text).isTrue();
    }
  }
}
