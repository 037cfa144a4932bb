package io.understudy.report.render;

import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.Percent;
import io.understudy.report.summary.AcceptancePeak;
import io.understudy.report.summary.AcceptanceUse;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Describes how much of an acceptance's limit was used. The journal has the limit as a text, such
 * as {@code at most 1% of verdicts, 1000 calls a day, 250 in sum a day}. It applies to each JVM and
 * day in UTC.
 */
final class LimitUse {
  private static final Pattern SHARE =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)% of verdicts");
  private static final Pattern CALLS = Pattern.compile("([0-9]{1,18}) calls a day");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private LimitUse() {}

  /**
   * Describes the use; empty where nothing was accepted or the journal does not count this limit.
   */
  static String of(String limit, AcceptanceUse acceptance) {
    List<String> parts = new ArrayList<>();
    Matcher calls = CALLS.matcher(limit);
    if (calls.find() && Long.parseLong(calls.group(1)) > 0) {
      acceptance
          .peak()
          .map(peak -> calls(Long.parseLong(calls.group(1)), peak))
          .ifPresent(parts::add);
    }
    Matcher share = SHARE.matcher(limit);
    if (share.find() && new BigDecimal(share.group(1)).signum() > 0) {
      Optional<AcceptancePeak> peak = acceptance.sharePeak();
      peak.map(p -> share(new BigDecimal(share.group(1)), p)).ifPresent(parts::add);
    }
    return parts.isEmpty() ? "" : "used at most: " + String.join("; ", parts) + ", by one JVM";
  }

  private static String calls(long limit, AcceptancePeak peak) {
    return Figures.count(peak.calls(), "call", "calls")
        + " on "
        + Figures.shortDay(peak.day())
        + " ("
        + Percent.of(peak.calls(), limit)
        + " of it)";
  }

  private static String share(BigDecimal percent, AcceptancePeak peak) {
    BigDecimal used =
        new BigDecimal(peak.share()).multiply(HUNDRED).divide(percent, MathContext.DECIMAL64);
    return Percent.of(peak.share())
        + " of verdicts on "
        + Figures.shortDay(peak.day())
        + " ("
        + used.multiply(HUNDRED).setScale(0, RoundingMode.UP)
        + " % of it)";
  }
}
