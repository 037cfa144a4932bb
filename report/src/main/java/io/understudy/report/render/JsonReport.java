package io.understudy.report.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.understudy.report.summary.ParitySummary;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * Writes the report as JSON for other programs. Field names are stable within a format number; new
 * ones can be added. docs/parity.md describes all fields.
 */
public final class JsonReport {
  /** The beginning of every file of this kind. */
  public static final String MARK = "{\n  \"understudy\" : \"report\"";

  /** The format number. It grows when a field is renamed, removed or changes its meaning. */
  static final int FORMAT = 1;

  private JsonReport() {}

  /**
   * Renders the document.
   *
   * @param summary the result to write
   * @param generated the time of the report; it decides which acceptances have expired
   * @param version the version of Understudy to state
   * @return the JSON text, ASCII only
   */
  public static String render(ParitySummary summary, Instant generated, String version) {
    StringWriter text = new StringWriter();
    // ASCII only, because values from user traffic can hold anything, even unpaired surrogates.
    JsonFactory factory = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    try (JsonGenerator out = factory.createGenerator(text)) {
      DefaultIndenter indent = new DefaultIndenter("  ", "\n");
      out.setPrettyPrinter(
          new DefaultPrettyPrinter().withArrayIndenter(indent).withObjectIndenter(indent));
      new JsonDocument(out, summary, generated).write(version);
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return text + "\n";
  }
}
