package io.understudy.agent.config.read;

import static io.understudy.agent.config.read.Refusals.callPoint;
import static io.understudy.agent.config.read.Refusals.compare;
import static io.understudy.agent.config.read.Refusals.refusals;
import static io.understudy.agent.config.read.Refusals.top;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.ConfigProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of the wrong shape or form: the message shows an example of the expected one. */
final class ShapeMessagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "codes: A | u.yaml:5:14: calls[0].compare.codes: expected a mapping such as { \"/status\": { A: ACTIVE, B: BLOCKED } }, found A",
        "text: trim | u.yaml:5:13: calls[0].compare.text: expected a mapping such as { \"/name\": [trim, ignore-case] }, found trim",
        "mask: x | u.yaml:5:13: calls[0].compare.mask: expected a mapping such as { \"/message\": \"[0-9]+\" }, found x",
        "parse: json | u.yaml:5:14: calls[0].compare.parse: expected a mapping such as { \"/body\": json }, found json",
        "comparator: a.B | u.yaml:5:19: calls[0].compare.comparator: expected a mapping such as { \"/route\": com.acme.SameRoute }, found a.B",
        "identity: order | u.yaml:5:17: calls[0].compare.identity: expected a mapping such as { \"/orderId\": order }, found order",
        "tolerate: [1] | u.yaml:5:17: calls[0].compare.tolerate: expected a mapping such as { \"/total\": 0.005 }, found a list",
        "keyed: sku | u.yaml:5:14: calls[0].compare.keyed: expected a mapping such as { \"/lines\": sku }, found sku",
        "rename: a | u.yaml:5:15: calls[0].compare.rename: expected a mapping such as { \"/customerName\": \"/customer/name\" }, found a",
        "round: 2 | u.yaml:5:14: calls[0].compare.round: expected a mapping such as { \"/tax\": { decimals: 2, control: HALF_UP, candidate: HALF_EVEN } }, found 2",
        "ignore: { a: b } | u.yaml:5:15: calls[0].compare.ignore: expected a list, found a mapping",
        "exceptions: { classes: a.B } | u.yaml:5:30: calls[0].compare.exceptions.classes: expected a mapping such as { com.acme.NoSuchCart: com.acme.next.CartNotFound }, found a.B"
      })
  void rule(String line, String message) {
    assertThat(compare(line)).containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accept: { id: A } | u.yaml:4:13: calls[0].accept: expected a list of acceptances, each beginning with \"- id:\", found a mapping",
        "accept: [A] | u.yaml:4:14: calls[0].accept[0]: expected an acceptance with id:, where:, reason:, owner: and until:, found A",
        "name: a b | u.yaml:4:11: calls[0].name: expected 1 to 100 letters, digits and any of . _ - # $ : /, found a b",
        "compare: exact | u.yaml:4:14: calls[0].compare: expected a mapping of keys, found exact",
        "sample: [1%] | u.yaml:4:13: calls[0].sample: expected a share from 0% to 100%, found a list",
        "factory: '' | u.yaml:4:14: calls[0].factory: \"\" is not a method reference: name class and method, as in com.acme.Pricing#quote",
        "factory: a.B#1x | u.yaml:4:14: calls[0].factory: \"a.B#1x\" is not a method reference: \"1x\" is not the name of a method"
      })
  void callPointKey(String line, String message) {
    assertThat(callPoint(line)).containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "journal: { directory: '' } | u.yaml:1:23: journal.directory: expected the name of a directory, found the text \"\"",
        "journal: { directory: } | u.yaml:1:22: journal.directory: expected the name of a directory, found nothing; remove the key to take its default",
        "metrics: { prometheus: { host: 'a b' } } | u.yaml:1:32: metrics.prometheus.host: expected a host name or address, found the text \"a b\"",
        "types: as-string | u.yaml:1:8: types: expected a mapping from classes, such as { com.acme.Geo: as-string }, found as-string",
        "on-error: [fail] | u.yaml:1:11: on-error: expected disable or fail, found a list"
      })
  void topLevelKey(String line, String message) {
    assertThat(top(line)).containsExactly(message);
  }

  @Test
  void callsOfAnotherShape() {
    assertThat(refusals("calls: { a: b }"))
        .containsExactly(
            "u.yaml:1:8: calls: expected a list of call points, each beginning with \"- \", found a mapping");
    assertThat(refusals("calls: [a]"))
        .containsExactly(
            "u.yaml:1:9: calls[0]: expected a call point with control: and candidate:, found a");
  }

  @Test
  void explanationWithoutAName() {
    assertThat(
            callPoint(
                "accept: [ { id: A, where: { explained: '' }, reason: r, owner: o, until: 2030-01-31 } ]"))
        .containsExactly(
            "u.yaml:4:44: calls[0].accept[0].where.explained: expected the name of an explanation, found the text \"\"");
  }

  @Test
  void immutableClassOfTheJdkIsAWarning() throws Exception {
    assertThat(
            ConfigLoader.parse(
                    "u.yaml",
                    "immutable: [java.lang.String]\ncalls: [ { control: a.Old#q, candidate: a.New#q } ]")
                .warnings())
        .extracting(ConfigProblem::toString)
        .containsExactly(
            "u.yaml:1:13: immutable[0]: has no effect on arguments: the agent has a list of the JDK's immutable classes");
  }
}
