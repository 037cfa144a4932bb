package io.understudy.report.propose;

/**
 * A kind of difference that is not proposed, and why. Immutable.
 *
 * @param signature where and in which way
 * @param explanation which part of it; empty for all of it
 * @param calls how many showed it
 * @param why a clause for the person who wonders
 */
public record DeclinedDifference(String signature, String explanation, long calls, String why) {}
