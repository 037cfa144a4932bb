package io.understudy.agent.config.read;

import static io.understudy.agent.config.read.Refusals.callPoint;
import static io.understudy.agent.config.read.Refusals.compare;
import static io.understudy.agent.config.read.Refusals.refusals;
import static io.understudy.agent.config.read.Refusals.top;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueMessagesTest {
  @Test
  void text() {
    assertThat(top("application: \"a b\""))
        .containsExactly(
            "u.yaml:1:14: application: expected 1 to 64 letters, digits, dots, hyphens and underscores, found the text \"a b\"");
    assertThat(top("application: [a]"))
        .containsExactly(
            "u.yaml:1:14: application: expected 1 to 64 letters, digits, dots, hyphens and underscores, found a list");
    assertThat(top("application:"))
        .containsExactly(
            "u.yaml:1:13: application: expected 1 to 64 letters, digits, dots, hyphens and underscores, found nothing; remove the key to take its default");
  }

  @Test
  void choice() {
    assertThat(top("on-error: fial"))
        .containsExactly(
            "u.yaml:1:11: on-error: expected disable or fail, found fial; did you mean \"fail\"?");
    assertThat(top("on-error: no"))
        .containsExactly("u.yaml:1:11: on-error: expected disable or fail, found no");
  }

  @Test
  void wholeNumber() {
    assertThat(top("replay: { threads: many }"))
        .containsExactly(
            "u.yaml:1:20: replay.threads: expected a whole number from 1 to 256, found many");
    assertThat(top("replay: { threads: \"2\" }"))
        .containsExactly(
            "u.yaml:1:20: replay.threads: expected a whole number from 1 to 256, found the text \"2\"; write it without quotes");
    assertThat(top("replay: { threads: 0 }"))
        .containsExactly(
            "u.yaml:1:20: replay.threads: expected a whole number from 1 to 256, found 0");
    assertThat(top("replay: { threads: 99999999999 }"))
        .containsExactly(
            "u.yaml:1:20: replay.threads: expected a whole number from 1 to 256, found 99999999999");
    assertThat(top("replay: { threads: 2.5 }"))
        .containsExactly(
            "u.yaml:1:20: replay.threads: expected a whole number from 1 to 256, found 2.5");
    assertThat(top("replay: { threads: 0x10 }"))
        .containsExactly(
            "u.yaml:1:20: replay.threads: expected a whole number from 1 to 256, found 0x10");
    assertThat(top("replay: { threads: [2] }"))
        .containsExactly(
            "u.yaml:1:20: replay.threads: expected a whole number from 1 to 256, found a list");
  }

  @Test
  void flag() {
    assertThat(compare("arguments: yes"))
        .containsExactly(
            "u.yaml:5:18: calls[0].compare.arguments: expected true or false, found yes");
    assertThat(compare("arguments: \"true\""))
        .containsExactly(
            "u.yaml:5:18: calls[0].compare.arguments: expected true or false, found the text \"true\"");
  }

  @Test
  void duration() {
    assertThat(top("replay: { timeout: 2 }"))
        .containsExactly(
            "u.yaml:1:20: replay.timeout: expected a duration from 1ms to 1h, found 2; add its unit, one of us, ms, s, m, h, d");
    assertThat(top("replay: { timeout: 2sec }"))
        .containsExactly(
            "u.yaml:1:20: replay.timeout: expected a duration from 1ms to 1h, found 2sec; its unit is one of us, ms, s, m, h, d");
    assertThat(top("replay: { timeout: 2S }"))
        .containsExactly(
            "u.yaml:1:20: replay.timeout: expected a duration from 1ms to 1h, found 2S; write 2s");
    assertThat(top("replay: { timeout: PT2S }"))
        .containsExactly(
            "u.yaml:1:20: replay.timeout: expected a duration from 1ms to 1h, found PT2S, written as 500ms, 2s, 1m");
    assertThat(top("replay: { timeout: 1m30s }"))
        .containsExactly(
            "u.yaml:1:20: replay.timeout: expected a duration from 1ms to 1h, found 1m30s, written as 500ms, 2s, 1m");
    assertThat(top("replay: { timeout: -2s }"))
        .containsExactly(
            "u.yaml:1:20: replay.timeout: expected a duration from 1ms to 1h, found -2s, written as 500ms, 2s, 1m");
    assertThat(top("replay: { timeout: 0s }"))
        .containsExactly(
            "u.yaml:1:20: replay.timeout: expected a duration from 1ms to 1h, found 0s");
    assertThat(top("replay: { timeout: 2h }"))
        .containsExactly(
            "u.yaml:1:20: replay.timeout: expected a duration from 1ms to 1h, found 2h");
  }

  @Test
  void size() {
    assertThat(top("replay: { queue: { bytes: 64 } }"))
        .containsExactly(
            "u.yaml:1:27: replay.queue.bytes: expected a size from 1KB to 1TB, found 64; add its unit, one of B, KB, MB, GB, TB");
    assertThat(top("replay: { queue: { bytes: 64mb } }"))
        .containsExactly(
            "u.yaml:1:27: replay.queue.bytes: expected a size from 1KB to 1TB, found 64mb; write 64MB");
    assertThat(top("replay: { queue: { bytes: 64M } }"))
        .containsExactly(
            "u.yaml:1:27: replay.queue.bytes: expected a size from 1KB to 1TB, found 64M; write 64MB");
    assertThat(top("replay: { queue: { bytes: 64MiB } }"))
        .containsExactly(
            "u.yaml:1:27: replay.queue.bytes: expected a size from 1KB to 1TB, found 64MiB; write 64MB");
    assertThat(top("replay: { queue: { bytes: 12PB } }"))
        .containsExactly(
            "u.yaml:1:27: replay.queue.bytes: expected a size from 1KB to 1TB, found 12PB; its unit is one of B, KB, MB, GB, TB");
    assertThat(top("replay: { queue: { bytes: 1.0001KB } }"))
        .containsExactly(
            "u.yaml:1:27: replay.queue.bytes: expected a size from 1KB to 1TB, found 1.0001KB; use a smaller unit for a part of one");
    assertThat(top("replay: { queue: { bytes: 1B } }"))
        .containsExactly(
            "u.yaml:1:27: replay.queue.bytes: expected a size from 1KB to 1TB, found 1B");
  }

  @Test
  void share() {
    assertThat(callPoint("sample: 0.25"))
        .containsExactly(
            "u.yaml:4:13: calls[0].sample: expected a share from 0% to 100%, found 0.25; write 25% for this share of all");
    assertThat(callPoint("sample: 25"))
        .containsExactly(
            "u.yaml:4:13: calls[0].sample: expected a share from 0% to 100%, found 25; write it with its sign, as in 25%");
    assertThat(callPoint("sample: 101%"))
        .containsExactly(
            "u.yaml:4:13: calls[0].sample: expected a share from 0% to 100%, found 101%");
    assertThat(callPoint("sample: -1%"))
        .containsExactly(
            "u.yaml:4:13: calls[0].sample: expected a share from 0% to 100%, found -1%");
    assertThat(callPoint("sample: lots"))
        .containsExactly(
            "u.yaml:4:13: calls[0].sample: expected a share from 0% to 100%, found lots");
  }

  @Test
  void method() {
    assertThat(refusals("calls:", "  - control: a.Old", "    candidate: a.New.q"))
        .containsExactly(
            "u.yaml:2:14: calls[0].control: \"a.Old\" is not a method reference: the method is missing; write a.Old#method without a space before the #, which would begin a comment",
            "u.yaml:3:16: calls[0].candidate: \"a.New.q\" is not a method reference: a # separates class and method; write a.New#q");
    assertThat(refusals("calls:", "  - control: a.Old #q", "    candidate: a.New::q(int)"))
        .containsExactly(
            "u.yaml:2:14: calls[0].control: \"a.Old\" is not a method reference: the method is missing; write a.Old#method without a space before the #, which would begin a comment",
            "u.yaml:3:16: calls[0].candidate: \"a.New::q(int)\" is not a method reference: a # separates class and method; write a.New#q(int)");
    assertThat(
            refusals(
                "calls:",
                "  - control: a.Old#q(java.util.List<String>, int)",
                "    candidate: a.New#<init>"))
        .containsExactly(
            "u.yaml:2:14: calls[0].control: \"a.Old#q(java.util.List<String>, int)\" is not a method reference: parameter types are given without type arguments; write a.Old#q(java.util.List, int)",
            "u.yaml:3:16: calls[0].candidate: \"a.New#<init>\" is not a method reference: constructors cannot be shadowed, only methods");
    assertThat(refusals("calls:", "  - control: a.Old#q(int", "    candidate: a.New#q(int,)"))
        .containsExactly(
            "u.yaml:2:14: calls[0].control: \"a.Old#q(int\" is not a method reference: the parameter types end with one closing parenthesis, and nothing after it",
            "u.yaml:3:16: calls[0].candidate: \"a.New#q(int,)\" is not a method reference: a parameter type is missing");
    assertThat(refusals("calls:", "  - control: a.Old#q(int x)", "    candidate: a.N-w#q"))
        .containsExactly(
            "u.yaml:2:14: calls[0].control: \"a.Old#q(int x)\" is not a method reference: \"int x\" is not a type; give types only, as in (com.acme.Cart, int)",
            "u.yaml:3:16: calls[0].candidate: \"a.N-w#q\" is not a method reference: \"a.N-w\" is not the name of a class");
    assertThat(refusals("calls:", "  - control: '#q'", "    candidate: 'a.New#'"))
        .containsExactly(
            "u.yaml:2:14: calls[0].control: \"#q\" is not a method reference: the class is missing before the #",
            "u.yaml:3:16: calls[0].candidate: \"a.New#\" is not a method reference: the method is missing after the #");
    assertThat(refusals("calls:", "  - control: q", "    candidate: a.New<T>#q"))
        .containsExactly(
            "u.yaml:2:14: calls[0].control: \"q\" is not a method reference: name class and method, as in com.acme.Pricing#quote",
            "u.yaml:3:16: calls[0].candidate: \"a.New<T>#q\" is not a method reference: name the class without type arguments");
  }
}
