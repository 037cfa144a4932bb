package io.understudy.report.summary;

/**
 * One journal file as it was read. Immutable.
 *
 * @param name its path as it was found
 * @param session the session that wrote it; empty where its first line could not be read
 * @param number within the session, from 1; 0 where unknown
 * @param entries how many lines were read
 * @param seal the last seal, SHA-256 in hexadecimal; empty where there is none
 * @param sealed whether the last entry is a seal, so that nothing was added since
 * @param intact whether every line could be read and every seal holds
 */
public record FileIntegrity(
    String name,
    String session,
    int number,
    long entries,
    String seal,
    boolean sealed,
    boolean intact) {}
