package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Replays the kept inputs of the fuzzer, and some changes of each. */
final class JournalFuzzTest {
  private static final int CHANGES = 200;

  @Test
  void keptInputsAreRead() throws IOException, URISyntaxException {
    List<Path> inputs = inputs();
    assertThat(inputs).hasSizeGreaterThan(20);
    for (Path input : inputs) {
      JournalFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
    }
  }

  @Test
  void changedInputsAreRead() throws IOException, URISyntaxException {
    Random random = new Random(42);
    for (Path input : inputs()) {
      byte[] bytes;
      try (InputStream in = Files.newInputStream(input)) {
        bytes = JournalFuzz.bytes(in);
      }
      for (int i = 0; i < CHANGES && bytes.length > 0; i++) {
        JournalFuzz.fuzzerTestOneInput(changed(bytes, random));
      }
    }
  }

  private static byte[] changed(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(changed.length);
      switch (random.nextInt(3)) {
        case 0:
          changed[at] ^= (byte) (1 << random.nextInt(8));
          break;
        case 1:
          changed[at] = changed[random.nextInt(changed.length)];
          break;
        default:
          int length = random.nextInt(changed.length - at);
          System.arraycopy(bytes, random.nextInt(bytes.length - length), changed, at, length);
      }
    }
    return changed;
  }

  private static List<Path> inputs() throws IOException, URISyntaxException {
    Path directory =
        Paths.get(
            Objects.requireNonNull(JournalFuzzTest.class.getResource("/io/understudy/journal/fuzz"))
                .toURI());
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().collect(Collectors.toList());
    }
  }
}
