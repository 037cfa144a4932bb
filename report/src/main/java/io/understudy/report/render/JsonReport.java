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
 * The report as JSON, for other programs. Field names are stable within a format number; new ones
 * may be added. docs/parity.md describes each.
 */
public final class JsonReport {
  /** What a file begins with that this has written. */
  public static final String MARK = "{\n  \"understudy\" : \"report\"";

  /** Grows when a field is renamed, removed or changes its meaning. */
  static final int FORMAT = 1;

  private JsonReport() {}

  /** Renders the document; the parameters are those of the HTML report. */
  public static String render(ParitySummary summary, Instant generated, String version) {
    StringWriter text = new StringWriter();
    // ASCII only: values from user traffic may hold anything, lone surrogates included.
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
