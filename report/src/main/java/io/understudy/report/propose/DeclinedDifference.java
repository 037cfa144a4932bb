package io.understudy.report.propose;

/**
 * A kind of difference that is not proposed. Immutable.
 *
 * @param signature the path and the kind
 * @param explanation the explanation whose calls are not proposed; empty for all calls
 * @param calls the number of calls
 * @param why the reason, as a clause
 */
public record DeclinedDifference(String signature, String explanation, long calls, String why) {}
