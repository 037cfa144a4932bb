package io.understudy.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The limits of texts and of examples. */
final class EntryTextTest {
  /** Each row: a text and its clean form. */
  @Example
  void unpairedSurrogatesAreReplaced() {
    String[][] rows = {
      {"", ""},
      {"plain", "plain"},
      {"\ud83d\ude00", "\ud83d\ude00"},
      {"\ud83d", "\\ud83d"},
      {"\ude00", "\\ude00"},
      {"a\ud83d", "a\\ud83d"},
      {"\ud83da", "\\ud83da"},
      {"\ude00\ud83d", "\\ude00\\ud83d"},
      {"\ud83d\ud83d\ude00", "\\ud83d\ud83d\ude00"},
      {"\ud83d\ude00\ude00", "\ud83d\ude00\\ude00"},
      {"x\ud800y\udfffz", "x\\ud800y\\udfffz"},
    };
    for (String[] row : rows) {
      assertThat(EntryText.clean(row[0])).isEqualTo(row[1]);
    }
  }

  @Property(tries = 500)
  void cleanTextIsValidUtf8(@ForAll String text) {
    String clean = EntryText.clean(text);
    assertThat(new String(clean.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(clean);
    assertThat(EntryText.clean(clean)).isSameAs(clean).isEqualTo(EntryText.clean(text));
  }

  @Property(tries = 200)
  void clippedTextHasALimit(@ForAll @IntRange(max = 3_000) int length) {
    String text = Samples.repeat("x", length);
    String clipped = EntryText.clip(text);
    assertThat(clipped.length()).isEqualTo(Math.min(length, EntryText.MOST));
    assertThat(EntryText.clip(clipped)).isEqualTo(clipped);
    if (length <= EntryText.MOST) {
      assertThat(clipped).isSameAs(text);
    } else {
      assertThat(clipped).contains("…" + Integer.toHexString(text.hashCode()));
    }
  }

  @Property(tries = 500)
  void estimatedSizeIsNotLessThanTheSize(@ForAll String text) {
    String clean = EntryText.clean(text).replace("\"", "").replace("\\", "");
    long size = clean.getBytes(StandardCharsets.UTF_8).length + 2L;
    assertThat(EntryText.bytes(clean)).isGreaterThanOrEqualTo(size);
  }

  @Example
  void sizeCountsEscapesAndWideCharacters() {
    assertThat(EntryText.bytes("")).isEqualTo(2);
    assertThat(EntryText.bytes("abc")).isEqualTo(5);
    assertThat(EntryText.bytes("\n")).isEqualTo(8);
    assertThat(EntryText.bytes("\u20ac")).isEqualTo(5);
  }

  /** A model: each hour admits this number for each signature. */
  @Property(tries = 300)
  void capAdmitsItsNumberForEachHour(
      @ForAll @IntRange(max = 4) int perHour, @ForAll List<@IntRange(max = 2) Integer> signatures) {
    ExampleCap cap = new ExampleCap(perHour);
    int[] used = new int[3];
    for (int signature : signatures) {
      boolean admitted = cap.admit("p", Collections.singletonList("s" + signature), 0);
      assertThat(admitted).isEqualTo(used[signature] < perHour);
      used[signature] += admitted ? 1 : 0;
    }
    if (perHour > 0) {
      assertThat(cap.admit("p", Collections.singletonList("s0"), 7_200_000)).isTrue();
    }
  }

  @Example
  void longSignaturesAreCountedByTheirClippedForm() {
    ExampleCap cap = new ExampleCap(1);
    String one = Samples.repeat("x", 5_000) + "1";
    String two = Samples.repeat("x", 5_000) + "2";
    assertThat(cap.admit("p", Collections.singletonList(one), 0)).isTrue();
    assertThat(cap.admit("p", Collections.singletonList(two), 0)).isTrue();
    assertThat(cap.admit("p", Collections.singletonList(one), 0)).isFalse();
  }

  @Example
  void timesBeforeTheEpochHaveHoursToo() {
    ExampleCap cap = new ExampleCap(1);
    assertThat(cap.admit("p", Collections.singletonList("s"), -1)).isTrue();
    assertThat(cap.admit("p", Collections.singletonList("s"), -3_600_000)).isFalse();
    assertThat(cap.admit("p", Collections.singletonList("s"), 0)).isTrue();
    assertThat(cap.admit("p", Collections.<String>emptyList(), 0)).isFalse();
  }

  @Example
  void capIsExactUnderManyThreads() throws InterruptedException {
    ExampleCap cap = new ExampleCap(100);
    AtomicInteger admitted = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 500; i++) {
                  if (cap.admit("p", Collections.singletonList("s"), 0)) {
                    admitted.incrementAndGet();
                  }
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(admitted).hasValue(100);
  }
}
