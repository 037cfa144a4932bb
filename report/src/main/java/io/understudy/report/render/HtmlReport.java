package io.understudy.report.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.understudy.report.summary.ParitySummary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/**
 * The report as one self-contained HTML file: no script, nothing loaded from anywhere, and a
 * Content-Security-Policy that would stop both. The templates escape by context; values are made
 * visible before.
 */
public final class HtmlReport {
  /** What a file begins with that this has written, within the first {@code 1,000} bytes. */
  public static final String MARK = "<meta name=\"generator\" content=\"Understudy report\">";

  private HtmlReport() {}

  /**
   * Renders the page.
   *
   * @param generated when the report is made
   * @param version of Understudy, as the page shows it
   */
  public static String render(ParitySummary summary, Instant generated, String version) {
    String style = style();
    HtmlPage page =
        new HtmlPage(
            summary, Conclusion.of(summary, generated), generated, version, style, policy(style));
    StringOutput out = new StringOutput();
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null,
            ContentType.Html,
            HtmlReport.class.getClassLoader(),
            HtmlReport.class.getPackageName());
    engine.render("report.jte", page, out);
    return out.toString();
  }

  private static String policy(String style) {
    return "default-src 'none'; style-src 'sha256-"
        + sha256(style)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is not in the jar: build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
