package io.understudy.journal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.SealEntry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Seals in the one form that the agent writes. */
final class SealJsonTest {
  private static final String HASH =
      "de12e18648c53a3b7ff317aee1821f3743dfb2bc9999bee9a4b0750c37fea45a";
  private static final String LINE =
      "{\"entry\":\"seal\",\"records\":4,\"bytes\":2286,\"sha256\":\"" + HASH + "\"}\n";

  private static @Nullable SealEntry scan(String line) {
    byte[] bytes = ("xx" + line + "yy").getBytes(StandardCharsets.UTF_8);
    return EntryReader.readPlainSeal(bytes, 2, bytes.length - 4);
  }

  @Test
  void writtenSealIsScanned() {
    SealEntry seal = new SealEntry(4, 2_286, HASH);

    assertThat(new String(SealJson.line(seal), StandardCharsets.US_ASCII)).isEqualTo(LINE);
    SealEntry scanned = scan(LINE);
    assertThat(scanned).isNotNull();
    assertThat(SealJson.line(scanned)).isEqualTo(SealJson.line(seal));
  }

  @Test
  void everyOtherFormIsLeftToTheParser() {
    List<String> others =
        Arrays.asList(
            LINE.replace(":4", ":04"),
            LINE.replace(":4", ": 4"),
            LINE.replace(":4", ":0"),
            LINE.replace(":4", ":-4"),
            LINE.replace(":4", ":4.0"),
            LINE.replace(":4", ":\"4\""),
            LINE.replace(":4", ":"),
            LINE.replace(":4", ":" + String.join("", Collections.nCopies(19, "1"))),
            LINE.replace("de12", "DE12"),
            LINE.replace("de12", "de1"),
            LINE.replace("de12", "de123"),
            LINE.replace("de12", "\\u00641"),
            LINE.replace("\"}", "\" }"),
            LINE.replace("\"}", "\"}}"),
            LINE.replace("\"}", "\",\"more\":1}"),
            LINE.replace("\n", "\r\n"),
            LINE.replace("\n", ""),
            LINE.replace("records", "bytes"),
            LINE.replace("seal", "tally"),
            "{\"entry\":\"seal\",\"bytes\":2286,\"records\":4,\"sha256\":\"" + HASH + "\"}\n",
            "{\"entry\":\"seal\"",
            "\n");
    for (String other : others) {
      assertThat(scan(other)).as(other).isNull();
    }
  }
}
