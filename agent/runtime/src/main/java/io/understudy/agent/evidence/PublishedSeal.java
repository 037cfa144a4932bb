package io.understudy.agent.evidence;

import java.time.Instant;

/**
 * The last seal of a journal, to be noted where the journal's owner cannot change it. {@code verify
 * --expect} compares a journal with it. Immutable.
 */
public final class PublishedSeal {
  private final String hash;
  private final String file;
  private final String session;
  private final Instant at;

  PublishedSeal(String hash, String file, String session, Instant at) {
    this.hash = hash;
    this.file = file;
    this.session = session;
    this.at = at;
  }

  /** The seal's SHA-256 in hexadecimal. */
  public String hash() {
    return hash;
  }

  /** The name of the file in which the seal is the last one. */
  public String file() {
    return file;
  }

  /** The id of the journal's session. */
  public String session() {
    return session;
  }

  /** When the agent has seen that the seal is on the disk. */
  public Instant at() {
    return at;
  }

  /** One clause for the log. */
  @Override
  public String toString() {
    return "the last seal is " + hash + ", in " + file + " of session " + session;
  }
}
