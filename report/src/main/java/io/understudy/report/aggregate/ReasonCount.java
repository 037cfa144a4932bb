package io.understudy.report.aggregate;

/**
 * Why calls reached no verdict, or not an agreeing one. Immutable.
 *
 * @param reason the text, beginning with the fate
 * @param count how many calls
 */
public record ReasonCount(String reason, long count) {}
