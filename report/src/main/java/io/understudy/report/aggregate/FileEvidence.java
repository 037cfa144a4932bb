package io.understudy.report.aggregate;

/**
 * One journal file as it was read. Immutable.
 *
 * @param name as it was given, relative to the directory given
 * @param session the session that wrote it
 * @param number within the session, from 1
 * @param lines how many lines were read
 * @param seal the last seal that verified, SHA-256 in hexadecimal; empty where there is none
 * @param unsealedLines lines after the last seal
 * @param intact whether every seal verified
 */
public record FileEvidence(
    String name,
    String session,
    int number,
    long lines,
    String seal,
    long unsealedLines,
    boolean intact) {}
