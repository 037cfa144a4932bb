package io.understudy.agent.config.read;

import static io.understudy.agent.config.read.Refusals.callPoint;
import static io.understudy.agent.config.read.Refusals.compare;
import static io.understudy.agent.config.read.Refusals.refusals;
import static io.understudy.agent.config.read.Refusals.top;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyMessagesTest {
  @Test
  void misspeltKey() {
    assertThat(top("aplication: x"))
        .containsExactly(
            "u.yaml:1:1: aplication: there is no such key here; did you mean \"application\"? Known"
                + " here: application, budget, calls, compare, immutable, journal, metrics, noise,"
                + " on-error, packages, reload, replay, snapshot, types, unanswered.");
    assertThat(top("journal:", "  directry: x"))
        .containsExactly(
            "u.yaml:2:3: journal.directry: there is no such key here; did you mean \"directory\"?"
                + " Known here: directory, examples-per-hour, flush, redact, rotate.");
    assertThat(top("zzz: 1"))
        .containsExactly(
            "u.yaml:1:1: zzz: there is no such key here. Known here: application, budget, calls,"
                + " compare, immutable, journal, metrics, noise, on-error, packages, reload,"
                + " replay, snapshot, types, unanswered.");
    assertThat(compare("exceptions: { mesage: true }"))
        .containsExactly(
            "u.yaml:5:21: calls[0].compare.exceptions.mesage: there is no such key here; did you"
                + " mean \"message\"? Known here: cause, class, classes, message.");
  }

  @Test
  void keyAtTheWrongPlace() {
    assertThat(top("timeout: 2s"))
        .containsExactly(
            "u.yaml:1:1: timeout: there is no such key here; it belongs at calls[].timeout or"
                + " replay.timeout. Known here: application, budget, calls, compare, immutable,"
                + " journal, metrics, noise, on-error, packages, reload, replay, snapshot, types, unanswered.");
    assertThat(top("queue: {}"))
        .containsExactly(
            "u.yaml:1:1: queue: there is no such key here; it belongs at replay.queue. Known here:"
                + " application, budget, calls, compare, immutable, journal, metrics, noise,"
                + " on-error, packages, reload, replay, snapshot, types, unanswered.");
  }

  @Test
  void plannedKey() {
    assertThat(top("gate: { parity: 99.99% }"))
        .containsExactly(
            "u.yaml:1:1: gate: this version of Understudy does not have it yet; remove the key");
  }

  @Test
  void missingKey() {
    assertThat(refusals("calls:", "  - name: x"))
        .containsExactly(
            "u.yaml:2:5: calls[0].control: is missing; name the legacy method, as in"
                + " com.acme.Pricing#quote",
            "u.yaml:2:5: calls[0].candidate: is missing; name the new method, as in"
                + " com.acme.Pricing#quote");
  }

  @Test
  void emptySection() {
    assertThat(top("journal:"))
        .containsExactly(
            "u.yaml:1:9: journal: expected a mapping of keys, found nothing; remove the key to take"
                + " its default");
  }

  @Test
  void conflictingCallPoints() {
    assertThat(
            refusals(
                "calls:",
                "  - { control: a.Old#q, candidate: a.New#q }",
                "  - { control: a.Old#q(int), candidate: a.New#q }"))
        .containsExactly(
            "u.yaml:3:5: calls[1]: the name \"Old#q\" is taken by the call point at u.yaml:2:5;"
                + " give each a name: of its own",
            "u.yaml:3:16: calls[1].control: is the control of \"Old#q\" too; a method has one call"
                + " point");
    assertThat(
            refusals(
                "calls:",
                "  - { name: a, control: a.Old#q, candidate: a.Old#q, factory: a.F#m(int) }",
                "  - { name: a, control: a.Old#r, candidate: a.New#q }"))
        .containsExactly(
            "u.yaml:2:45: calls[0].candidate: is the control itself; name the method that replaces"
                + " it",
            "u.yaml:2:63: calls[0].factory: a factory takes no parameters; write a.F#m()",
            "u.yaml:3:5: calls[1]: the name \"a\" is taken by the call point at u.yaml:2:5; give"
                + " each a name: of its own");
  }

  @Test
  void severalProblemsInTheOrderOfTheFile() {
    assertThat(
            refusals(
                "application: \"a b\"",
                "replay: { threads: 0, timout: 1s }",
                "calls:",
                "  - candidate: a.New#q",
                "    sample: 1",
                "journal: { flush: 1 }"))
        .containsExactly(
            "u.yaml:1:14: application: expected 1 to 64 letters, digits, dots, hyphens and"
                + " underscores, found the text \"a b\"",
            "u.yaml:2:20: replay.threads: expected a whole number from 1 to 256, found 0",
            "u.yaml:2:23: replay.timout: there is no such key here; did you mean \"timeout\"? Known"
                + " here: allocation, comparison, completion, drain, order, properties, queue,"
                + " stop, stuck, threads, timeout.",
            "u.yaml:4:5: calls[0].control: is missing; name the legacy method, as in"
                + " com.acme.Pricing#quote",
            "u.yaml:5:13: calls[0].sample: expected a share from 0% to 100%, found 1; write 100%"
                + " for this share of all",
            "u.yaml:6:19: journal.flush: expected a duration from 10ms to 1m, found 1; add its"
                + " unit, one of us, ms, s, m, h, d");
  }
}
