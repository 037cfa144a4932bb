package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.JournalContents;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.Samples;
import io.understudy.journal.TallyEntry;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a later version wrote, or that another program reformatted. */
final class NewerFormatTest {
  private static final String SESSION =
      "{\"entry\":\"session\",\"format\":1,\"revision\":6,\"session\":\"s\",\"file\":1,"
          + "\"previous\":null,\"start\":\"2026-11-20T12:00:00Z\",\"colour\":\"blue\"}";

  @TempDir Path directory;

  @Test
  void newerRevisionIsReadWithoutItsAdditions() throws IOException {
    JournalContents read =
        read(
            SESSION,
            "{\"entry\":\"tape\",\"point\":\"quote\",\"calls\":[1,{\"x\":[]}]}",
            "{\"entry\":\"tape\"}",
            "{\"entry\":\"tally\",\"point\":\"quote\",\"minute\":29919600,\"intercepted\":2,"
                + "\"fates\":{},\"tapes\":{\"a\":[1]},\"control\":{\"count\":1,\"sum\":5,"
                + "\"min\":5,\"max\":5,\"buckets\":[5],\"counts\":[1],\"unit\":\"ns\"}}");
    assertThat(read.intercepted()).isEqualTo(2);
    assertThat(read.sessions().get(0).revision()).isEqualTo(6);
    assertThat(read.problems())
        .filteredOn(problem -> problem.kind() == JournalProblem.Kind.UNKNOWN)
        .extracting(JournalProblem::what)
        .containsExactly(
            "the file has revision 6 of format 1, this reader supports revision 5: its"
                + " additions are skipped",
            "2 entries of the unknown type \"tape\" were skipped",
            "unknown fields were skipped: [session.colour, tally.tapes, tally.unit]");
    assertThat(read.problems()).noneMatch(problem -> problem.kind().isDamage());
  }

  @Test
  void newerFormatIsRefused() throws IOException {
    JournalContents read =
        read(
            SESSION.replace("\"format\":1", "\"format\":2"),
            "{\"entry\":\"tally\",\"point\":\"quote\",\"minute\":1,\"intercepted\":2}");
    assertThat(read.intercepted()).isZero();
    assertThat(read.sessions()).isEmpty();
    assertThat(read.problems())
        .extracting(JournalProblem::toString)
        .containsExactly(
            directory.resolve("x.jsonl")
                + ":1: the file has format 2, this reader supports formats up to 1: read it with a"
                + " newer version; none of it is used");
  }

  @Test
  void fieldsInAnyOrderAndWithSpacesAreRead() throws IOException {
    JournalContents read =
        read(
            SESSION,
            "{ \"entry\" : \"tally\", \"point\" : \"qu\\u006fte\", \"minute\" : 29919600, \"fates\""
                + " : { \"matched\" : 2 } , \"intercepted\" : 2 }");
    assertThat(read.tallies())
        .containsExactly(
            TallyEntry.builder("quote", Samples.NOON_MINUTE)
                .intercepted(2)
                .fate(Fate.MATCHED, 2)
                .build());
  }

  @Test
  void valuesOfExamplesStayUnchanged() throws IOException {
    JournalContents read =
        read(
            SESSION,
            "{\"entry\":\"example\",\"point\":\"q\",\"fate\":\"matched\",\"at\":\"2026-11-20T12:00:00Z\",\"arguments\":[1E400,"
                + " 2.50,\"\\u00e9\" , {\"a\":[ 1 ]},-0.0,true,null,0.1000000000000000055]}");
    assertThat(read.examples().get(0).arguments())
        .containsExactly(
            "1E400",
            "2.50",
            "\"\\u00e9\"",
            "{\"a\":[ 1 ]}",
            "-0.0",
            "true",
            "null",
            "0.1000000000000000055");
  }

  private JournalContents read(String... lines) throws IOException {
    Samples.writeSealed(directory.resolve("x.jsonl"), lines);
    return JournalReader.over(directory).contents();
  }
}
