package io.understudy.journal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Samples;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class SecretsTest {
  private final Secrets secrets = new Secrets();

  @Example
  void textWithoutSecretsIsUnchanged() {
    String text = new String("visible");
    assertThat(secrets.mask(text)).isEqualTo("visible");
    secrets.add("hidden");
    assertThat(secrets.mask(text)).isEqualTo("visible");
    assertThat(secrets.mask("")).isEmpty();
    assertThat(secrets.occurIn(text)).isFalse();
  }

  /** Each row: the text and its masked form; the secrets are added first. */
  @Example
  void secretsAreMasked() {
    for (String secret : new String[] {"abcd", "abcdef", "bcde", "1234", "caf\u00e9"}) {
      secrets.add(secret);
    }
    String[][] rows = {
      {"abcd", "***"},
      {"xabcdy", "x***y"},
      {"abcdef", "***"},
      {"abcdeg", "***eg"},
      {"abcdabcd", "******"},
      {"abcd-1234", "***-***"},
      {"ABCD", "***"},
      {"aBcDeF!", "***!"},
      {"CAF\u00c9", "***"},
      {"abc", "abc"},
      {"bcdx", "bcdx"},
      {"bcde", "***"},
      {"abc4", "abc4"},
      {"x123", "x123"},
      {"x1234", "x***"},
    };
    for (String[] row : rows) {
      assertThat(secrets.mask(row[0])).as(row[0]).isEqualTo(row[1]);
      assertThat(secrets.occurIn(row[0])).as(row[0]).isEqualTo(!row[0].equals(row[1]));
    }
  }

  @Example
  void shortSecretIsNotMasked() {
    secrets.add("abc");
    secrets.add("");
    assertThat(secrets.mask("abc abc")).isEqualTo("abc abc");
  }

  @Example
  void longestSecretIsMaskedInAnyOrderOfAddition() {
    for (boolean longFirst : new boolean[] {true, false}) {
      Secrets both = new Secrets();
      both.add(longFirst ? "secret-and-more" : "secret");
      both.add(longFirst ? "secret" : "secret-and-more");
      both.add("secret-and");
      assertThat(both.mask("my secret-and-more")).isEqualTo("my ***");
      assertThat(both.mask("my secret-and-less")).isEqualTo("my ***-less");
    }
  }

  @Example
  void cutTextKeepsOnlyItsFirstCharacters() {
    secrets.add("secret");
    assertThat(secrets.mask("visible text", 7)).isEqualTo("visible");
    assertThat(secrets.mask("a secret here", 4)).as("starts before the cut").isEqualTo("a ***");
    assertThat(secrets.mask("a secret here", 2)).as("starts after the cut").isEqualTo("a ");
    assertThat(secrets.mask("a secret here", 8)).isEqualTo("a ***");
    assertThat(secrets.mask("a secret here", 9)).isEqualTo("a *** ");
    assertThat(secrets.mask("short", 100)).isEqualTo("short");
    assertThat(new Secrets().mask("visible", 3)).isEqualTo("vis");
  }

  @Example
  void everythingIsMaskedOnRequest() {
    secrets.addEverything();
    secrets.add("abcd");
    assertThat(secrets.mask("visible")).isEqualTo("***");
    assertThat(secrets.mask("")).isEmpty();
    assertThat(secrets.occurIn("7")).isTrue();
    assertThat(secrets.occurIn("")).isFalse();
  }

  @Example
  void tooManySecretsMaskEverything() {
    for (int i = 0; i < 10_000; i++) {
      secrets.add("secret-" + i);
    }
    assertThat(secrets.mask("visible")).isEqualTo("visible");
    secrets.add("secret-7");
    assertThat(secrets.mask("visible")).as("a repeated secret").isEqualTo("visible");
    secrets.add("one more");
    assertThat(secrets.mask("visible")).isEqualTo("***");
  }

  @Example
  void caseFoldingIsThatOfEqualsIgnoreCase() {
    secrets.add("\u0130stanbul");
    assertThat(secrets.mask("in istanbul")).isEqualTo("in ***");
    assertThat(secrets.mask("in ISTANBUL")).isEqualTo("in ***");
    secrets.add("stra\u00dfe");
    assertThat(secrets.mask("STRASSE")).isEqualTo("STRASSE");
  }

  @Example
  void surrogatePairsAreMaskedCompletely() {
    secrets.add("\ud83d\ude00\ud83d\ude01");
    assertThat(secrets.mask("x\ud83d\ude00\ud83d\ude01y")).isEqualTo("x***y");
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withChars('a', 'b', 'A', '-').ofMinLength(4).ofMaxLength(8);
  }

  @Property(tries = 1_000)
  void maskedTextContainsNoSecret(
      @ForAll List<@From("words") String> added, @ForAll List<@From("words") String> parts) {
    Secrets any = new Secrets();
    added.forEach(any::add);
    String text = String.join("", parts);
    // The mask splits the text, so only the pieces between masks may be searched.
    for (String piece : any.mask(text).split("\\*\\*\\*")) {
      for (String secret : added) {
        assertThat(piece.toLowerCase(Locale.ROOT)).doesNotContain(secret.toLowerCase(Locale.ROOT));
      }
    }
    if (added.isEmpty()) {
      assertThat(any.mask(text)).isEqualTo(text);
    }
  }

  @Property(tries = 300)
  void textWithoutAnySecretIsNeverChanged(@ForAll List<@From("words") String> added) {
    Secrets any = new Secrets();
    added.forEach(any::add);
    String text = Samples.repeat("xyz0", 50);
    assertThat(any.mask(text)).isEqualTo(text);
  }
}
