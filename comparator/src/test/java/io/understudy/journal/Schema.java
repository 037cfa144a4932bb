package io.understudy.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Validates lines with the JSON Schema of the library. */
public final class Schema {
  private static final JsonSchema SCHEMA = load();

  private Schema() {}

  private static JsonSchema load() {
    try (InputStream in = SessionEntry.class.getResourceAsStream("journal.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** Returns the errors of a line; empty if it is valid. */
  public static List<String> complaints(String line) {
    return SCHEMA.validate(line, InputFormat.JSON).stream()
        .map(String::valueOf)
        .collect(Collectors.toList());
  }

  /** Fails unless every line of every file below the directory is valid. */
  public static void holdsFor(Path directory) throws IOException {
    for (Path file : files(directory)) {
      for (String line : lines(file)) {
        assertThat(complaints(line)).as(line).isEmpty();
      }
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().matches(".*\\.jsonl(\\.gz)?"))
          .collect(Collectors.toList());
    }
  }

  /** Returns the lines of a file, plain or compressed. */
  public static List<String> lines(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    List<String> lines = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw,
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
      }
    }
    return lines;
  }
}
