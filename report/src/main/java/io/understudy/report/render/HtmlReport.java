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
 * Writes the report as one self-contained HTML file. It has no script and loads nothing, and its
 * Content-Security-Policy forbids both. The templates escape by context; {@code VisibleText} makes
 * values safe to display before.
 */
public final class HtmlReport {
  /** A text within the first 1,000 bytes of every file of this kind. */
  public static final String MARK = "<meta name=\"generator\" content=\"Understudy report\">";

  private HtmlReport() {}

  /**
   * Renders the page.
   *
   * @param summary the result to show
   * @param generated the time of the report; it decides which acceptances have expired
   * @param version the version of Understudy to state
   * @return the text of the HTML file
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
