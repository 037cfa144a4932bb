package io.understudy.report.summary;

/**
 * The state of one journal file after it was read. Immutable.
 *
 * @param name the path of the file
 * @param session the id of the session that wrote the file; empty where the first line is
 *     unreadable
 * @param number the number of the file in the session, from 1; 0 where unknown
 * @param entries the number of entries that were read
 * @param seal the last seal, SHA-256 in hexadecimal; empty where there is none
 * @param sealed whether the last entry is a seal
 * @param intact whether every line was readable and every seal holds
 */
public record FileIntegrity(
    String name,
    String session,
    int number,
    long entries,
    String seal,
    boolean sealed,
    boolean intact) {}
